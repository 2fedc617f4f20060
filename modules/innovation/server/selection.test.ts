import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { refusal } from '@dualtrack/platform/testing';
import { aForm, aPage, type InnovationKit, innovationKit } from '../testing/innovation-kit.ts';
import { decideChallenge } from './decide-challenge.ts';
import { passDay } from './pass-day.ts';
import { getChallenge, listChallenges } from './read-challenges.ts';
import { declareInterests, markProposal } from './review-proposal.ts';
import { addReviewer } from './reviewers.ts';
import { answerQuestion, askQuestion, signNda } from './talk-about-challenge.ts';
import { createChallenge, editChallenge, moveChallenge } from './write-challenge.ts';
import { createProposal, getProposal, moveProposal } from './write-proposal.ts';

let kit: InnovationKit;
before(async () => {
  kit = await innovationKit();
});
after(() => kit.close());

const marks = { relevance: 8, feasibility: 7, novelty: 6, team: 8, value: 9 };

async function published(page = aPage) {
  const lead = await kit.actor('project-lead');
  const { id } = await kit.call(createChallenge, lead, { ...page, reach: 'open', partnerIds: [] });
  await kit.call(moveChallenge, lead, { challengeId: id, action: 'publish' });
  return id;
}
async function signed(challengeId: string, name: string) {
  const teacher = await kit.actor('teacher', { name });
  await kit.call(signNda, teacher, { challengeId, name, version: 1 });
  return teacher;
}
async function submitted(challengeId: string, name = '阿依', form = aForm) {
  const teacher = await signed(challengeId, name);
  const { id } = await kit.call(createProposal, teacher, { ...form, challengeId });
  await kit.call(moveProposal, teacher, { proposalId: id, action: 'submit' });
  return id;
}

