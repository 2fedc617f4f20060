import { choose, confirm, idOf } from './hands.ts';
import type { Visitor } from './visitor.ts';

/** The one page of a challenge, saved and published. Gives its id. */
export async function postChallenge(
  lead: Visitor,
  given: { title: string; titleEn: string; deadline: string },
): Promise<string> {
  const { page, t } = lead;
  await lead.go('/challenges/new');
  const say = (label: string, words: string) => lead.field(label).fill(words);
  await say(t('innovation', 'field.titleEn'), given.titleEn);
  // The two labels begin alike, the title stands first.
  await say(t('innovation', 'field.title'), given.title);
  await say(t('innovation', 'challenge.summary'), '切割线断线多，希望提前一小时预警。');
  await say(t('innovation', 'challenge.detail'), '二号机每班断线两次，张力和砂浆数据已有三年。');
  await say(t('innovation', 'challenge.expected'), '预警模型和操作规程，误报每班不超过一次。');
  await say(t('innovation', 'challenge.budgetMin'), '100000');
  await say(t('innovation', 'challenge.budgetMax'), '300000');
  await say(t('innovation', 'challenge.deadline'), given.deadline);
  await lead.examine('challenge-new');
  await lead.press(t('innovation', 'form.save'));
  await page.waitForURL(/\/challenges\/[0-9a-f-]{36}$/);
  await confirm(lead, t('innovation', 'challenge.do.publish'));
  await lead.sees(t('innovation', 'challenge.next.open'));
  return idOf(lead);
}

/** Details are hidden until the undertaking is signed under the own name; then a proposal is handed in. */
export async function propose(
  teacher: Visitor,
  challengeId: string,
  given: { name: string; title: string },
): Promise<string> {
  const { page, t } = teacher;
  const detail = page.getByText('张力和砂浆数据', { exact: false });
  await teacher.go(`/challenges/${challengeId}`);
  await teacher.field(t('innovation', 'nda.name')).waitFor();
  if ((await detail.count()) > 0) throw new Error('details are shown before the undertaking is signed');
  await teacher.field(t('innovation', 'nda.name')).fill('别人');
  await teacher.press(t('innovation', 'nda.sign'));
  await page.getByRole('alert').first().waitFor();
  if ((await detail.count()) > 0) throw new Error('details are shown to who signed under another name');
  await teacher.examine('challenge-undertaking');
  await teacher.field(t('innovation', 'nda.name')).fill(given.name);
  await teacher.press(t('innovation', 'nda.sign'));
  await detail.first().waitFor();
  await teacher.press(t('innovation', 'proposal.new'));
  await page.waitForURL(/\/propose$/);
  const say = (label: string, words: string) => teacher.field(label).fill(words);
  await say(t('innovation', 'field.title'), given.title);
  await say(t('innovation', 'proposal.approach'), '用三年张力数据训练预警，先在一台机上试。');
  await say(t('innovation', 'proposal.benefit'), '断线减少一半。');
  await say(t('innovation', 'proposal.weeks'), '24');
  await say(t('innovation', 'proposal.cost'), '180000');
  await say(t('innovation', 'field.department'), '机电工程系');
  await teacher.press(t('innovation', 'form.save'));
  await page.waitForURL(/\/proposals\/[0-9a-f-]{36}$/);
  await confirm(teacher, t('innovation', 'proposal.do.submit'));
  await teacher.examine('proposal');
  return idOf(teacher);
}

/** The call ends, a reviewer of the own side is named, declares to be free of interests and gives marks. */
export async function review(
  lead: Visitor,
  mentor: Visitor,
  challengeId: string,
  proposalId: string,
): Promise<void> {
  const { t } = mentor;
  await lead.go(`/challenges/${challengeId}`);
  await confirm(lead, lead.t('innovation', 'challenge.do.end-call'));
  await lead.go(`/challenges/${challengeId}?tab=reviewers`);
  await lead.press(lead.t('innovation', 'reviewers.add'));
  const { person } = await mentor.call<{ person: { name: string } }>('GET', '/session');
  await choose(lead, lead.t('innovation', 'reviewers.person'), person.name);
  await lead.field(lead.t('innovation', 'field.department')).fill('设备部');
  await lead.press(lead.t('innovation', 'reviewers.add'), lead.page.locator('.in-quick'));
  await lead.page.locator('.in-quick').waitFor({ state: 'detached' });
  await lead.examine('reviewers');
  await mentor.go(`/proposals/${proposalId}`);
  await choose(mentor, t('innovation', 'review.question'), t('innovation', 'review.free'));
  await mentor.press(t('innovation', 'review.declare'));
  await mentor.page.getByRole('button', { name: t('innovation', 'review.give'), exact: true }).waitFor();
  for (const criterion of ['relevance', 'feasibility', 'novelty', 'team', 'value'] as const)
    await mentor.page
      .getByRole('spinbutton', { name: new RegExp(`^${t('innovation', `rubric.${criterion}`)}`) })
      .fill('8');
  await mentor.examine('review');
  await mentor.press(t('innovation', 'review.give'));
  await mentor.page.getByRole('button', { name: t('innovation', 'review.markAnew'), exact: true }).waitFor();
}

