import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { refusal } from '@dualtrack/platform/testing';
import { type ClassKit, classKit } from '../testing/class-kit.ts';
import { fillClass, openClass } from '../testing/drive-class.ts';
import { answerAppeal, decideAppeal, listAppeals } from './appeals.ts';
import { makeMatching } from './match-class.ts';
import { listMyAppeals, makeAppeal, withdrawAppeal } from './my-appeals.ts';
import { answerPlacement, listPlacements } from './placements.ts';
import { publishMatching } from './publish-class.ts';
import { getClass, listApplications } from './read-classes.ts';
import { previewRefill, refillClass } from './refill-class.ts';

let kit: ClassKit;
before(async () => {
  kit = await classKit();
});
after(() => kit.close());

const hr = () => kit.actor('enterprise-hr');

/** A published class: two posts of one place each, and three students who want the first one first. */
async function published() {
  const { classId, seats, office } = await openClass(kit, [1, 1]);
  const students = await kit.addStudents(3);
  await fillClass(
    kit,
    classId,
    students.map((student, at) => ({
      student,
      choices: seats.map((seat) => ({ seat, score: 90 - at })),
    })),
  );
  const run = await kit.call(makeMatching, office, { classId, seatLimits: [] });
  await kit.call(publishMatching, office, { classId, matchingId: run.id });
  const actors = students.map((subjectId) => kit.actor('student', { subjectId }));
  const [first = '', second = ''] = seats;
  const places = async () => kit.call(listPlacements, office, { classId });
  const placeOf = async (at: number) => (await places()).find((one) => one.studentId === students[at]);
  const last = actors[2];
  assert.ok(last);
  return { classId, office, students, actors, last, first, second, places, placeOf };
}

const reason = '第二条标准漏计了我的证书。';

test('an appeal has its days, one at a time, and is the student’s or the guardian’s own', async () => {
  const { classId, students, last, office } = await published();
  const guardian = kit.actor('guardian', { subjectId: students[2] ?? '' });
  const { until, whyNot } = await kit.call(listMyAppeals, last, { classId });
  assert.deepEqual([until, whyNot], ['2026-11-29', null]);
  const both = await Promise.allSettled(
    [last, guardian].map((actor) => kit.call(makeAppeal, actor, { classId, reason })),
  );
  assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1);
  await assert.rejects(kit.call(makeAppeal, last, { classId, reason: ' ' }), refusal('input.invalid'));
  const [appeal] = await kit.call(listAppeals, office, { classId });
  const appealId = appeal?.id ?? '';
  const [other = ''] = await kit.addStudents(1);
  const stranger = kit.actor('student', { subjectId: other });
  await assert.rejects(kit.call(withdrawAppeal, stranger, { appealId }), refusal('thing.not-found'));
  await assert.rejects(kit.call(makeAppeal, stranger, { classId, reason }), refusal('appeal.not-applied'));
  const decision = { appealId, reason: '维持', result: null };
  const foreign = kit.actor('school-office', { tenant: kit.ids.otherSchool });
  await assert.rejects(kit.call(decideAppeal, foreign, decision), refusal('thing.not-found'));
  await assert.rejects(
    kit.call(decideAppeal, kit.actor('programme-head'), decision),
    refusal('access.forbidden'),
  );
  // The host reads nothing of what is not granted.
  assert.deepEqual(await kit.call(listAppeals, hr(), { classId }), []);
  await kit.call(withdrawAppeal, last, { appealId });
  await assert.rejects(kit.call(decideAppeal, office, decision), refusal('appeal.not-in-state'));
  // Eight days after the publication it is over.
  kit.clock.set(new Date('2026-11-30T02:00:00Z'));
  await assert.rejects(kit.call(makeAppeal, last, { classId, reason }), refusal('appeal.over'));
  kit.clock.set(new Date('2026-11-29T02:00:00Z'));
  await kit.call(makeAppeal, last, { classId, reason });
  kit.clock.set(new Date('2026-11-22T02:00:00Z'));
});

async function appealed(world: Awaited<ReturnType<typeof published>>, at: number): Promise<string> {
  const actor = world.actors[at];
  assert.ok(actor);
  const { appeals } = await kit.call(makeAppeal, actor, { classId: world.classId, reason });
  return appeals[0]?.id ?? '';
}

