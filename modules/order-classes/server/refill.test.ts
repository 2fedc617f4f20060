import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { lotteryNumber } from '@dualtrack/matching';
import { refusal } from '@dualtrack/platform/testing';
import fc from 'fast-check';
import { type ClassKit, classKit } from '../testing/class-kit.ts';
import { fillClass, openClass, type Wish } from '../testing/drive-class.ts';
import { makeMatching } from './match-class.ts';
import { getMyClass } from './my-classes.ts';
import { passDay } from './pass-day.ts';
import { answerPlacement, listPlacements } from './placements.ts';
import { publishMatching } from './publish-class.ts';
import { putPlacing } from './put-placing.ts';
import { getClass } from './read-classes.ts';
import { previewRefill, refillClass } from './refill-class.ts';

let kit: ClassKit;
before(async () => {
  kit = await classKit();
});
after(() => kit.close());

type Drawn = { capacities: number[]; wishes: { order: number[]; scores: number[] }[] };

/** A class whose first result is published. */
async function publishedClass({ capacities, wishes }: Drawn) {
  const { classId, seats, office } = await openClass(kit, capacities);
  const students = await kit.addStudents(wishes.length);
  const entered: Wish[] = wishes.map(({ order, scores }, index) => ({
    student: students[index] ?? '',
    choices: order.map((seat) => ({ seat: seats[seat] ?? '', score: scores[seat] ?? 0 })),
  }));
  await fillClass(kit, classId, entered);
  const run = await kit.call(makeMatching, office, {
    classId,
    seatLimits: [],
    unscoredAsZero: false,
    withinLaw: false,
  });
  await kit.call(publishMatching, office, { classId, matchingId: run.id });
  return { classId, seats, office, students, entered };
}

/** Two seats of one place each; four students who all want the first seat first, by falling score. */
const four: Drawn = {
  capacities: [1, 1],
  wishes: [0, 1, 2, 3].map((index) => ({ order: [0, 1], scores: [90 - index, 80 - index] })),
};

async function decline(classId: string, office: ReturnType<ClassKit['actor']>, studentId: string) {
  const placements = await kit.call(listPlacements, office, { classId });
  const own = placements.find((one) => one.studentId === studentId);
  await kit.call(answerPlacement, office, { placementId: own?.id ?? '', accept: false });
}

describe('a waiting list', () => {
  test('moves up by itself on a new day, once, where the class was announced so', async () => {
    const { classId, office, students } = await publishedClass(four);
    const still = await publishedClass(four);
    const { placing } = await kit.call(getClass, office, { classId: still.classId });
    await kit.call(putPlacing, office, { classId: still.classId, ...placing, movesUp: false });
    await passDay(kit.kernel);
    const placed = async (id: string) => (await kit.call(listPlacements, office, { classId: id })).length;
    assert.equal(await placed(classId), 2);
    await decline(classId, office, students[0] ?? '');
    await decline(still.classId, office, still.students[0] ?? '');
    await passDay(kit.kernel);
    await passDay(kit.kernel);
    assert.equal(await placed(classId), 3);
    assert.equal(await placed(still.classId), 2);
    const offered = (await kit.call(listPlacements, office, { classId })).find(({ round }) => round === 2);
    assert.deepEqual([offered?.studentId, offered?.state], [students[2], 'offered']);
    // Two servers whose day begins at once give the place once.
    await decline(classId, office, students[2] ?? '');
    await Promise.all([passDay(kit.kernel), passDay(kit.kernel)]);
    assert.equal(await placed(classId), 4);
  });
});

