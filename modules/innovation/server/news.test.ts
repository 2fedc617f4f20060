import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Actor } from '@dualtrack/platform/access';
import { route } from '@dualtrack/platform/contract';
import { newId } from '@dualtrack/platform/ids';
import { operationsOn } from '@dualtrack/platform/operation';
import { refusal } from '@dualtrack/platform/testing';
import * as z from 'zod';
import {
  aPage,
  type InnovationKit,
  innovationKit,
  type RunningProject,
  runningProject,
} from '../testing/innovation-kit.ts';
import { bringBack } from './bring-back.ts';
import { recordExpense, voidExpense } from './budget.ts';
import { answerDeliverable, submitDeliverable } from './deliverables.ts';
import { confirmHours, listHours, logHours } from './hours.ts';
import { addInstalment, moveInstalment } from './instalments.ts';
import { myNotices, noticeSeen } from './notices.ts';
import { addOutput } from './outputs.ts';
import { passDay } from './pass-day.ts';
import { inviteMember } from './project-team.ts';
import { getChallenge, searchInnovation } from './read-challenges.ts';
import { getRun } from './read-run.ts';
import { joinAsStudent, myInnovation } from './student-projects.ts';
import type { InnovationTables } from './tables.ts';
import { createChallenge, moveChallenge } from './write-challenge.ts';

let kit: InnovationKit;
let made: RunningProject;
before(async () => {
  kit = await innovationKit();
  made = await runningProject(kit);
});
after(() => kit?.close());

/** Somebody who can be written to, in English. */
async function addAddress(who: Actor, address: string) {
  await kit.admin.query(
    "insert into person (id, name, locale, created_at) values ($1, $2, 'en', '2026-01-01')",
    [who.personId, who.name],
  );
  await kit.admin.query('insert into sign_in_name (name, person_id) values ($1, $2)', [
    address,
    who.personId,
  ]);
}

/** The search of this room, as the search box calls it. */
const search = operationsOn<InnovationTables>()(
  route('GET', '/search', { may: 'signed-in', summary: 'x', tag: 'x' })
    .input(z.object({ q: z.string() }))
    .output(z.array(z.string())),
  // The composition gives its own context; the connection is the same.
  async (ctx, { q }) => (await searchInnovation(ctx as never, q)).map((hit) => hit.kind),
);

/** Kinds of everything that somebody was told and has not put away. */
async function told(who: Actor): Promise<string[]> {
  const { total } = await kit.call(myNotices, who, {});
  const { rows } = await kit.admin.query<{ kind: string }>(
    'select kind from innovation_notice where person_id = $1 and seen_at is null',
    [who.personId],
  );
  assert.equal(rows.length, total);
  return rows.map((row) => row.kind);
}

