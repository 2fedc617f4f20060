import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { lotteryCommitment, lotteryNumber } from '@dualtrack/matching';
import { newId } from '@dualtrack/platform/ids';
import { refusal } from '@dualtrack/platform/testing';
import fc from 'fast-check';
import { type ClassKit, classKit } from '../testing/class-kit.ts';
import { fillClass, openClass, type Wish } from '../testing/drive-class.ts';
import { getLegalLimits } from './legal-limits.ts';
import { listMatchings, makeMatching } from './match-class.ts';
import { moveClass } from './move-class.ts';
import { getMyClass } from './my-classes.ts';
import {
  answerPlacement,
  insureClass,
  listPlacements,
  recordDocuments,
  signAllPlacements,
  signPlacement,
} from './placements.ts';
import { publishMatching } from './publish-class.ts';
import { getClass, listApplications } from './read-classes.ts';
import { putScores } from './score.ts';

let kit: ClassKit;
before(async () => {
  kit = await classKit();
});
after(() => kit.close());

const limits = { seatLimits: [], unscoredAsZero: false, withinLaw: false };

/** Two seats in all, three students; the third is out by score. */
async function filledClass() {
  const opened = await openClass(kit, [1, 1]);
  const students = await kit.addStudents(3);
  const [first = '', second = ''] = opened.seats;
  const wishes: Wish[] = students.map((student, index) => ({
    student,
    choices: [
      { seat: first, score: 90 - index },
      { seat: second, score: 80 - index },
    ],
  }));
  await fillClass(kit, opened.classId, wishes);
  return { ...opened, students };
}

type Stored = {
  seats: { id: string; capacity: number }[];
  applications: { id: string; studentId: string; choices: string[] }[];
  score: Map<string, number>;
  placed: Map<string, string>;
  seed: string;
};

/** What really is in the database, read past every wall. */
async function stored(classId: string): Promise<Stored> {
  const rows = async (sql: string) => (await kit.admin.query(sql, [classId])).rows;
  const applications = (await rows('select * from application where class_id = $1')).map((row) => ({
    id: String(row.id),
    studentId: String(row.student_id),
    choices: row.choices,
  }));
  const scores = await rows(
    'select s.* from application_score s join application a on a.id = s.application_id where a.class_id = $1',
  );
  const placements = await rows('select student_id, seat_id from placement where class_id = $1');
  const [seed] = await rows('select seed from lottery_seed where class_id = $1');
  return {
    applications,
    seats: await rows('select id, capacity from class_seat where class_id = $1'),
    score: new Map(scores.map((row) => [`${row.application_id} ${row.seat_id}`, Number(row.score)])),
    placed: new Map(placements.map((row) => [row.student_id, row.seat_id])),
    seed: seed?.seed,
  };
}

/** Wishes that a seat with room, or with a weaker holder, would grant; straight from the definition. */
function blockingPairs({ seats, applications, score, placed, seed }: Stored): string[] {
  const strength = (id: string, seat: string) => [score.get(`${id} ${seat}`) ?? 0, lotteryNumber(seed, id)];
  const found: string[] = [];
  for (const { id, studentId, choices } of applications) {
    for (const seat of choices) {
      if (placed.get(studentId) === seat) break;
      const holders = applications.filter((other) => placed.get(other.studentId) === seat);
      const room = seats.find((one) => one.id === seat)?.capacity ?? 0;
      const [mine = 0, myLot = 0] = strength(id, seat);
      const isStronger = holders.some((other) => {
        const [theirs = 0, theirLot = 0] = strength(other.id, seat);
        return mine > theirs || (mine === theirs && myLot > theirLot);
      });
      if (holders.length < room || isStronger) found.push(`${studentId} ${seat}`);
    }
  }
  return found;
}

