import { contract as innovation } from '@dualtrack/innovation/contract';
import type { Stage } from './stage.ts';

const hr = 'hr@dingyuan.example';
const lead = 'project@dingyuan.example';
const mentor = 'mentor@dingyuan.example';
const office = 'office@yizhou.example';
const head = 'head@yizhou.example';
const teacher = 'teacher@yizhou.example';
const rubric = { relevance: 30, feasibility: 25, novelty: 15, team: 15, value: 15 };

/** One challenge that became a project, with an output and income; one that is open and asks for an undertaking. */
export async function playInnovation(
  stage: Stage,
  homes: { school: string },
  agreementId: string,
): Promise<void> {
  const projectId = await playSelection(stage, homes);
  await playProject(stage, projectId, agreementId);
  await playOutputs(stage, projectId);
  const { challenges } = innovation;
  const open = await stage.act(challenges.create, lead, '2026-11-16', {
    ...{ title: '镀层厚度在线检测', titleEn: 'Measuring coating thickness on the line' },
    keywords: '镀层, 在线检测, inline inspection',
    summary: '表面处理线靠抽检测厚，返工多。希望每卷都能在线测厚，误差不超过两微米。',
    detail: '三号线带速每分钟六十米，现有抽检每两小时一次；上月因厚度不均返工十一卷。',
    limits: '不改动现有辊道；车间有酸雾。',
    expected: '一套可在三号线连续运行三十天的样机和操作规程。',
    ...{ readinessFrom: 4, readinessTo: 7, budgetMin: 15_000_000, budgetMax: 40_000_000 },
    ...{ deadline: '2026-12-31', isConfidential: true, origin: 'downtime', rubric },
    ...{ originNote: '三号线十月停机与返工记录', reach: 'invited', partnerIds: [homes.school] },
  });
  await stage.act(challenges.move, lead, '2026-11-16', { challengeId: open.id, action: 'publish' });
}