describe('a challenge', () => {
  test('is a draft for its own side only; other schools and firms never see it', async () => {
    const lead = await kit.actor('project-lead');
    const office = await kit.actor('school-office');
    const { id } = await kit.call(createChallenge, lead, { ...aPage, reach: 'open', partnerIds: [] });
    const challengeId = id;
    await assert.rejects(() => kit.call(getChallenge, office, { challengeId }), refusal('thing.not-found'));
    assert.equal((await kit.call(listChallenges, office, {})).total, 0);
    await assert.rejects(
      () => kit.call(moveChallenge, office, { challengeId, action: 'publish' }),
      refusal('thing.not-found'),
    );
    await kit.call(editChallenge, lead, { ...aPage, challengeId, title: '新题目' });
    await kit.call(moveChallenge, lead, { challengeId, action: 'publish' });
    assert.equal((await kit.call(getChallenge, office, { challengeId })).title, '新题目');
    await assert.rejects(
      () => kit.call(editChallenge, lead, { ...aPage, challengeId }),
      refusal('challenge.not-in-state'),
    );
    for (const tenant of [kit.ids.otherSchool, kit.ids.otherFirm]) {
      const role = tenant === kit.ids.otherSchool ? 'school-office' : 'enterprise-hr';
      const stranger = await kit.actor(role, { tenant });
      await assert.rejects(
        () => kit.call(getChallenge, stranger, { challengeId }),
        refusal('thing.not-found'),
      );
      assert.equal((await kit.call(listChallenges, stranger, {})).total, 0);
    }
  });

  test('of a school goes to each firm that is a partner, and no firm sees the copy of another', async () => {
    const office = await kit.actor('school-office');
    const made = await kit.call(createChallenge, office, { ...aPage, reach: 'open', partnerIds: [] });
    await kit.call(moveChallenge, office, { challengeId: made.id, action: 'publish' });
    const seen = async (tenant: string) =>
      (await kit.call(listChallenges, await kit.actor('enterprise-hr', { tenant }), { side: 'school' }))
        .items;
    const [ofFirm, ofOther] = [await seen(kit.ids.firm), await seen(kit.ids.otherFirm)];
    assert.deepEqual([ofFirm.length, ofOther.length], [1, 1]);
    assert.notEqual(ofFirm[0]?.id, ofOther[0]?.id);
    await assert.rejects(
      () =>
        kit.call(createChallenge, office, { ...aPage, reach: 'invited', partnerIds: [kit.ids.otherSchool] }),
      refusal('challenge.no-such-partner'),
    );
  });

  test('with a page that contradicts itself is refused, each with its reason', async () => {
    const lead = await kit.actor('project-lead');
    const bad = [
      [{ readinessFrom: 6, readinessTo: 3 }, 'challenge.levels-backwards'],
      [{ budgetMin: 2, budgetMax: 1 }, 'challenge.budget-backwards'],
      [{ deadline: '2026-11-21' }, 'challenge.deadline-past'],
      [{ rubric: { ...aPage.rubric, value: 14 } }, 'challenge.rubric-not-whole'],
      [{ rubric: { ...aPage.rubric, value: 16 } }, 'challenge.rubric-not-whole'],
    ] as const;
    for (const [part, code] of bad) {
      await assert.rejects(
        () => kit.call(createChallenge, lead, { ...aPage, ...part, reach: 'open', partnerIds: [] }),
        refusal(code),
      );
    }
    await assert.rejects(
      () =>
        kit.call(createChallenge, lead, { ...aPage, title: '长'.repeat(61), reach: 'open', partnerIds: [] }),
      refusal('input.invalid'),
    );
  });

  test('is found by a part of a Chinese or English word, and never by its confidential details', async () => {
    await published({
      ...aPage,
      title: '耐火砖寿命',
      titleEn: 'Refractory life',
      keywords: '',
      summary: '砖衬',
    });
    const office = await kit.actor('school-office');
    const count = async (q: string) => (await kit.call(listChallenges, office, { q })).total;
    assert.deepEqual(await Promise.all(['火砖', 'fractor', '100%', '四万标方'].map(count)), [1, 1, 0, 0]);
  });

  test('shows its details after the undertaking only, and to the person who gave it', async () => {
    const challengeId = await published();
    const teacher = await kit.actor('teacher', { name: '古丽' });
    const before = await kit.call(getChallenge, teacher, { challengeId });
    assert.deepEqual([before.detail, before.expected, before.needsNda], [null, null, true]);
    await assert.rejects(
      () => kit.call(askQuestion, teacher, { challengeId, question: '含尘多少？' }),
      refusal('challenge.nda-not-signed'),
    );
    await assert.rejects(
      () => kit.call(createProposal, teacher, { ...aForm, challengeId }),
      refusal('challenge.nda-not-signed'),
    );
    await assert.rejects(
      () => kit.call(signNda, teacher, { challengeId, name: '别人', version: 1 }),
      refusal('nda.name-differs'),
    );
    await kit.call(signNda, teacher, { challengeId, name: ' 古 丽', version: 1 });
    const after = await kit.call(askQuestion, teacher, { challengeId, question: '含尘多少？' });
    assert.equal(after.detail, aPage.detail);
    const other = await kit.call(getChallenge, await kit.actor('school-office'), { challengeId });
    assert.deepEqual([other.detail, other.questions], [null, []]);
    const lead = await kit.actor('project-lead');
    const asked = await kit.call(getChallenge, lead, { challengeId });
    assert.deepEqual(
      asked.ndas.map((one) => one.name),
      ['古丽'],
    );
    const questionId = asked.questions[0]?.id ?? '';
    await kit.call(answerQuestion, lead, { challengeId, questionId, answer: '每标方五十克' });
    const read = await kit.call(getChallenge, teacher, { challengeId });
    assert.equal(read.questions[0]?.answer, '每标方五十克');
  });

  test('ends its call after the deadline by itself, once', async () => {
    const challengeId = await published({ ...aPage, deadline: '2026-11-23' });
    const now = kit.clock.now();
    const state = async () =>
      (await kit.call(getChallenge, await kit.actor('project-lead'), { challengeId })).state;
    kit.clock.set(new Date('2026-11-23T15:59:00Z'));
    await passDay(kit.kernel);
    assert.equal(await state(), 'open');
    kit.clock.set(new Date('2026-11-23T16:01:00Z'));
    await passDay(kit.kernel);
    await passDay(kit.kernel);
    assert.equal(await state(), 'selecting');
    kit.clock.set(now);
  });
});