describe('the published placements', () => {
  test('are stable with respect to the stored choices and scores', async () => {
    const wish = (seats: number) =>
      fc.record({
        order: fc.shuffledSubarray([...Array(seats).keys()], { minLength: 1 }),
        scores: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: seats, maxLength: seats }),
      });
    const market = fc
      .array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 3 })
      .chain((seats) =>
        fc.tuple(fc.constant(seats), fc.array(wish(seats.length), { minLength: 1, maxLength: 6 })),
      );
    await fc.assert(
      fc.asyncProperty(market, async ([capacities, drawn]) => {
        const { classId, seats, office } = await openClass(kit, capacities);
        const students = await kit.addStudents(drawn.length);
        const wishes = drawn.map(({ order, scores }, index) => ({
          student: students[index] ?? '',
          choices: order.map((seat) => ({ seat: seats[seat] ?? '', score: scores[seat] ?? 0 })),
        }));
        await fillClass(kit, classId, wishes);
        const run = await kit.call(makeMatching, office, { classId, ...limits });
        assert.equal(run.blockingPairs, 0);
        await kit.call(publishMatching, office, { classId, matchingId: run.id });
        const found = await stored(classId);
        assert.deepEqual(blockingPairs(found), []);
        assert.equal(found.placed.size, run.matched);
      }),
      { numRuns: 12 },
    );
  });

  test('limits of the law hold beside the seats', async () => {
    const { classId, office, seats } = await filledClass();
    const one = await kit.call(makeMatching, office, { classId, ...limits, hostLimit: 1 });
    assert.equal(one.matched, 1);
    const none = { classId, ...limits, seatLimits: [{ seatId: seats[0] ?? '', limit: 0 }] };
    const run = await kit.call(makeMatching, office, none);
    assert.deepEqual(
      run.assignments.map((each) => each.seatId),
      [seats[1]],
    );
  });
});

describe('the legal limits', () => {
  test('come from the staff of the posts, less the learners who are there already', async () => {
    // Learners of the classes above would come off the limits: here nobody else is at the host.
    await kit.admin.query(`update placement set state = 'ended'`);
    const site = newId();
    await kit.admin.query(
      `insert into site (tenant_id, id, code, name, region_code) values ($1, $2, 'S1', '一厂', '650522')`,
      [kit.ids.firm, site],
    );
    const { classId, office, seats } = await openClass(kit, [3, 3]);
    const { rows } = await kit.admin.query('select id, post_id from class_seat where class_id = $1', [
      classId,
    ]);
    const postOf = (seat: string | undefined) => rows.find((one) => one.id === seat)?.post_id;
    for (const [index, headcount] of [10, 20].entries()) {
      await kit.admin.query(
        `insert into post (tenant_id, id, code, title, occupation, site_id, headcount, monthly_pay, intern_pay)
         values ($1, $2, $3, '岗位', 'x', $4, $5, 600000, 480000)`,
        [kit.ids.firm, postOf(seats[index]), `L${index}`, site, headcount],
      );
    }
    const students = await kit.addStudents(6);
    const wishes = students.map((student, index) => ({
      student,
      choices: seats.map((seat) => ({ seat, score: 90 - index })),
    }));
    await fillClass(kit, classId, wishes);
    const law = await kit.call(getLegalLimits, office, { classId });
    assert.deepEqual(
      law.seats.map((one) => [one.staff, one.limit]),
      [
        [10, 2],
        [20, 4],
      ],
    );
    assert.deepEqual([law.host?.staff, law.host?.limit], [30, 3]);
    const kept = await kit.call(makeMatching, office, { classId, ...limits, withinLaw: true });
    assert.equal(kept.matched, 3, 'a tenth of thirty');
    assert.equal(kept.assignments.filter((one) => one.seatId === seats[0]).length, 2, 'a fifth of ten');
    const draft = await kit.call(makeMatching, office, { classId, ...limits });
    assert.equal(draft.matched, 6);
    await kit.call(publishMatching, office, { classId, matchingId: draft.id });
    assert.deepEqual(await kit.call(getLegalLimits, office, { classId }), { host: null, seats: [] });
  });
});