test('a new score is the enterprise’s to give, stays on record and counts in the next round', async () => {
  const world = await published();
  const { classId, office, first, students, placeOf } = world;
  const appealId = await appealed(world, 2);
  const grant = { appealId, reason: '应重新评分', result: 're-score', seatId: first } as const;
  await assert.rejects(
    kit.call(decideAppeal, office, { ...grant, seatId: world.classId }),
    refusal('appeal.no-such-seat'),
  );
  await assert.rejects(kit.call(decideAppeal, office, { ...grant, seatId: null }), refusal('input.invalid'));
  await kit.call(decideAppeal, office, grant);
  const [seen] = await kit.call(listAppeals, hr(), { classId });
  assert.deepEqual(
    seen?.steps.map(({ action, note }) => [action, note]),
    [['grant', '应重新评分']],
  );
  await assert.rejects(
    kit.call(answerAppeal, hr(), { appealId, accept: true, score: null }),
    refusal('appeal.no-score'),
  );
  // Sent back once: the school decides anew.
  await kit.call(answerAppeal, hr(), { appealId, accept: false, note: '哪一条标准？' });
  await kit.call(decideAppeal, office, { ...grant, reason: '沟通与表达' });
  const twice = await Promise.allSettled(
    [1, 2].map(() => kit.call(answerAppeal, hr(), { appealId, accept: true, score: 95 })),
  );
  assert.equal(twice.filter(({ status }) => status === 'fulfilled').length, 1);
  const [after] = await kit.call(listAppeals, office, { classId });
  assert.equal(after?.state, 'settled');
  assert.deepEqual(
    after?.steps.map(({ action, oldScore, newScore }) => [action, oldScore, newScore]),
    [
      ['make', null, null],
      ['grant', null, null],
      ['return', null, null],
      ['grant', null, null],
      ['settle', 88, 95],
    ],
  );
  const applicants = await kit.call(listApplications, office, { classId });
  const scores = applicants.find((one) => one.studentId === students[2])?.scores;
  assert.deepEqual(scores?.find(({ seatId }) => seatId === first)?.score, 95);
  // The first place falls free: whoever waits has it now, with the new score.
  const held = await placeOf(0);
  await kit.call(answerPlacement, office, { placementId: held?.id ?? '', accept: false });
  const { digest } = await kit.call(previewRefill, office, { classId });
  await kit.call(refillClass, office, { classId, digest });
  assert.equal((await placeOf(2))?.seatId, first);
});

test('one place more is offered to whoever waits, and to whoever has another place in its stead', async () => {
  const world = await published();
  const { classId, office, first, second, placeOf, places } = world;
  const extra = async (at: number, seatId: string) => {
    const appealId = await appealed(world, at);
    await kit.call(decideAppeal, office, { appealId, reason: '增加名额', result: 'extra-seat', seatId });
    await kit.call(answerAppeal, hr(), { appealId, accept: true });
  };
  await extra(2, first);
  const given = await placeOf(2);
  assert.deepEqual([given?.seatId, given?.state, given?.choice], [first, 'offered', 1]);
  // Nobody lost a place, and no place is free beside it.
  assert.equal((await places()).length, 3);
  const view = await kit.call(getClass, office, { classId });
  assert.deepEqual([view.capacity, view.seats.find(({ id }) => id === first)?.capacity], [3, 2]);
  const { free } = await kit.call(previewRefill, office, { classId });
  assert.ok(free.every((one) => one.free === 0));
  // The one at the second post moves up; their old place falls free, their papers begin anew.
  const before = await placeOf(1);
  assert.equal(before?.seatId, second);
  await kit.call(answerPlacement, office, { placementId: before?.id ?? '', accept: true });
  await extra(1, first);
  const moved = await placeOf(1);
  assert.deepEqual([moved?.id, moved?.seatId, moved?.state], [before?.id, first, 'offered']);
  const freed = (await kit.call(previewRefill, office, { classId })).free;
  assert.equal(freed.find(({ seatId }) => seatId === second)?.free, 1);
  const { rows } = await kit.admin.query(
    'select kind, reason, to_seat_id from placement_change where class_id = $1',
    [classId],
  );
  assert.deepEqual(rows, [{ kind: 'moved', reason: 'appeal', to_seat_id: first }]);
  await kit.settle();
  const outbox = await kit.admin.query(
    `select last_error from outbox_event where name = 'class.places-changed' and payload->>'classId' = $1`,
    [classId],
  );
  assert.deepEqual(
    outbox.rows.map((row) => row.last_error),
    [null, null],
  );
});

test('the waiting list is for whoever has had no place, and a refusal ends it', async () => {
  const world = await published();
  const { classId, office, placeOf } = world;
  const waiting = await appealed(world, 2);
  await kit.call(decideAppeal, office, { appealId: waiting, reason: '列入候补', result: 'waiting-list' });
  const [settled] = await kit.call(listAppeals, office, { classId });
  assert.deepEqual([settled?.state, settled?.result], ['settled', 'waiting-list']);
  const held = await placeOf(0);
  await kit.call(answerPlacement, office, { placementId: held?.id ?? '', accept: false });
  const had = await appealed(world, 0);
  const outcome = (result: 'waiting-list' | 'extra-seat' | null) =>
    kit.call(decideAppeal, office, {
      ...{ appealId: had, reason: '理由', result, seatId: result === 'extra-seat' ? world.first : null },
    });
  await assert.rejects(outcome('waiting-list'), refusal('appeal.had-place'));
  await assert.rejects(outcome('extra-seat'), refusal('appeal.had-place'));
  await outcome(null);
  await assert.rejects(outcome(null), refusal('appeal.not-in-state'));
});