/** Who posted it takes the proposal onto the shortlist and decides with a reason. */
export async function decide(
  lead: Visitor,
  challengeId: string,
  proposal: { id: string; title: string },
): Promise<void> {
  const { t } = lead;
  await lead.go(`/proposals/${proposal.id}`);
  await confirm(lead, t('innovation', 'proposal.do.shortlist'));
  await lead.go(`/challenges/${challengeId}?tab=proposals`);
  await lead.press(t('innovation', 'decision.begin'));
  await choose(lead, t('innovation', 'decision.chosen'), proposal.title);
  await lead
    .field(t('innovation', 'decision.reasonFor', { title: proposal.title }))
    .fill('数据齐备，先试后推。');
  await lead.examine('decision');
  await lead.press(t('innovation', 'decision.do'));
  await lead.sees(t('innovation', 'challenge.next.decided'));
}

/** The chosen proposal becomes a project: shares of 101 per cent are refused, terms chosen, an agreement stands behind it. */
export async function beginProject(office: Visitor, proposalId: string): Promise<string> {
  const { page, t } = office;
  await office.go(`/proposals/${proposalId}`);
  await office.press(t('innovation-projects', 'project.make'));
  await office.press(t('innovation-projects', 'project.make'), page.locator('.in-quick'));
  await page.waitForURL(/\/innovation-projects\/[0-9a-f-]{36}$/);
  const projectId = idOf(office);
  await office.go(`/innovation-projects/${projectId}?tab=terms`);
  await office.press(t('innovation-projects', 'terms.answer'));
  for (const name of ['brings', 'pays', 'invents', 'use', 'publish'] as const) {
    await office.field(t('innovation-projects', `ask.${name}`)).click();
    await page
      .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
      .first()
      .click();
  }
  await office.examine('project-terms');
  await office.press(t('innovation-projects', 'terms.choose'));
  await page.locator('.in-quick').waitFor({ state: 'detached' });
  const foreground = page
    .locator('section')
    .filter({ hasText: t('innovation-projects', 'ip.foreground') })
    .last();
  await office.press(t('innovation-projects', 'ip.add'), foreground);
  await office.field(t('innovation-projects', 'field.title')).fill('断线预警模型');
  const shares = office.field(t('innovation-projects', 'share.title'));
  const [school, enterprise] = [
    t('innovation-projects', 'side.school'),
    t('innovation-projects', 'side.enterprise'),
  ];
  await shares.fill(`${school}: 51\n${enterprise}: 50`);
  await office.press(t('innovation-projects', 'ip.add'), page.locator('.in-quick'));
  await page.getByRole('alert').first().waitFor();
  await office.examine('shares-of-101');
  await shares.fill(`${school}: 50\n${enterprise}: 50`);
  await office.press(t('innovation-projects', 'ip.add'), page.locator('.in-quick'));
  await page.locator('.in-quick').waitFor({ state: 'detached' });
  await office.press(t('innovation-projects', 'agreement.link'));
  await choose(office, t('innovation-projects', 'agreement.which'), 'AG-');
  await office.press(t('innovation-projects', 'agreement.link'), page.locator('.in-quick'));
  await page.locator('.in-quick').waitFor({ state: 'detached' });
  await office.examine('project-linked');
  return projectId;
}

/** A milestone, then the project begins. */
export async function runProject(office: Visitor, projectId: string, dueOn: string): Promise<void> {
  const { page, t } = office;
  await office.go(`/innovation-projects/${projectId}`);
  await office.press(t('innovation-projects', 'milestones.add'));
  await office.field(t('innovation-projects', 'field.title')).fill('首台试运行');
  await office.field(t('innovation-projects', 'field.due')).fill(dueOn);
  await office.press(t('innovation-projects', 'milestones.add'), page.locator('.in-quick'));
  await page.locator('.in-quick').waitFor({ state: 'detached' });
  await confirm(office, t('innovation-projects', 'project.do.begin'));
  await office.sees(t('innovation-projects', 'project.next.running'));
  await office.examine('project-running');
}

/** What came of it, in the register, with both sides as holders. */
export async function registerOutput(office: Visitor, title: string, ofProject: string): Promise<void> {
  const { page, t } = office;
  await office.go('/innovation-outputs/new');
  await choose(office, t('innovation-projects', 'outputs.kind'), t('innovation-projects', 'output.software'));
  await choose(office, t('innovation-projects', 'outputs.place'), ofProject);
  await office.field(t('innovation-projects', 'field.title')).fill(title);
  await office.press(t('innovation-projects', 'outputs.add'));
  await page.waitForURL(/\/innovation-outputs\/[0-9a-f-]{36}$/);
  await office.sees(title);
  await office.examine('output');
}