describe('drafts and publication', () => {
  test('scores that are missing stop a run unless they shall count as nothing', async () => {
    const { classId, office, seats } = await filledClass();
    const [applicant] = await kit.call(listApplications, office, { classId });
    const blank = { applicationId: applicant?.id ?? '', seatId: seats[0] ?? '', score: null, note: '' };
    await kit.call(putScores, kit.actor('enterprise-hr'), { classId, scores: [blank] });
    await assert.rejects(
      () => kit.call(makeMatching, office, { classId, ...limits }),
      refusal('matching.scores-missing'),
    );
    const run = await kit.call(makeMatching, office, { classId, ...limits, unscoredAsZero: true });
    assert.equal(run.matched, 2);
  });

  test('a draft shows neither itself to the enterprise nor its seed to anybody', async () => {
    const { classId, office } = await filledClass();
    await kit.call(makeMatching, office, { classId, ...limits });
    assert.deepEqual(await kit.call(listMatchings, kit.actor('enterprise-hr'), { classId }), []);
    const { seed } = await stored(classId);
    const { rows } = await kit.admin.query('select problem, result from matching_run where class_id = $1', [
      classId,
    ]);
    assert.ok(!JSON.stringify(rows).includes(seed));
  });

  test('a draft that scores have overtaken is not published', async () => {
    const { classId, office, seats } = await filledClass();
    const run = await kit.call(makeMatching, office, { classId, ...limits });
    const applicants = await kit.call(listApplications, office, { classId });
    const last = applicants.find((one) => one.scores.some((each) => each.score === 88));
    const higher = { applicationId: last?.id ?? '', seatId: seats[0] ?? '', score: 99, note: '' };
    await kit.call(putScores, kit.actor('enterprise-hr'), { classId, scores: [higher] });
    assert.equal((await kit.call(listMatchings, office, { classId }))[0]?.isOutdated, true);
    await assert.rejects(
      () => kit.call(publishMatching, office, { classId, matchingId: run.id }),
      refusal('matching.outdated'),
    );
  });

  test('two who publish different drafts at once make one result, and the seed fits its digest', async () => {
    const { classId, office } = await filledClass();
    const one = await kit.call(makeMatching, office, { classId, ...limits });
    const two = await kit.call(makeMatching, office, { classId, ...limits, hostLimit: 1 });
    const both = await Promise.allSettled(
      [one, two].map((run) => kit.call(publishMatching, office, { classId, matchingId: run.id })),
    );
    assert.equal(both.filter((each) => each.status === 'fulfilled').length, 1);
    const view = await kit.call(getClass, office, { classId });
    const published = (await kit.call(listMatchings, office, { classId })).filter((run) => run.isPublished);
    assert.equal(published.length, 1);
    assert.equal((await stored(classId)).placed.size, published[0]?.matched);
    assert.equal(lotteryCommitment(view.lotterySeed ?? ''), view.lotteryCommitment);
  });

  test('a publication that breaks off leaves nothing behind', async () => {
    const { classId, office } = await filledClass();
    const run = await kit.call(makeMatching, office, { classId, ...limits });
    const outbox = `select count(*)::int as n from outbox_event where name = 'class.published' and payload->>'classId' = '${classId}'`;
    await kit.admin.query(
      `alter table fact add constraint broken check (class_id <> '${classId}' or name <> 'agreement.signatures')`,
    );
    await assert.rejects(() => kit.call(publishMatching, office, { classId, matchingId: run.id }), /broken/);
    assert.equal((await stored(classId)).placed.size, 0);
    assert.equal((await kit.call(getClass, office, { classId })).state, 'matched');
    assert.equal((await kit.admin.query(outbox)).rows[0].n, 0);
    await kit.admin.query('alter table fact drop constraint broken');
    await kit.call(publishMatching, office, { classId, matchingId: run.id });
    assert.equal((await stored(classId)).placed.size, 2);
    assert.equal((await kit.admin.query(outbox)).rows[0].n, 1);
  });

  test('a student learns what was asked, got, and what would have been enough', async () => {
    const { classId, office, seats, students } = await filledClass();
    const student = kit.actor('student', { subjectId: students[2] ?? '' });
    assert.equal((await kit.call(getMyClass, student, { classId })).result, null);
    const run = await kit.call(makeMatching, office, { classId, ...limits });
    assert.equal((await kit.call(getMyClass, student, { classId })).result, null);
    await kit.call(publishMatching, office, { classId, matchingId: run.id });
    const { result, placement } = await kit.call(getMyClass, student, { classId });
    assert.equal(placement, null);
    assert.equal(result?.got, null);
    assert.deepEqual(
      result?.choices.map((one) => [one.seat, one.state, one.refusal?.by, one.refusal?.score]),
      [
        [seats[0], 'refused', 'score', 90],
        [seats[1], 'refused', 'score', 79],
      ],
    );
    assert.equal(result?.choices[0]?.enough?.score, 90);
  });
});

