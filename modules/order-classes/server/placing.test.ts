import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Actor } from '@dualtrack/platform/access';
import { asSystem } from '@dualtrack/platform/operation';
import { refusal } from '@dualtrack/platform/testing';
import { type ClassKit, classKit } from '../testing/class-kit.ts';
import { fillClass, openClass } from '../testing/drive-class.ts';
import { agreeGroup } from './agree-group.ts';
import { putApplication } from './apply.ts';
import { buildConditions } from './build-conditions.ts';
import { runFill, startFill } from './fill-class.ts';
import { listMatchings, makeMatching } from './match-class.ts';
import { getMyClass } from './my-classes.ts';
import { listPlacements } from './placements.ts';
import { publishMatching } from './publish-class.ts';
import { putPlacing } from './put-placing.ts';
import { getClass, listApplications } from './read-classes.ts';
import { previewRefill } from './refill-class.ts';
import type { OrderClassesTables } from './tables.ts';

let kit: ClassKit;
before(async () => {
  kit = await classKit();
});
after(() => kit.close());

describe('how places are given', () => {
  test('stands once the class is open; only the exit window may change, and only by the school', async () => {
    const { classId, office, seats } = await openClass(kit, [2, 2], { rule: 'fill', minimums: [2, 0] });
    const { placing } = await kit.call(getClass, office, { classId });
    assert.deepEqual([placing.rule, placing.seats.map((one) => one.minimum)], ['fill', [2, 0]]);
    const stable = { classId, ...placing, rule: 'stable' as const };
    await assert.rejects(() => kit.call(putPlacing, office, stable), refusal('placing.fixed'));
    const window = { exitFrom: '2027-03-01', exitUntil: '2027-03-14' };
    const changed = await kit.call(putPlacing, office, { classId, ...placing, ...window });
    assert.equal(changed.exitUntil, '2027-03-14');
    const head = kit.actor('school-office', { tenant: kit.ids.otherSchool });
    for (const stranger of [head, kit.actor('enterprise-hr'), kit.actor('student')]) {
      await assert.rejects(() => kit.call(putPlacing, stranger, { classId, ...placing }));
    }
    assert.equal(seats.length, 2);
  });

  test('a minimum above the places, or a window that ends before it begins, is refused', async () => {
    await assert.rejects(() => openClass(kit, [2], { minimums: [3] }), refusal('placing.minimum-too-high'));
    await assert.rejects(
      () => openClass(kit, [2], { exitFrom: '2027-03-02', exitUntil: '2027-03-01' }),
      refusal('input.invalid'),
    );
  });
});