describe('a second round', () => {
  test('gives the seat that fell free to the first who waits, and says to each why', async () => {
    const { classId, seats, office, students } = await publishedClass(four);
    const nothing = await kit.call(previewRefill, office, { classId });
    assert.ok(nothing.free.every((one) => one.free === 0));
    const { digest: early } = nothing;
    await assert.rejects(
      () => kit.call(refillClass, office, { classId, digest: early }),
      refusal('refill.nothing-free'),
    );
    await decline(classId, office, students[0] ?? '');
    const shown = await kit.call(previewRefill, office, { classId });
    assert.deepEqual(
      shown.free.map((one) => one.free),
      [1, 0],
    );
    assert.equal(
      shown.waiting.length,
      2,
      'neither the one who declined nor the one who is placed takes part',
    );
    assert.equal(shown.blockingPairs, 0);
    await kit.call(refillClass, office, { classId, digest: shown.digest });
    const mine = (index: number) =>
      kit.call(getMyClass, kit.actor('student', { subjectId: students[index] ?? '' }), { classId });
    const third = await mine(2);
    assert.deepEqual([third.placement?.seatId, third.placement?.state], [seats[0], 'offered']);
    assert.deepEqual([third.placement?.round, third.result?.round], [2, 2]);
    const fourth = await mine(3);
    assert.equal(fourth.placement, null);
    assert.deepEqual(
      fourth.result?.choices.map((one) => one.refusal?.by),
      ['score', 'closed'],
    );
    const second = await mine(1);
    assert.equal(second.placement?.seatId, seats[1], 'whoever has a place keeps it');
    assert.equal(second.result?.round, 1);
    const told = await kit.admin.query(
      `select count(*)::int as n from outbox_event where name = 'class.refilled' and payload->>'classId' = $1`,
      [classId],
    );
    assert.equal(told.rows[0].n, 1);
  });

  test('is made only as it was shown, and once of two at the same time', async () => {
    const { classId, office, students } = await publishedClass(four);
    await decline(classId, office, students[0] ?? '');
    const stale = await kit.call(previewRefill, office, { classId });
    await decline(classId, office, students[1] ?? '');
    await assert.rejects(
      () => kit.call(refillClass, office, { classId, digest: stale.digest }),
      refusal('refill.outdated'),
    );
    const { digest } = await kit.call(previewRefill, office, { classId });
    const both = await Promise.allSettled(
      [1, 2].map(() => kit.call(refillClass, office, { classId, digest })),
    );
    assert.equal(both.filter((one) => one.status === 'fulfilled').length, 1);
    const placements = await kit.call(listPlacements, office, { classId });
    assert.equal(placements.filter((one) => one.state === 'offered').length, 2);
    await assert.rejects(
      () => kit.call(refillClass, office, { classId, digest }),
      refusal('refill.nothing-free'),
    );
  });

  test('keeps a group together that waits, and runs an empty post only with its least number', async () => {
    const { classId, seats, office } = await openClass(kit, [2, 3], { hasGroups: true, minimums: [0, 2] });
    const [first = '', rare = ''] = seats;
    const students = await kit.addStudents(5);
    const [ann = '', ben = '', cai = '', dan = '', eve = ''] = students;
    await fillClass(kit, classId, [
      { student: ann, choices: [{ seat: first, score: 99 }] },
      { student: ben, choices: [{ seat: first, score: 98 }] },
      ...[cai, dan].map((student) => ({
        ...{ student, groupCode: '同桌' },
        choices: [
          { seat: first, score: 50 },
          { seat: rare, score: 50 },
        ],
      })),
      { student: eve, choices: [{ seat: first, score: 60 }] },
    ]);
    // In the first round the enterprise has room for two in all: nobody gets the other post, which is not run.
    const limits = { seatLimits: [{ seatId: rare, limit: 2 }], hostLimit: 2 };
    const run = await kit.call(makeMatching, office, { classId, ...limits });
    assert.deepEqual(run.closed, [{ place: rare, minimum: 2, heads: 0 }]);
    await kit.call(publishMatching, office, { classId, matchingId: run.id });
    await decline(classId, office, ann);
    const one = await kit.call(previewRefill, office, { classId });
    // One place within the enterprise's limit: too few for a post that begins with two.
    assert.deepEqual(
      one.free.map(({ free, least }) => [free, least]),
      [
        [1, 0],
        [0, 0],
      ],
    );
    await decline(classId, office, ben);
    const two = await kit.call(previewRefill, office, { classId });
    assert.deepEqual(
      two.free.map(({ free, least }) => [free, least]),
      [
        [2, 0],
        [2, 2],
      ],
    );
    // Eve is stronger at the first post; one of the group would be beside her and the other alone at a post for two.
    assert.deepEqual(two.closed, [{ place: rare, minimum: 2, heads: 0 }]);
    assert.equal(two.groups.length, 1);
    await kit.call(refillClass, office, { classId, digest: two.digest });
    const placed = (await kit.call(listPlacements, office, { classId })).filter(
      ({ state }) => state === 'offered',
    );
    assert.equal(placed.length, 2);
    assert.ok(placed.some(({ studentId }) => studentId === eve));
    assert.ok(placed.every(({ seatId }) => seatId === first));
  });

  test('is not for other roles or other schools', async () => {
    const { classId } = await publishedClass(four);
    for (const role of ['enterprise-hr', 'teacher', 'student'] as const) {
      await assert.rejects(
        () => kit.call(previewRefill, kit.actor(role), { classId }),
        refusal('access.forbidden'),
      );
    }
    const stranger = kit.actor('school-office', { tenant: kit.ids.otherSchool });
    await assert.rejects(() => kit.call(previewRefill, stranger, { classId }), refusal('thing.not-found'));
  });

  test('leaves nobody among those who waited with a wish that a free seat would grant', async () => {
    const drawn = fc.record({
      capacities: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 2, maxLength: 3 }),
      people: fc.array(
        fc.record({
          seed: fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 3, maxLength: 3 }),
          scores: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }),
          isOut: fc.boolean(),
        }),
        { minLength: 3, maxLength: 7 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(drawn, async ({ capacities, people }) => {
        const wishes = people.map(({ seed, scores }) => ({
          order: [...capacities.keys()].sort((a, b) => (seed[a] ?? 0) - (seed[b] ?? 0)),
          scores,
        }));
        const { classId, office, students, entered } = await publishedClass({ capacities, wishes });
        const first = await kit.call(listPlacements, office, { classId });
        for (const [index, student] of students.entries()) {
          const isPlaced = first.some((one) => one.studentId === student);
          if (isPlaced && people[index]?.isOut === true) await decline(classId, office, student);
        }
        const shown = await kit.call(previewRefill, office, { classId });
        if (!shown.free.some((one) => one.free > 0) || shown.waiting.length === 0) return;
        await kit.call(refillClass, office, { classId, digest: shown.digest });
        assert.deepEqual(await granted(classId, entered, first), []);
      }),
      { numRuns: 10 },
    );
  });
});