async function playSelection(stage: Stage, homes: { school: string }): Promise<string> {
  const { challenges, proposals, projects, observations } = innovation;
  await stage.act(observations.add, mentor, '2026-11-12', {
    ...{ kind: 'near-miss', title: '吊带磨损未及时更换', place: '一厂三号起重工位', onDay: '2026-11-11' },
    ...{ happened: '起吊前检查发现吊带边缘磨损超过标准，已在使用清单上两周。', seenBy: 'learner' },
    done: '停用并更换，当班全员复查吊具。',
  });
  const note = await stage.act(observations.add, mentor, '2026-07-20', {
    ...{
      kind: 'note',
      title: '烧结炉排烟余热可惜',
      place: '一号烧结炉',
      onDay: '2026-07-18',
      seenBy: 'staff',
    },
    happened: '排烟三百度直接放空，烘干间同时在烧天然气；积灰是换热的难点。',
  });
  const { id: challengeId } = await stage.act(challenges.create, lead, '2026-08-31', {
    ...{ title: '烧结炉余热回收', titleEn: 'Recovering waste heat of the sintering furnace' },
    keywords: '余热, 烧结炉, 节能, waste heat',
    summary: '烧结炉排烟温度三百度，热量全部放空。希望回收一半用于烘干。',
    detail: '一号炉烟气量每小时四万标方，含尘较高，换热面易积灰。',
    limits: '改造期间不停产。',
    expected: '换热样机连续运行三十天，节能数据可核查。',
    ...{ readinessFrom: 3, readinessTo: 6, budgetMin: 10_000_000, budgetMax: 30_000_000 },
    ...{ deadline: '2026-09-25', isConfidential: false, origin: 'mentor-note', rubric },
    ...{ originNote: '带教师傅七月记录', reach: 'invited', partnerIds: [homes.school] },
    originRecord: { place: 'observation', id: note.id, within: null },
  });
  await stage.act(challenges.move, lead, '2026-08-31', { challengeId, action: 'publish' });
  await stage.act(challenges.ask, teacher, '2026-09-02', { challengeId, question: '烟气含尘量大约多少？' });
  const asked = await stage.act(challenges.get, lead, '2026-09-03', { challengeId });
  await stage.act(challenges.answer, lead, '2026-09-03', {
    ...{ challengeId, questionId: asked.questions[0]?.id ?? '', answer: '每标方约五十克，随原料变化。' },
  });
  const propose = async (
    who: string,
    on: string,
    words: { title: string; approach: string; department: string },
  ) => {
    const { id: proposalId } = await stage.act(proposals.create, who, on, {
      ...{ ...words, challengeId, benefit: '每年约节约标准煤四百吨。', hurdles: '积灰使换热下降。' },
      ...{ weeks: 30, cost: 24_000_000, team: [] },
    });
    await stage.act(proposals.move, who, on, { proposalId, action: 'submit' });
    return proposalId;
  };
  const chosen = await propose(teacher, '2026-09-14', {
    ...{ title: '可拆洗热管换热器', department: '机电工程系' },
    approach: '热管分组安装，逐组拆洗，不停产更换；先做一组样机测积灰速度。',
  });
  const other = await propose(head, '2026-09-18', {
    ...{ title: '余热驱动吸收式制冷', department: '材料工程系' },
    approach: '烟气驱动吸收式机组，夏季供冷、冬季供热。',
  });
  const { people } = await stage.act(challenges.people, lead, '2026-09-21', {});
  const reviewer = people.find((one) => one.title === '带教师傅');
  if (reviewer === undefined) throw new Error('the example has no mentor');
  await stage.act(challenges.addReviewer, lead, '2026-09-21', {
    ...{ challengeId, personId: reviewer.personId, department: '设备部' },
  });
  await stage.act(challenges.move, lead, '2026-09-28', { challengeId, action: 'end-call' });
  for (const [proposalId, mark] of [
    [chosen, 8],
    [other, 6],
  ] as const) {
    await stage.act(proposals.declare, mentor, '2026-09-28', { proposalId, hasConflict: false });
    const marks = { relevance: mark, feasibility: mark, novelty: 7, team: mark, value: mark - 1 };
    await stage.act(proposals.score, mentor, '2026-09-28', { proposalId, marks, comment: '' });
  }
  await stage.act(proposals.move, lead, '2026-09-29', { proposalId: chosen, action: 'shortlist' });
  await stage.act(challenges.decide, lead, '2026-09-30', {
    ...{ challengeId, proposalId: chosen, note: '' },
    reasons: [
      { proposalId: chosen, reason: '可以不停产改造，积灰问题有办法检验。' },
      { proposalId: other, reason: '夏季供冷需求小，投资回收期过长。' },
    ],
  });
  const { id } = await stage.act(projects.begin, office, '2026-10-09', {
    ...{ proposalId: chosen, startsOn: '2026-10-12' },
  });
  return id;
}