describe('groups and least numbers', () => {
  test('a seat with too few is not run, a group stays together, and each is told why', async () => {
    const { classId, seats, office } = await openClass(kit, [3, 3], { hasGroups: true, minimums: [2, 0] });
    const [rare = '', usual = ''] = seats;
    const [alone = '', one = '', two = ''] = await kit.addStudents(3);
    const both = (first: string, second: string, score: number) => [
      { seat: first, score },
      { seat: second, score },
    ];
    await fillClass(kit, classId, [
      { student: alone, choices: both(rare, usual, 90) },
      { student: one, choices: both(usual, rare, 80), groupCode: '同桌' },
      { student: two, choices: both(usual, rare, 70), groupCode: '同桌' },
    ]);
    const mine = await kit.call(getMyClass, kit.actor('student', { subjectId: one }), { classId });
    assert.deepEqual(
      mine.application?.group?.members.map(({ isMe, hasAgreed }) => [isMe, hasAgreed]),
      [
        [true, true],
        [false, true],
      ],
    );
    const run = await kit.call(makeMatching, office, { classId });
    assert.deepEqual(run.closed, [{ place: rare, minimum: 2, heads: 1 }]);
    assert.deepEqual(
      run.groups.map((group) => group.seatId),
      [usual],
    );
    assert.deepEqual([run.matched, run.blockingPairs, run.setAside], [3, 0, 1]);
    await kit.call(publishMatching, office, { classId, matchingId: run.id });
    const told = await kit.call(getMyClass, kit.actor('student', { subjectId: alone }), { classId });
    assert.deepEqual(
      told.result?.choices.map(({ seat, state, why }) => [seat, state, why]),
      [
        [rare, 'set-aside', 'closed'],
        [usual, 'got', undefined],
      ],
    );
    // A further round may run it after all, and again only with its least number.
    const refill = await kit.call(previewRefill, office, { classId });
    const { free, least } = refill.free.find((seat) => seat.seatId === rare) ?? {};
    assert.deepEqual([free, least, refill.closed.map(({ place }) => place)], [3, 2, [rare]]);
  });

  test('a word is refused where the class takes no groups, and the seventh who gives one', async () => {
    const { classId, seats } = await openClass(kit, [9]);
    const students = await kit.addStudents(7);
    const say = (subjectId: string, id: string) =>
      kit.call(putApplication, kit.actor('student', { subjectId }), {
        ...{ classId: id, statement: '', groupCode: '一起' },
        choices: id === classId ? seats : open.seats,
      });
    const open = await openClass(kit, [9], { hasGroups: true });
    await assert.rejects(() => say(students[0] ?? '', classId), refusal('application.no-groups'));
    for (const student of students.slice(0, 6)) await say(student, open.classId);
    await assert.rejects(() => say(students[6] ?? '', open.classId), refusal('application.group-full'));
  });

  test('only a group in which each has said yes to all others is matched as one, and who has not is named', async () => {
    const { classId, seats, office } = await openClass(kit, [3, 3], { hasGroups: true });
    const students = await kit.addStudents(3);
    for (const [at, id] of students.entries())
      await kit.admin.query(`update student set name = $2 where id = $1`, [id, `成员${at + 1}`]);
    const actors = students.map((subjectId) => kit.actor('student', { subjectId }));
    const [ann, ben, cai] = actors;
    assert.ok(ann && ben && cai);
    const choose = (actor: Actor, groupCode: string) =>
      kit.call(putApplication, actor, { classId, choices: seats, statement: '', groupCode });
    const group = async (actor: Actor) => (await kit.call(getMyClass, actor, { classId })).application?.group;
    const say = async (actor: Actor, agrees = true) =>
      kit.call(agreeGroup, actor, { classId, agrees, digest: (await group(actor))?.digest ?? '' });
    const said = async () => (await group(ann))?.members.map(({ hasAgreed }) => hasAgreed);
    const counted = async () => {
      const row = { id: classId, hasGroups: true, minimum: 0 };
      return asSystem<OrderClassesTables, number>(
        kit.kernel,
        kit.ids.school,
        async (context) => (await buildConditions(context, row)).groups.length,
      );
    };
    await choose(ann, '同桌');
    await assert.rejects(() => say(ann), refusal('group.none'));
    await choose(ben, '同桌');
    // Two at once, each for themselves.
    await Promise.all([say(ann), say(ben)]);
    assert.deepEqual([await said(), await counted()], [[true, true], 1]);
    // The same choices sent again keep the yes; another word does not.
    await choose(ann, '同桌');
    assert.equal(await counted(), 1);
    const seen = (await group(ann))?.digest ?? '';
    await choose(cai, '同桌');
    assert.deepEqual([await said(), await counted()], [[false, false, false], 0]);
    await assert.rejects(
      () => kit.call(agreeGroup, ann, { classId, agrees: true, digest: seen }),
      refusal('group.changed'),
    );
    await say(cai);
    await say(ann);
    const silent = (await kit.call(listApplications, office, { classId })).map((one) => one.group?.hasAgreed);
    assert.deepEqual(silent, [true, false, true]);
    // For the enterprise nobody is in a group.
    const enterprise = await kit.call(listApplications, kit.actor('enterprise-hr'), { classId });
    assert.deepEqual(
      enterprise.map((one) => [one.group, one.lateReason, one.enteredBy]),
      Array.from({ length: 3 }, () => [null, '', null]),
    );
    await choose(cai, '另一桌');
    await say(ben);
    assert.deepEqual([await said(), await counted()], [[true, true], 1]);
    await say(ben, false);
    assert.deepEqual([await said(), await counted()], [[true, false], 0]);
    kit.clock.set(new Date('2026-12-02T02:00:00Z'));
    await assert.rejects(() => say(ben), refusal('application.over'));
    kit.clock.set(new Date('2026-11-22T02:00:00Z'));
  });

  test('a group that changes makes a draft old', async () => {
    const { classId, seats, office } = await openClass(kit, [2], { hasGroups: true });
    const [one = '', two = ''] = await kit.addStudents(2);
    const choices = [{ seat: seats[0] ?? '', score: 50 }];
    await fillClass(kit, classId, [
      { student: one, choices, groupCode: 'a' },
      { student: two, choices, groupCode: 'a' },
    ]);
    const run = await kit.call(makeMatching, office, { classId });
    await kit.admin.query(`update application set group_code = 'b' where student_id = $1`, [two]);
    const publish = () => kit.call(publishMatching, office, { classId, matchingId: run.id });
    await assert.rejects(publish, refusal('matching.outdated'));
    const [seen] = await kit.call(listMatchings, office, { classId });
    assert.equal(seen?.isOutdated, true);
  });
});