describe('from offer to start', () => {
  test('documents open the start that the law has barred, and their facts are recorded', async () => {
    const { classId, office, students, orderId } = await filledClass();
    const run = await kit.call(makeMatching, office, { classId, ...limits });
    await kit.call(publishMatching, office, { classId, matchingId: run.id });
    const start = () => kit.call(moveClass, office, { classId, action: 'start' as const });
    await assert.rejects(start, refusal('class.offers-open'));
    const placements = await kit.call(listPlacements, office, { classId });
    const own = placements.find((one) => one.studentId === students[0]);
    const other = placements.find((one) => one.studentId === students[1]);
    const placementId = own?.id ?? '';
    const student = kit.actor('student', { subjectId: students[0] ?? '' });
    const wrong = kit.actor('student', { subjectId: students[1] ?? '' });
    await assert.rejects(
      () => kit.call(answerPlacement, wrong, { placementId, accept: true }),
      refusal('thing.not-found'),
    );
    await kit.call(answerPlacement, student, { placementId, accept: true });
    await kit.call(answerPlacement, office, { placementId: other?.id ?? '', accept: false });
    await assert.rejects(start, refusal('class.documents-missing'));
    await kit.call(signPlacement, student, { placementId });
    await kit.call(signPlacement, kit.actor('guardian', { subjectId: students[0] ?? '' }), { placementId });
    const hr = kit.actor('enterprise-hr');
    await assert.rejects(
      () => kit.call(recordDocuments, hr, { placementId, schoolSignedOn: '2026-11-20' }),
      refusal('placement.not-your-role'),
    );
    await kit.call(recordDocuments, hr, { placementId, hostSignedOn: '2026-11-20' });
    await assert.rejects(
      () => kit.call(recordDocuments, office, { placementId, schoolSignedOn: '2026-11-23' }),
      refusal('placement.day-ahead'),
    );
    const signed = await kit.call(signAllPlacements, office, { classId, signedOn: '2026-11-20' });
    assert.equal(signed.count, 1, 'the declined one is not signed');
    const after = await kit.call(listPlacements, office, { classId });
    assert.equal(after.find((one) => one.id === placementId)?.hostSignedOn, '2026-11-20');
    const insurance = { insurer: '某财险', number: 'P-1', from: '2027-01-01', to: '2027-12-31' };
    const insured = await kit.call(insureClass, office, {
      classId,
      insurance: { ...insurance, payer: 'school' },
    });
    assert.equal(insured.count, 1);
    await kit.admin.query('update class_seat set post = jsonb_set(post, $2, $3) where class_id = $1', [
      classId,
      '{hazards}',
      '["underground"]',
    ]);
    await assert.rejects(start, refusal('class.blocked'));
    const kept = await kit.admin.query('select rule from verdict where class_id = $1 and is_blocking', [
      classId,
    ]);
    assert.ok(kept.rows.length > 0, 'the verdicts that refused the start can be read afterwards');
    assert.equal((await kit.call(getClass, office, { classId })).state, 'published');
    const waiting = await kit.call(listPlacements, office, { classId });
    assert.deepEqual(
      waiting.map((one) => one.state).filter((state) => state === 'active'),
      [],
    );
    await kit.admin.query('update class_seat set post = jsonb_set(post, $2, $3) where class_id = $1', [
      classId,
      '{hazards}',
      '[]',
    ]);
    const started = await start();
    assert.equal(started.state, 'running');
    const { rows } = await kit.admin.query(
      `select name, value from fact where placement_id = $1 and replaced_at is null`,
      [placementId],
    );
    const facts = new Map(rows.map((row) => [row.name, row.value]));
    assert.deepEqual(facts.get('post.majorCategory'), ['46']);
    assert.equal(facts.get('agreement.pay'), 480_000);
    assert.equal(facts.get('student.birthDate'), '2006-05-01');
    assert.deepEqual(
      facts.get('agreement.signatures').map((one: { role: string }) => one.role),
      ['school', 'host', 'student', 'guardian'],
    );
    await kit.call(moveClass, office, { classId, action: 'finish' });
    const order = await kit.admin.query('select state from talent_order where id = $1', [orderId]);
    assert.equal(order.rows[0].state, 'closed');
  });
});