async function playProject(stage: Stage, projectId: string, agreementId: string): Promise<void> {
  const { projects, runs } = innovation;
  const on = '2026-10-10';
  const engineer = { name: '韩志诚', personId: null, kind: 'engineer' as const, duty: 'lead' as const };
  await stage.act(projects.invite, hr, on, { projectId, ...engineer });
  const before = await stage.act(projects.get, office, on, { projectId });
  const { title, goal, startsOn, endsOn, budget, schoolShare, acceptanceDays, reviewDays } = before;
  await stage.act(projects.edit, office, on, {
    ...{ projectId, title, goal, startsOn, endsOn, budget, schoolShare, acceptanceDays, reviewDays },
    ...{ titleEn: 'Removable heat-pipe exchanger', isOpenToStudents: true },
  });
  const answers = {
    brings: 'both',
    pays: 'enterprise',
    invents: 'both',
    use: 'both',
    publish: 'reviewed',
  } as const;
  await stage.act(projects.setTerms, office, on, { projectId, answers });
  await stage.act(projects.addIp, teacher, on, {
    ...{ projectId, kind: 'background', form: 'know-how', title: '热管焊接工艺', note: '' },
    shares: [{ side: 'school', holder: '伊州职业技术学院', share: 10_000 }],
  });
  await stage.act(projects.addMilestone, office, on, {
    ...{ projectId, title: '样机设计', titleEn: 'Design of the prototype', dueOn: '2026-11-30' },
  });
  const { milestones } = await stage.act(projects.addMilestone, office, on, {
    ...{ projectId, title: '样机运行', titleEn: 'Prototype in use', dueOn: '2027-04-30' },
  });
  const [first, second] = milestones;
  const owe = (milestoneId: string, what: string, owedBy: 'school' | 'enterprise') =>
    stage.act(runs.addDeliverable, office, on, { projectId, milestoneId, title: what, owedBy });
  await owe(first?.id ?? '', '积灰试验报告', 'school');
  await owe(first?.id ?? '', '烟道图纸与工况数据', 'enterprise');
  await owe(second?.id ?? '', '三十天运行报告', 'school');
  const line = (what: string, kind: 'materials' | 'testing', amount: number) =>
    stage.act(runs.addLine, lead, on, { projectId, kind, title: what, paidBy: 'enterprise', amount });
  await line('热管与壳体', 'materials', 15_000_000);
  await line('工况测试', 'testing', 6_000_000);
  const { lines } = await stage.act(runs.get, lead, on, { projectId });
  const testing = lines.find((one) => one.kind === 'testing')?.id ?? '';
  for (const [what, amount, dueOn] of [
    ['首期测试费', 2_000_000, '2026-11-10'],
    ['运行期测试费', 3_000_000, '2027-03-31'],
  ] as const) {
    const instalment = { projectId, lineId: testing, title: what, amount, dueOn };
    await stage.act(runs.addInstalment, office, on, instalment);
  }
  await stage.act(projects.linkAgreement, office, on, { projectId, agreementId });
  await stage.act(projects.move, office, '2026-10-12', { projectId, action: 'begin' });
  const run = await stage.act(runs.get, lead, '2026-10-26', { projectId });
  const owed = (side: string) => run.deliverables.find((one) => one.owedBy === side)?.id ?? '';
  const drawings = { projectId, deliverableId: owed('enterprise') };
  await stage.act(runs.submit, lead, '2026-10-26', { ...drawings, note: '一号炉烟道图纸和三个月工况数据。' });
  await stage.act(runs.answer, teacher, '2026-10-28', { ...drawings, answer: 'accept', remark: '' });
  await stage.act(runs.submit, teacher, '2026-11-17', {
    ...{ projectId, deliverableId: owed('school'), note: '两组试件十四天积灰数据。' },
  });
  await stage.act(runs.spend, lead, '2026-11-06', {
    ...{
      projectId,
      lineId: run.lines[0]?.id ?? '',
      amount: 4_860_000,
      spentOn: '2026-11-05',
      what: '热管 60 支',
    },
  });
  const instalmentId = run.instalments[0]?.id ?? '';
  await stage.act(runs.moveInstalment, teacher, '2026-11-09', {
    ...{ projectId, instalmentId, move: 'call', remark: '' },
  });
  for (const [onDay, minutes, what] of [
    ['2026-11-10', 180, '试件安装与温度标定'],
    ['2026-11-12', 150, '积灰取样与称重'],
  ] as const)
    await stage.act(innovation.hours.log, teacher, '2026-11-13', { projectId, onDay, minutes, what });
  await stage.act(runs.addRisk, teacher, '2026-11-09', {
    ...{ projectId, title: '含尘量高于试验值', likelihood: 3, impact: 4, measure: '预留一级除尘', owner: '' },
  });
}

async function playOutputs(stage: Stage, projectId: string): Promise<void> {
  const { outputs } = innovation;
  const on = '2026-11-18';
  const both = [
    { side: 'school' as const, holder: '伊州职业技术学院', share: 5_000 },
    { side: 'enterprise' as const, holder: '定远新材料集团有限公司', share: 5_000 },
  ];
  const { id: outputId } = await stage.act(outputs.add, teacher, on, {
    ...{ projectId, kind: 'software', title: '换热面积灰估算软件', titleEn: 'Fouling estimator' },
    ...{ reference: '2026SR-EXAMPLE', achievedOn: '2026-11-12', shares: both },
  });
  await stage.act(outputs.addIncome, hr, on, {
    ...{ outputId, kind: 'technical-service', amount: 3_600_000, receivedOn: '2026-11-16', payer: '' },
  });
  await stage.act(outputs.add, teacher, on, {
    ...{ projectId, kind: 'teaching-case', title: '烟气换热器选型', titleEn: 'Choosing a heat exchanger' },
    ...{
      achievedOn: '2026-11-18',
      course: '热工基础',
      shares: both.slice(0, 1).map((one) => ({ ...one, share: 10_000 })),
    },
  });
}