describe('filling more seats', () => {
  /** One seat for which the first is stronger; the second wants nothing else. */
  async function contested(rule: 'stable' | 'fill') {
    const { classId, seats, office } = await openClass(kit, [1, 1], { rule });
    const [one = '', two = ''] = await kit.addStudents(2);
    const [p = '', q = ''] = seats;
    await fillClass(kit, classId, [
      {
        student: one,
        choices: [
          { seat: p, score: 90 },
          { seat: q, score: 90 },
        ],
      },
      { student: two, choices: [{ seat: p, score: 10 }] },
    ]);
    return { classId, office, one, p, q };
  }

  const runOf = async (runId: string) => {
    const { rows } = await kit.admin.query(
      'select state, problem, done_steps, total_steps, input from long_run where id = $1',
      [runId],
    );
    return rows[0];
  };

  test('is a run of its own: it places one more, says its price, and tells who came off worse', async () => {
    const { classId, office, one, p, q } = await contested('fill');
    const { runId } = await kit.call(startFill, office, { classId });
    assert.equal((await kit.call(getClass, office, { classId })).fillRunId, runId);
    await kit.settle();
    const ended = await runOf(runId);
    assert.deepEqual([ended.state, ended.done_steps, ended.total_steps], ['done', 5, 5]);
    assert.equal((await kit.call(getClass, office, { classId })).fillRunId, null);
    const { rows } = await kit.admin.query('select seed from lottery_seed where class_id = $1', [classId]);
    assert.ok(!JSON.stringify(ended.input).includes(rows[0].seed), 'all staff can read what a run was asked');
    const [run] = await kit.call(listMatchings, office, { classId });
    assert.deepEqual(run?.filled, { added: 1, worse: 1, isProven: true });
    assert.deepEqual([run?.matched, run?.blockingPairs], [2, 1]);
    await kit.call(publishMatching, office, { classId, matchingId: run?.id ?? '' });
    const view = await kit.call(getClass, office, { classId });
    assert.equal(view.lotterySeed, rows[0].seed);
    const placements = await kit.call(listPlacements, office, { classId });
    assert.deepEqual(placements.map(({ seatId }) => seatId).sort(), [p, q].sort());
    const told = await kit.call(getMyClass, kit.actor('student', { subjectId: one }), { classId });
    assert.deepEqual(
      told.result?.choices.map(({ state, why }) => [state, why]),
      [
        ['set-aside', 'filled'],
        ['got', undefined],
      ],
    );
    assert.equal(told.placing.rule, 'fill');
  });

  test('is only a trial where the class was announced as stable', async () => {
    const { classId, office } = await contested('stable');
    await kit.call(startFill, office, { classId });
    await kit.settle();
    const [trial] = await kit.call(listMatchings, office, { classId });
    assert.deepEqual([trial?.rule, trial?.matched], ['fill', 2]);
    const publish = (matchingId: string) => kit.call(publishMatching, office, { classId, matchingId });
    await assert.rejects(() => publish(trial?.id ?? ''), refusal('matching.not-announced'));
    const stable = await kit.call(makeMatching, office, { classId });
    assert.deepEqual([stable.matched, stable.filled], [1, null]);
    await publish(stable.id);
  });

  test('of two searches the later is kept, and one that a publication has overtaken leaves nothing', async () => {
    const { classId, office } = await contested('stable');
    const drafts = async () => (await kit.call(listMatchings, office, { classId })).map(({ rule }) => rule);
    const both = [
      await kit.call(startFill, office, { classId }),
      await kit.call(startFill, office, { classId }),
    ];
    await kit.settle();
    assert.deepEqual(await drafts(), ['fill']);
    assert.equal((await runOf(both[0]?.runId ?? '')).state, 'done');
    const stable = await kit.call(makeMatching, office, { classId });
    // Begun, but no worker has taken it up before the class is published.
    const waiting = `update long_run set state = 'waiting' where id = $1`;
    await kit.call(publishMatching, office, { classId, matchingId: stable.id });
    await kit.admin.query(waiting, [both[1]?.runId]);
    await kit.admin.query('update order_class set fill_run_id = $2 where id = $1', [classId, both[1]?.runId]);
    const late = { runId: both[1]?.runId ?? '', input: { classId, limits: { seatLimits: [] } } };
    const scope = { tenant: kit.ids.school, enterprise: null };
    const signal = new AbortController().signal;
    const handled = await runFill({
      ...late,
      kernel: kit.kernel,
      scope,
      startedBy: null,
      signal,
      progress() {},
    });
    assert.equal(handled, null);
    assert.deepEqual(await drafts(), ['stable', 'fill']);
  });

  test('cancelled it leaves nothing, and the class can be matched as before', async () => {
    const { classId, office } = await contested('fill');
    const aborted = new AbortController();
    aborted.abort();
    await kit.admin.query('update order_class set fill_run_id = $1 where id = $1', [classId]);
    const scope = { tenant: kit.ids.school, enterprise: null };
    const run = { runId: classId, input: { classId, limits: { seatLimits: [] } }, startedBy: null };
    await assert.rejects(() =>
      runFill({ ...run, kernel: kit.kernel, scope, signal: aborted.signal, progress() {} }),
    );
    assert.deepEqual(await kit.call(listMatchings, office, { classId }), []);
    assert.equal((await kit.call(getClass, office, { classId })).state, 'closed');
    await kit.call(startFill, office, { classId });
    await kit.settle();
    assert.equal((await kit.call(listMatchings, office, { classId })).length, 1);
  });

  test('is for the leads of the school, in a class that is to be matched', async () => {
    const { classId } = await contested('fill');
    for (const role of ['enterprise-hr', 'teacher', 'student'] as const)
      await assert.rejects(
        () => kit.call(startFill, kit.actor(role), { classId }),
        refusal('access.forbidden'),
      );
    const stranger = kit.actor('school-office', { tenant: kit.ids.otherSchool });
    await assert.rejects(() => kit.call(startFill, stranger, { classId }), refusal('thing.not-found'));
    const open = await openClass(kit, [1]);
    await assert.rejects(
      () => kit.call(startFill, open.office, { classId: open.classId }),
      refusal('class.not-in-state'),
    );
  });

  test('a minimum that limits make impossible is named', async () => {
    const { classId, seats, office } = await openClass(kit, [3], { minimums: [3] });
    const [one = ''] = await kit.addStudents(1);
    await fillClass(kit, classId, [{ student: one, choices: [{ seat: seats[0] ?? '', score: 1 }] }]);
    const seatLimits = [{ seatId: seats[0] ?? '', limit: 2 }];
    const isRefused = refusal('matching.minimum-infeasible');
    await assert.rejects(() => kit.call(makeMatching, office, { classId, seatLimits }), isRefused);
    await assert.rejects(() => kit.call(startFill, office, { classId, seatLimits }), isRefused);
    assert.deepEqual(await kit.call(listMatchings, office, { classId }), []);
  });
});
