import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { newId } from '@dualtrack/platform/ids';
import { refusal } from '@dualtrack/platform/testing';
import {
  type InnovationKit,
  innovationKit,
  type RunningProject,
  runningProject,
} from '../testing/innovation-kit.ts';
import { recordExpense, voidExpense } from './budget.ts';
import { addDeliverable, answerDeliverable, submitDeliverable } from './deliverables.ts';
import { getFigures } from './figures.ts';
import { addIncome, addOutput, getOutput, listOutputs } from './outputs.ts';
import { passDay } from './pass-day.ts';
import { draftAgreement, setTerms } from './project-agreement.ts';
import { addFile, getFile } from './project-files.ts';
import { addIp } from './project-property.ts';
import { answerMember, applyToProject, inviteMember } from './project-team.ts';
import { getProject, listProjects, moveProject } from './projects.ts';
import { getRun } from './read-run.ts';
import { answerChange, askChange } from './risks-and-changes.ts';
import { joinAsStudent, myInnovation } from './student-projects.ts';

let kit: InnovationKit;
let made: RunningProject;
before(async () => {
  kit = await innovationKit();
  made = await runningProject(kit);
});
after(() => kit?.close());

const share = (side: 'school' | 'enterprise', part: number) => ({ side, holder: side, share: part });

describe('a project', () => {
  test('is made from a chosen proposal once; strangers see nothing of it', async () => {
    const { projectId, office } = made;
    const project = await kit.call(getProject, office, { projectId });
    assert.deepEqual([project.state, project.budget, project.members.length], ['running', 20_000_000, 2]);
    for (const [role, tenant] of [
      ['school-office', kit.ids.otherSchool],
      ['enterprise-hr', kit.ids.otherFirm],
    ] as const) {
      const stranger = await kit.actor(role, { tenant });
      await assert.rejects(() => kit.call(getProject, stranger, { projectId }), refusal('thing.not-found'));
      await assert.rejects(() => kit.call(getRun, stranger, { projectId }), refusal('thing.not-found'));
    }
  });

  test('takes shares that are all of it: 99 and 101 per cent are refused', async () => {
    const { projectId, office } = made;
    const add = (parts: ReturnType<typeof share>[]) =>
      kit.call(addIp, office, {
        projectId,
        kind: 'background',
        form: 'patent',
        title: '热管专利',
        shares: parts,
      });
    await assert.rejects(
      () => add([share('school', 5_000), share('enterprise', 4_900)]),
      refusal('shares.not-whole'),
    );
    await assert.rejects(
      () => add([share('school', 5_000), share('enterprise', 5_100)]),
      refusal('shares.not-whole'),
    );
    await assert.rejects(
      () => add([share('school', 10_000), share('enterprise', 0)]),
      refusal('shares.not-whole'),
    );
    const after = await add([share('school', 3_333), share('enterprise', 6_667)]);
    assert.equal(after.ip.length, 1);
  });

  test('shows its inside to members and leads only; an application is answered by the own lead', async () => {
    const { projectId, office } = made;
    const teacher = await kit.actor('teacher', { name: '新老师' });
    await assert.rejects(() => kit.call(getRun, teacher, { projectId }), refusal('project.not-a-member'));
    const applied = await kit.call(applyToProject, teacher, { projectId, duty: 'research' });
    assert.deepEqual([applied.belongs, applied.ip], [false, []]);
    const memberId = applied.members.find((one) => one.isMe)?.id ?? '';
    const answer = { projectId, memberId, answer: 'accept' as const };
    await assert.rejects(() => kit.call(answerMember, teacher, answer), refusal('member.not-yours'));
    const lead = await kit.actor('project-lead');
    await assert.rejects(() => kit.call(answerMember, lead, answer), refusal('member.not-yours'));
    await kit.call(answerMember, office, answer);
    assert.equal((await kit.call(getProject, teacher, { projectId })).ip.length, 1);
    await assert.rejects(
      () => kit.call(applyToProject, teacher, { projectId, duty: 'testing' }),
      refusal('member.exists'),
    );
    const stranger = {
      projectId,
      name: 'x',
      personId: newId(),
      kind: 'teacher' as const,
      duty: 'study' as const,
    };
    await assert.rejects(() => kit.call(inviteMember, office, stranger), refusal('team.no-such-person'));
  });

  test('a student sees own projects and open ones, joins by asking, and nobody else’s', async () => {
    const { projectId, office } = made;
    const student = await kit.actor('student', { name: '学生甲' });
    assert.deepEqual(await kit.call(myInnovation, student, {}), []);
    await assert.rejects(
      () => kit.call(joinAsStudent, student, { projectId, answer: 'apply' }),
      refusal('thing.not-found'),
    );
    const invitation = {
      projectId,
      name: '',
      personId: student.personId,
      kind: 'student' as const,
      duty: 'study' as const,
    };
    await kit.call(inviteMember, office, { ...invitation, name: '学生甲' });
    await kit.call(joinAsStudent, student, { projectId, answer: 'accept' });
    const [mine] = await kit.call(myInnovation, student, {});
    assert.deepEqual([mine?.id, mine?.own?.state], [projectId, 'joined']);
    const other = await kit.actor('student', { tenant: kit.ids.otherSchool });
    assert.deepEqual(await kit.call(myInnovation, other, {}), []);
  });

  test('drafts its agreement from what it knows, once', async () => {
    const fresh = await runningProject(kit, { begins: false });
    const { projectId, office } = fresh;
    await assert.rejects(
      () => kit.call(draftAgreement, office, { projectId }),
      refusal('project.terms-missing'),
    );
    await assert.rejects(
      () => kit.call(moveProject, office, { projectId, action: 'begin' }),
      refusal('project.agreement-not-in-force'),
    );
    const answers = {
      brings: 'both',
      pays: 'enterprise',
      invents: 'both',
      use: 'both',
      publish: 'reviewed',
    } as const;
    await kit.call(setTerms, office, { projectId, answers });
    const { agreementId } = await kit.call(draftAgreement, office, { projectId });
    const { rows } = await kit.admin.query<{ kind: string; body: string; bodyEn: string }>(
      `select kind, body, body_en as "bodyEn" from agreement join agreement_section s on s.agreement_id = agreement.id
       where agreement.id = $1 and clause = 'J06'`,
      [agreementId],
    );
    assert.equal(rows[0]?.kind, 'joint-innovation');
    assert.match(rows[0]?.body ?? '', /20 个工作日/);
    assert.match(rows[0]?.bodyEn ?? '', /equal parts.*20 working days/s);
    await assert.rejects(
      () => kit.call(draftAgreement, office, { projectId }),
      refusal('project.agreement-exists'),
    );
  });
});