describe('notices', () => {
  test('those concerned are told once, by notice and by mail, and nobody else', async () => {
    const teacher = await kit.actor('teacher', { name: '阿依' });
    const office = await kit.actor('school-office');
    const fresh = await kit.actor('enterprise-hr');
    assert.ok((await told(teacher)).includes('proposal.chosen'));
    assert.ok((await told(office)).includes('challenge.published'));
    assert.deepEqual(await told(fresh), []);
    const stranger = await kit.actor('school-office', { tenant: kit.ids.otherSchool });
    assert.deepEqual(await told(stranger), []);
    const { items, total } = await kit.call(myNotices, teacher, {});
    const noticeId = items[0]?.id ?? '';
    await assert.rejects(kit.call(noticeSeen, office, { noticeId }), refusal('thing.not-found'));
    await kit.call(noticeSeen, teacher, { noticeId });
    assert.equal((await kit.call(myNotices, teacher, {})).total, total - 1);
  });

  test('what is handed in, sent back and near its silent acceptance is told to the side whose turn it is', async () => {
    const { projectId, deliverableId, office, lead } = made;
    const start = kit.clock.now();
    kit.clock.set(new Date('2026-11-02T02:00:00Z'));
    await addAddress(await kit.actor('teacher', { name: '阿依' }), 'ayi@school.example');
    await kit.call(submitDeliverable, office, { projectId, deliverableId, note: '报告' });
    // No engineer of the team can sign in, so who speaks for the firm is told.
    assert.ok((await told(lead)).includes('deliverable.submitted'));
    const answer = { projectId, deliverableId, answer: 'return' as const, remark: '数据不全' };
    await kit.call(answerDeliverable, lead, answer);
    const teacher = await kit.actor('teacher', { name: '阿依' });
    assert.ok((await told(teacher)).includes('deliverable.returned'));
    const { acceptBy } = await kit.call(submitDeliverable, office, {
      projectId,
      deliverableId,
      note: '补充',
    });
    kit.clock.set(new Date(`${acceptBy}T02:00:00Z`));
    await passDay(kit.kernel);
    await passDay(kit.kernel);
    const near = (await told(lead)).filter((kind) => kind === 'deliverable.silence-soon');
    assert.equal(near.length, 1);
    kit.clock.set(new Date(Date.parse(`${acceptBy}T02:00:00Z`) + 86_400_000));
    await passDay(kit.kernel);
    assert.ok((await told(teacher)).includes('deliverable.silent'));
    kit.clock.set(start);
  });

  test('a call that ends soon and a milestone that is due soon are said once', async () => {
    const { office, projectId, milestoneId } = made;
    const start = kit.clock.now();
    const hr = await kit.actor('enterprise-hr');
    const page = { ...aPage, isConfidential: false, deadline: '2026-11-30' };
    const { id: challengeId } = await kit.call(createChallenge, office, {
      ...{ ...page, reach: 'invited' as const, partnerIds: [kit.ids.firm] },
    });
    await kit.call(moveChallenge, office, { challengeId, action: 'publish' });
    kit.clock.set(new Date('2026-11-25T02:00:00Z'));
    await kit.admin.query("update project_deliverable set state = 'due' where milestone_id = $1", [
      milestoneId,
    ]);
    for (const _ of [1, 2]) await passDay(kit.kernel);
    const kinds = await told(hr);
    assert.equal(kinds.filter((kind) => kind === 'challenge.closing').length, 1);
    const { rows } = await kit.admin.query(
      "select count(*)::int as count from innovation_notice where kind = 'milestone.due' and about_id = $1",
      [projectId],
    );
    assert.equal(rows[0]?.count, 1);
    kit.clock.set(start);
  });

  test('mails go to those who have an address, in words and with a link', async () => {
    await kit.settle();
    const folder = kit.kernel.mailer.folder ?? '';
    const names = await readdir(folder);
    const mails = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    const own = mails.filter((mail) => mail.includes('ayi@school.example'));
    assert.ok(own.length >= 2, `${own.length} mails`);
    // Long lines are folded where a mail is not in base64.
    const texts = own.map((mail) => mail.replaceAll(/=\r?\n/g, ''));
    assert.ok(texts.some((text) => text.includes(`/innovation-projects/${made.projectId}`)));
    assert.ok(texts.every((text) => !text.includes('{title}')));
  });
});