describe('a proposal', () => {
  test('over the budget frame is not handed in; a draft is seen by its author and the own leads', async () => {
    const challengeId = await published();
    const teacher = await signed(challengeId, '阿依');
    const { id } = await kit.call(createProposal, teacher, { ...aForm, cost: 30_000_001, challengeId });
    await assert.rejects(
      () => kit.call(moveProposal, teacher, { proposalId: id, action: 'submit' }),
      refusal('proposal.over-budget'),
    );
    const others = [await kit.actor('teacher', { name: '别的老师' }), await kit.actor('project-lead')];
    for (const other of others)
      await assert.rejects(
        () => kit.call(getProposal, other, { proposalId: id }),
        refusal('thing.not-found'),
      );
    const seen = await kit.call(getProposal, await kit.actor('programme-head'), { proposalId: id });
    assert.equal(seen.state, 'draft');
    const stranger = await kit.actor('enterprise-hr', { tenant: kit.ids.otherFirm });
    await assert.rejects(
      () => kit.call(getProposal, stranger, { proposalId: id }),
      refusal('thing.not-found'),
    );
  });

  test('is not judged by its own team or department, nor without a declaration, nor in spite of one', async () => {
    const challengeId = await published();
    const proposalId = await submitted(challengeId);
    const head = await kit.actor('programme-head');
    const colleague = await kit.actor('teacher', { name: '同系老师' });
    const author = await kit.actor('teacher', { name: '阿依' });
    const name = (personId: string, department: string) =>
      kit.call(addReviewer, head, { challengeId, personId, department });
    await assert.rejects(() => name(colleague.personId, ' 机电工程系'), refusal('review.own-department'));
    await assert.rejects(() => name(author.personId, '信息系'), refusal('review.in-team'));
    const lead = await kit.actor('project-lead');
    await assert.rejects(() => name(lead.personId, '技术部'), refusal('reviewer.no-such-person'));
    const reviewer = await signed(challengeId, '信息系老师');
    await assert.rejects(
      () => kit.call(declareInterests, reviewer, { proposalId, hasConflict: false }),
      refusal('thing.not-found'),
    );
    await name(reviewer.personId, '信息工程系');
    await assert.rejects(
      () => kit.call(markProposal, reviewer, { proposalId, marks }),
      refusal('review.not-declared'),
    );
    await assert.rejects(
      () => kit.call(declareInterests, reviewer, { proposalId, hasConflict: true }),
      refusal('review.relation-missing'),
    );
    await kit.call(declareInterests, reviewer, { proposalId, hasConflict: true, relation: '合作发表过论文' });
    await assert.rejects(
      () => kit.call(markProposal, reviewer, { proposalId, marks }),
      refusal('review.conflict-declared'),
    );
    await kit.call(declareInterests, reviewer, { proposalId, hasConflict: false });
    await kit.call(markProposal, reviewer, { proposalId, marks });
    const seen = await kit.call(getProposal, lead, { proposalId });
    assert.deepEqual([seen.total, seen.reviews.length], [760, 1]);
    assert.equal((await kit.call(getProposal, author, { proposalId })).total, null);
  });

  test('is decided with a reason for everybody; of two decisions at once one counts', async () => {
    const challengeId = await published();
    const first = await submitted(challengeId, '甲');
    const second = await submitted(challengeId, '乙', {
      ...aForm,
      title: '余热发电',
      department: '信息工程系',
    });
    const lead = await kit.actor('project-lead');
    const mentor = await kit.actor('mentor');
    await kit.call(addReviewer, lead, { challengeId, personId: mentor.personId, department: '技术部' });
    const both = { challengeId, proposalId: first, note: '' };
    const reasons = [
      { proposalId: first, reason: '可在不停产时改造' },
      { proposalId: second, reason: '投资回收期过长' },
    ];
    const decide = (proposalId: string | null, list = reasons) =>
      kit.call(decideChallenge, lead, { ...both, proposalId, reasons: list });
    await assert.rejects(() => decide(first), refusal('challenge.not-in-state'));
    await kit.call(moveChallenge, lead, { challengeId, action: 'end-call' });
    await assert.rejects(() => decide(first), refusal('decision.not-shortlisted'));
    await kit.call(moveProposal, lead, { proposalId: first, action: 'shortlist' });
    await assert.rejects(() => decide(first), refusal('decision.not-reviewed'));
    await kit.call(declareInterests, mentor, { proposalId: first, hasConflict: false });
    await kit.call(markProposal, mentor, { proposalId: first, marks });
    await assert.rejects(() => decide(first, reasons.slice(0, 1)), refusal('decision.reason-missing'));
    const outcomes = await Promise.allSettled([decide(first), decide(null)]);
    assert.deepEqual(outcomes.map((one) => one.status).sort(), ['fulfilled', 'rejected']);
    const told = await kit.call(getProposal, await kit.actor('teacher', { name: '乙' }), {
      proposalId: second,
    });
    assert.deepEqual([told.state, told.reason], ['declined', '投资回收期过长']);
  });
});