describe('a running project', () => {
  test('two who spend the same rest at once: one is told, and the line is not overdrawn', async () => {
    const { projectId, lead, lineId } = made;
    const spend = (amount: number) =>
      kit.call(recordExpense, lead, { projectId, lineId, amount, spentOn: '2026-11-20', what: '换热管' });
    await spend(9_000_000);
    const both = await Promise.allSettled([spend(700_000), spend(700_000)]);
    assert.deepEqual(both.map((one) => one.status).sort(), ['fulfilled', 'rejected']);
    await assert.rejects(() => spend(300_001), refusal('budget.overdrawn'));
    await spend(300_000);
    await assert.rejects(
      () =>
        kit.call(recordExpense, made.office, {
          projectId,
          lineId,
          amount: 1,
          spentOn: '2026-11-20',
          what: '样管',
        }),
      refusal('budget.other-side'),
    );
    const run = await kit.call(getRun, lead, { projectId });
    assert.equal(run.lines[0]?.spent, 10_000_000);
    const expenseId = run.expenses.find((one) => one.amount === 700_000)?.id ?? '';
    await Promise.all([1, 2].map(() => kit.call(voidExpense, lead, { projectId, expenseId })));
    assert.equal((await kit.call(getRun, lead, { projectId })).lines[0]?.spent, 9_300_000);
  });

  test('silence accepts after the working days, and a holiday is not one of them', async () => {
    const { projectId, office, lead, deliverableId } = made;
    const start = kit.clock.now();
    // Ten working days over Mid-Autumn (25 to 27 September) and 1 to 7 October, with Saturday 10 October worked.
    kit.clock.set(new Date('2026-09-24T02:00:00Z'));
    await assert.rejects(
      () => kit.call(submitDeliverable, lead, { projectId, deliverableId, note: '' }),
      refusal('deliverable.not-your-side'),
    );
    const { acceptBy } = await kit.call(submitDeliverable, office, {
      projectId,
      deliverableId,
      note: '样机报告',
    });
    assert.equal(acceptBy, '2026-10-15');
    const stateOf = async () =>
      (await kit.call(getRun, office, { projectId })).deliverables.find((one) => one.id === deliverableId);
    kit.clock.set(new Date('2026-10-15T15:00:00Z'));
    await passDay(kit.kernel);
    assert.equal((await stateOf())?.state, 'submitted');
    kit.clock.set(new Date('2026-10-15T16:30:00Z'));
    await passDay(kit.kernel);
    await passDay(kit.kernel);
    const after = await stateOf();
    assert.deepEqual([after?.state, after?.isSilent], ['accepted', true]);
    const late = { projectId, deliverableId, answer: 'return' as const, remark: '太晚' };
    await assert.rejects(() => kit.call(answerDeliverable, lead, late), refusal('deliverable.not-in-state'));
    await assert.rejects(
      () =>
        kit.call(addDeliverable, office, {
          projectId,
          milestoneId: made.milestoneId,
          title: '报告',
          owedBy: 'school',
        }),
      refusal('project.not-in-state'),
    );
    kit.clock.set(start);
  });

  test('a change of the plan is agreed by the other side and done in the same moment', async () => {
    const { projectId, office, lead, lineId, milestoneId } = made;
    await kit.call(askChange, office, {
      projectId,
      kind: 'line-amount',
      targetId: lineId,
      newAmount: 1,
      what: '减少',
    });
    await kit.call(askChange, office, {
      projectId,
      kind: 'milestone-day',
      targetId: milestoneId,
      newDay: '2027-03-01',
      what: '推迟',
    });
    const { changes } = await kit.call(getRun, lead, { projectId });
    const [day, amount] = ['milestone-day', 'line-amount'].map(
      (kind) => changes.find((one) => one.kind === kind)?.id ?? '',
    );
    const agree = { projectId, answer: 'agree' as const };
    await assert.rejects(
      () => kit.call(answerChange, office, { ...agree, changeId: day ?? '' }),
      refusal('change.not-your-side'),
    );
    await assert.rejects(
      () => kit.call(answerChange, lead, { ...agree, changeId: amount ?? '' }),
      refusal('change.below-spent'),
    );
    await kit.call(answerChange, lead, { ...agree, changeId: day ?? '' });
    const { milestones } = await kit.call(getProject, lead, { projectId });
    assert.equal(milestones.find((one) => one.id === milestoneId)?.dueOn, '2027-03-01');
    const states = (await kit.call(getRun, lead, { projectId })).changes.map((one) => [one.kind, one.state]);
    assert.deepEqual(states.sort(), [
      ['line-amount', 'asked'],
      ['milestone-day', 'agreed'],
    ]);
  });

  test('a file for the own side is not there for the other', async () => {
    const { projectId, office, lead } = made;
    const file = new File(['内部'], '内部.txt', { type: 'text/plain' });
    await kit.call(addFile, office, { projectId, file, isForBoth: 'no' });
    const [kept] = (await kit.call(getRun, office, { projectId })).files;
    const fileId = kept?.id ?? '';
    assert.equal(await (await kit.call(getFile, office, { projectId, fileId })).text(), '内部');
    assert.deepEqual((await kit.call(getRun, lead, { projectId })).files, []);
    await assert.rejects(() => kit.call(getFile, lead, { projectId, fileId }), refusal('thing.not-found'));
  });
});