describe('instalments', () => {
  test('planned, called, paid: what is drawn can be spent by the other side, and no fen more', async () => {
    const { projectId, lineId, office, lead } = made;
    const plan = (who: Actor, amount: number) =>
      kit.call(addInstalment, who, { projectId, lineId, title: '首期', amount, dueOn: '2026-11-30' });
    const spend = (who: Actor, amount: number) =>
      kit.call(recordExpense, who, { projectId, lineId, amount, spentOn: '2026-11-20', what: '样管' });
    await assert.rejects(spend(office, 1), refusal('budget.other-side'));
    await assert.rejects(plan(office, 1), refusal('instalment.not-your-side'));
    await assert.rejects(plan(lead, 10_000_001), refusal('budget.overdrawn'));
    await plan(lead, 4_000_000);
    await assert.rejects(plan(lead, 6_000_001), refusal('budget.overdrawn'));
    const [first] = (await kit.call(getRun, office, { projectId })).instalments;
    const instalmentId = first?.id ?? '';
    const move = (who: Actor, what: 'call' | 'pay' | 'return', more: Record<string, unknown> = {}) =>
      kit.call(moveInstalment, who, { projectId, instalmentId, move: what, ...more });
    await assert.rejects(move(lead, 'call'), refusal('instalment.not-your-side'));
    await assert.rejects(move(lead, 'pay'), refusal('instalment.not-in-state'));
    await move(office, 'call');
    await assert.rejects(move(lead, 'return'), refusal('deliverable.remark-missing'));
    await move(lead, 'return', { remark: '缺发票' });
    await move(office, 'call');
    await assert.rejects(move(lead, 'pay', { paidOn: '2027-01-01' }), refusal('budget.day-ahead'));
    const proof = new File(['回单'], '回单.txt', { type: 'text/plain' });
    const both = await Promise.allSettled([move(lead, 'pay', { proof }), move(lead, 'pay')]);
    assert.deepEqual(both.map((one) => one.status).sort(), ['fulfilled', 'rejected']);
    // The payer keeps the rest of the line; the other side has what was drawn.
    await assert.rejects(spend(lead, 6_000_001), refusal('budget.overdrawn'));
    await assert.rejects(spend(office, 4_000_001), refusal('budget.overdrawn'));
    await spend(office, 4_000_000);
    await assert.rejects(spend(office, 1), refusal('budget.overdrawn'));
    const run = await kit.call(getRun, office, { projectId });
    const [line] = run.lines;
    assert.deepEqual([line?.spent, line?.drawn, line?.drawnSpent], [0, 4_000_000, 4_000_000]);
    const expenseId = run.expenses[0]?.id ?? '';
    await kit.call(voidExpense, office, { projectId, expenseId });
    const after = (await kit.call(getRun, office, { projectId })).lines[0];
    assert.deepEqual([after?.spent, after?.drawnSpent], [0, 0]);
  });
});

describe('hours by day', () => {
  test('a student writes, a lead of the school confirms, and then nothing is changed', async () => {
    const { projectId, office, lead } = made;
    const student = await kit.actor('student', { name: '学生乙' });
    const write = (minutes: number, onDay = '2026-11-10') =>
      kit.call(logHours, student, { projectId, onDay, minutes, what: '试验记录' });
    await assert.rejects(write(60), refusal('project.not-a-member'));
    await kit.call(inviteMember, office, {
      ...{ projectId, name: '学生乙', personId: student.personId, kind: 'student', duty: 'study' },
    });
    assert.ok((await told(student)).includes('team.invited'));
    await kit.call(joinAsStudent, student, { projectId, answer: 'accept' });
    await write(60);
    await write(90);
    await write(45, '2026-11-11');
    await assert.rejects(write(60, '2026-12-24'), refusal('hours.not-that-day'));
    await assert.rejects(write(60, '2026-08-01'), refusal('hours.not-that-day'));
    const own = (await kit.call(listHours, student, { projectId })).items;
    assert.deepEqual(
      own.map((one) => [one.onDay, one.minutes]),
      [
        ['2026-11-11', 45],
        ['2026-11-10', 90],
      ],
    );
    assert.deepEqual((await kit.call(listHours, lead, { projectId })).items, []);
    const memberId = own[0]?.memberId ?? '';
    const confirm = (who: Actor) => kit.call(confirmHours, who, { projectId, memberId, until: '2026-11-11' });
    await assert.rejects(confirm(lead), refusal('member.not-yours'));
    await confirm(office);
    await assert.rejects(confirm(office), refusal('hours.none'));
    await assert.rejects(write(30), refusal('hours.confirmed'));
    const [mine] = (await kit.call(myInnovation, student, {})).filter((one) => one.id === projectId);
    assert.equal(mine?.own?.hours, 2);
    const other = await kit.actor('student', { tenant: kit.ids.otherSchool });
    await assert.rejects(kit.call(listHours, other, { projectId }), refusal('thing.not-found'));
  });
});