/** Wishes of those who waited that a seat of the second round would have granted, straight from the definition. */
async function granted(classId: string, entered: readonly Wish[], first: readonly { studentId: string }[]) {
  const { rows: applications } = await kit.admin.query(
    'select id, student_id from application where class_id = $1',
    [classId],
  );
  const { rows: placements } = await kit.admin.query(
    `select student_id, seat_id, round from placement where class_id = $1 and state <> 'declined'`,
    [classId],
  );
  const { rows: seats } = await kit.admin.query('select id, capacity from class_seat where class_id = $1', [
    classId,
  ]);
  const [{ seed }] = (await kit.admin.query('select seed from lottery_seed where class_id = $1', [classId]))
    .rows;
  const lot = (student: string) =>
    lotteryNumber(seed, applications.find((one) => one.student_id === student)?.id ?? '');
  const waited = entered.filter((one) => !first.some((placed) => placed.studentId === one.student));
  const found: string[] = [];
  for (const { student, choices } of waited) {
    for (const { seat, score } of choices) {
      const got = placements.find((one) => one.student_id === student);
      if (got?.seat_id === seat) break;
      const holders = placements.filter((one) => one.seat_id === seat);
      const room = seats.find((one) => one.id === seat)?.capacity ?? 0;
      const isPassed = holders.some((one) => {
        const rival = waited.find((other) => other.student === one.student_id);
        const theirs = rival?.choices.find((choice) => choice.seat === seat)?.score;
        if (one.round === 1 || theirs === undefined || rival === undefined) return false;
        return score > theirs || (score === theirs && lot(student) > lot(rival.student));
      });
      if (holders.length < room || isPassed) found.push(`${student} ${seat}`);
    }
  }
  return found;
}