describe('the register of outputs', () => {
  test('keeps shares that are all of it, divides income without losing a fen, and counts a year', async () => {
    const { projectId, office, lead } = made;
    const output = {
      ...{ projectId, kind: 'patent' as const, title: '一种热管换热器', reference: 'ZL202610000001.X' },
      achievedOn: '2026-10-20',
    };
    const add = (shares: ReturnType<typeof share>[]) => kit.call(addOutput, office, { ...output, shares });
    await assert.rejects(() => add([share('school', 9_900)]), refusal('shares.not-whole'));
    await assert.rejects(
      () => add([share('school', 10_000), share('enterprise', 100)]),
      refusal('shares.not-whole'),
    );
    const { id: outputId } = await add([share('school', 3_333), share('enterprise', 6_667)]);
    await kit.call(addIncome, lead, { outputId, kind: 'transfer', amount: 100, receivedOn: '2026-11-01' });
    await kit.call(addIncome, office, {
      outputId,
      kind: 'technical-service',
      amount: 5_000_000,
      receivedOn: '2025-12-31',
    });
    const seen = await kit.call(getOutput, lead, { outputId });
    assert.deepEqual(seen.incomes[0]?.parts, [34, 66]);
    assert.equal(seen.income, 5_000_100);
    const figures = await kit.call(getFigures, office, {});
    assert.deepEqual([figures.transfer, figures.technicalService, figures.outputs.patent], [100, 0, 1]);
    assert.equal((await kit.call(getFigures, office, { year: 2025 })).technicalService, 5_000_000);
    assert.equal((await kit.call(listOutputs, lead, { q: '管换' })).total, 1);
    // A figure is walked back to what it was counted from, and the rows come to the figure.
    const from = async (asked: { income?: 'transfer' | 'sales' | 'technical-service'; incomeYear: number }) =>
      (await kit.call(listOutputs, office, asked)).items.map((one) => one.income);
    assert.deepEqual(await from({ income: 'technical-service', incomeYear: 2025 }), [5_000_000]);
    assert.deepEqual(await from({ income: 'technical-service', incomeYear: 2026 }), []);
    assert.deepEqual(await from({ incomeYear: 2026 }), [100]);
    assert.deepEqual(await from({ income: 'sales', incomeYear: 2026 }), []);
    for (const year of [2025, 2026, 2027])
      assert.equal(
        (await kit.call(listProjects, office, { year })).total,
        (await kit.call(getFigures, office, { year })).projects,
      );
    assert.equal((await kit.call(listProjects, office, { year: 2026 })).total, 1);
    const stranger = await kit.actor('school-office', { tenant: kit.ids.otherSchool });
    await assert.rejects(() => kit.call(getOutput, stranger, { outputId }), refusal('thing.not-found'));
    assert.equal((await kit.call(listOutputs, stranger, {})).total, 0);
  });
});