describe('starts, courses and search', () => {
  test('a challenge starts from a record that its author sees, of the kind that it says', async () => {
    const { office, lead } = made;
    const [baseId, equipmentId] = [newId(), newId()];
    await kit.admin.query(
      `insert into base (tenant_id, enterprise_id, id, name, created_at, changed_at) values ($1, $2, $3, '基地', '2026-01-01', '2026-01-01')`,
      [kit.ids.school, kit.ids.firm, baseId],
    );
    await kit.admin.query(
      `insert into base_equipment (tenant_id, enterprise_id, id, base_id, asset_number, name, condition)
       values ($1, $2, $3, $4, 'A-1', '还原炉', 'broken')`,
      [kit.ids.school, kit.ids.firm, equipmentId, baseId],
    );
    const start = (who: Actor, more: Record<string, unknown>) =>
      kit.call(createChallenge, who, {
        ...{ ...aPage, reach: 'open' as const, origin: 'downtime' as const },
        originRecord: { place: 'equipment' as const, id: equipmentId, within: baseId },
        ...more,
      });
    const { id: challengeId } = await start(lead, {});
    const seen = await kit.call(getChallenge, lead, { challengeId });
    assert.deepEqual([seen.originLabel, seen.originPath], ['还原炉 A-1 · 基地', `/bases/${baseId}`]);
    const gone = refusal('challenge.no-such-origin');
    await assert.rejects(start(lead, { origin: 'forecast' }), gone);
    await assert.rejects(
      start(lead, { originRecord: { place: 'equipment', id: newId(), within: baseId } }),
      gone,
    );
    await assert.rejects(start(lead, { originRecord: { place: 'forecast', id: equipmentId } }), gone);
    // Another firm of the same school does not see the base.
    const other = await kit.actor('project-lead', { tenant: kit.ids.otherFirm });
    await assert.rejects(start(other, {}), gone);
    await kit.call(moveChallenge, lead, { challengeId, action: 'publish' });
    assert.equal((await kit.call(getChallenge, office, { challengeId })).originLabel, '');
  });

  test('a teaching case goes into a course of the two sides, once', async () => {
    const { projectId, office, lead } = made;
    const courseId = newId();
    const shares = [{ side: 'school' as const, holder: '学校', share: 10_000 }];
    const output = (kind: 'teaching-case' | 'paper') =>
      kit.call(addOutput, office, { projectId, kind, title: '换热案例', achievedOn: '2026-11-01', shares });
    const { id: outputId } = await output('teaching-case');
    await assert.rejects(
      kit.call(bringBack, office, { outputId, courseId }),
      refusal('output.no-such-course'),
    );
    await kit.admin.query(
      `insert into talent_course (tenant_id, enterprise_id, id, agreement_id, title, teacher_id, teacher_name, mentor_id,
         mentor_name, materials, changed_by, created_at, changed_at)
       values ($1, $2, $3, $3, '热工', $3, '甲', $3, '乙', '[]', '', '2026-01-01', '2026-01-01')`,
      [kit.ids.school, kit.ids.firm, courseId],
    );
    await assert.rejects(kit.call(bringBack, lead, { outputId, courseId }), refusal('output.not-your-side'));
    for (const _ of [1, 2]) await kit.call(bringBack, office, { outputId, courseId });
    const { rows } = await kit.admin.query('select materials from talent_course where id = $1', [courseId]);
    assert.deepEqual(
      rows[0]?.materials.map((one: { title: string }) => one.title),
      ['换热案例'],
    );
    const paper = await output('paper');
    await assert.rejects(
      kit.call(bringBack, office, { outputId: paper.id, courseId }),
      refusal('output.not-a-case'),
    );
  });

  test('the search box finds challenges, projects and outputs by a part of a word, and nothing for strangers', async () => {
    const { office } = made;
    const kinds = async (who: Actor, words: string) => {
      return [...new Set(await kit.call(search, who, { q: words }))].sort();
    };
    assert.deepEqual(await kinds(office, '换热'), ['innovation-output', 'innovation-project']);
    assert.ok((await kinds(office, 'kiln')).includes('innovation-project'));
    const stranger = await kit.actor('school-office', { tenant: kit.ids.otherSchool });
    assert.deepEqual(await kinds(stranger, '换热'), []);
  });
});
