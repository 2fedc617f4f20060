import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { refusal } from '@dualtrack/platform/testing';
import type { PlanDetail } from '../contract.ts';
import { type PlanKit, planKit, type UnitGiven } from '../testing/plan-kit.ts';
import { weekAfter } from '../week.ts';
import { takeBest } from './best-places.ts';
import { moveBlock } from './change-blocks.ts';
import { createPlan, setWeeks } from './create-plan.ts';
import { pinBlock, publishPlan } from './publish-plan.ts';
import { getPlan } from './read-plans.ts';
import { revisePlan } from './revise-plan.ts';
import { setAbsences } from './set-absences.ts';
import { solvePlan } from './solve-plan.ts';

let kit: PlanKit;
before(async () => {
  kit = await planKit();
});
after(() => kit.close());

const monday = '2027-03-01';
const beforehand = new Date('2027-02-01T08:00:00Z');
/** A Wednesday in the third week. */
const underway = new Date('2027-03-17T08:00:00Z');
const thisWeek = '2027-03-15';

async function solved(units: UnitGiven[], students: number, weeks: number, mentors = [40]) {
  kit.clock.set(beforehand);
  const office = kit.actor('school-office');
  const made = await kit.addClass(students);
  const base = await kit.addBase(units, mentors);
  const given = { classId: made.classId, baseId: base.baseId, name: '春季', firstWeek: monday, weeks };
  const { id: planId } = await kit.call(createPlan, office, { ...given, pattern: 'block' });
  const view = (id = planId) => kit.call(getPlan, office, { planId: id });
  const solve = async (id = planId) => {
    await kit.call(solvePlan, office, { planId: id, seconds: 3 });
    await kit.settle();
    return view(id);
  };
  const revised = async () => {
    await kit.call(publishPlan, office, { planId });
    kit.clock.set(underway);
    return (await kit.call(revisePlan, office, { planId })).id;
  };
  return { ...made, ...base, planId, office, solve, view, revised, first: await solve() };
}

const places = (blocks: PlanDetail['blocks']) =>
  blocks.map(({ placementId, unitId, stationId, firstWeek, weeks }) =>
    [placementId, unitId, stationId, firstWeek, weeks].join(' '),
  );

test('a workstation breaks under way: the past stays, its block goes on elsewhere, nobody else moves', async () => {
  const units = [
    { weeks: 4, stations: [1, 1, 1] },
    { weeks: 4, stations: [1, 1, 1] },
  ];
  const { first, revised, solve, view, office } = await solved(units, 2, 8);
  const hit = first.blocks.find((block) => block.firstWeek === monday);
  assert.ok(hit, 'somebody begins at once');
  const planId = await revised();
  const closed = JSON.stringify([{ from: '2027-03-16', to: '2027-03-28', places: 0, note: '故障' }]);
  await kit.admin.query('update base_station set periods = $1 where id = $2', [closed, hit.stationId]);
  // Weeks that are over are as they were: only this one and the next are named.
  assert.deepEqual(
    (await view(planId)).misfits.map(({ code, week }) => `${code} ${week}`),
    [`station-full ${thisWeek}`, `station-full ${weekAfter(thisWeek, 1)}`],
  );
  const after = await solve(planId);
  assert.deepEqual([after.state, after.misfits, after.faults], ['solved', [], []]);
  const own = after.blocks.filter((one) => one.placementId === hit.placementId && one.unitId === hit.unitId);
  assert.deepEqual(
    own.map((one) => [one.firstWeek, one.weeks, one.stationId === hit.stationId]),
    [
      [monday, 2, true],
      [thisWeek, 2, false],
    ],
  );
  const rest = first.blocks.filter((one) => one.id !== hit.id);
  const unchanged = new Set(places(after.blocks));
  assert.deepEqual(
    places(rest).filter((one) => !unchanged.has(one)),
    [],
  );
  // What is past is moved by nobody's hand either.
  const [past] = own;
  assert.ok(past);
  await assert.rejects(
    kit.call(moveBlock, office, {
      planId,
      blockId: past.id,
      stationId: past.stationId,
      firstWeek: weekAfter(monday, 4),
    }),
    refusal('plan.cannot-stand'),
  );
  await kit.call(takeBest, office, { planId, placementId: hit.placementId });
  const best = await view(planId);
  assert.ok(places(own).every((one) => places(best.blocks).includes(one)));
  await kit.call(publishPlan, office, { planId });
});

test('a mentor falls away under way: from this week on somebody else looks after the block', async () => {
  const { first, revised, solve, staff } = await solved([{ weeks: 4, stations: [1] }], 1, 4, [2, 2]);
  const [hit] = first.blocks;
  assert.ok(hit?.mentorId);
  const planId = await revised();
  const away = JSON.stringify([{ from: '2027-03-17', to: '2027-04-30', note: '' }]);
  await kit.admin.query('update base_mentor set absences = $1 where id = $2', [away, hit.mentorId]);
  const after = await solve(planId);
  assert.equal(staff.length, 2);
  assert.deepEqual(
    after.blocks.map((one) => [
      one.firstWeek,
      one.weeks,
      one.mentorId === hit.mentorId,
      one.mentorId === null,
    ]),
    [
      [monday, 2, true, false],
      [thisWeek, 2, false, false],
    ],
  );
  assert.deepEqual(after.misfits, []);
});

test('a student is absent: the block to come is named, moves clear of the absence, and what has begun stays', async () => {
  const units = [
    { weeks: 3, stations: [1] },
    { weeks: 3, stations: [1] },
  ];
  const { first, revised, solve, view, office } = await solved(units, 2, 12);
  const planId = await revised();
  const later = first.blocks.find((block) => block.firstWeek > thisWeek);
  assert.ok(later, 'somebody has a unit to come');
  const { placementId } = later;
  const absent = { from: later.firstWeek, to: weekAfter(later.firstWeek, 1), isMadeUp: true };
  const wrong = { planId, placementId, absences: [{ ...absent, from: absent.to, to: absent.from }] };
  await assert.rejects(kit.call(setAbsences, office, wrong), refusal('plan.absence-misplaced'));
  const stranger = kit.actor('school-office', { tenant: kit.ids.otherSchool });
  const given = { planId, placementId, absences: [absent] };
  await assert.rejects(kit.call(setAbsences, stranger, given), refusal('thing.not-found'));
  const noted = await kit.call(setAbsences, office, given);
  assert.deepEqual(noted.learners.find((one) => one.placementId === placementId)?.absences, [absent]);
  assert.deepEqual(
    noted.misfits.map(({ code, week }) => `${code} ${week}`),
    [0, 1].map((at) => `student-absent ${weekAfter(later.firstWeek, at)}`),
  );
  await assert.rejects(kit.call(publishPlan, office, { planId }), refusal('plan.misfits'));
  const after = await solve(planId);
  const own = after.blocks.filter((one) => one.placementId === placementId);
  assert.equal(own.length, 2);
  assert.ok(own.some((one) => one.unitId === later.unitId && one.firstWeek >= weekAfter(later.firstWeek, 2)));
  const begun = first.blocks.filter((one) => one.firstWeek <= thisWeek);
  assert.ok(places(begun).every((one) => places(after.blocks).includes(one)));
  assert.deepEqual((await view(planId)).misfits, []);
  const block = after.blocks.find((one) => one.placementId === placementId && one.unitId === later.unitId);
  const back = { planId, blockId: block?.id ?? '', stationId: later.stationId, firstWeek: later.firstWeek };
  await assert.rejects(kit.call(moveBlock, office, back), refusal('plan.cannot-stand'));
  // Gone again, the absence is nobody's hindrance.
  const free = await kit.call(setAbsences, office, { planId, placementId, absences: [] });
  assert.deepEqual(free.learners.find((one) => one.placementId === placementId)?.absentWeeks, []);
});

test('kept blocks that contradict calendar and places are named, refuse the search, and can be let go', async () => {
  const { first, planId, office, solve, view } = await solved([{ weeks: 2, stations: [2] }], 2, 4);
  for (const block of first.blocks) {
    await kit.call(pinBlock, office, { planId, blockId: block.id, isPinned: true });
  }
  const school = { weekStart: monday, kind: 'school' as const, note: '' };
  await kit.call(setWeeks, office, { planId, weeks: [school] });
  const away = await view();
  assert.equal(away.state, 'draft');
  assert.deepEqual(
    away.faults.map((fault) => [fault.code, fault.placementIds.length, fault.blockIds.length, fault.weeks]),
    first.blocks.map(() => ['kept-away', 1, 1, [monday]]),
  );
  await assert.rejects(kit.call(solvePlan, office, { planId, seconds: 1 }), refusal('plan.not-sound'));
  await kit.call(setWeeks, office, { planId, weeks: [{ ...school, kind: 'enterprise' }] });
  await kit.admin.query('update base_station set places = 1 where base_id = $1', [first.baseId]);
  const [full, ...more] = (await view()).faults;
  assert.deepEqual(more, []);
  assert.deepEqual([full?.code, full?.needed, full?.available], ['kept-full', 2, 1]);
  assert.deepEqual([...(full?.blockIds ?? [])].sort(), first.blocks.map((block) => block.id).sort());
  await kit.call(pinBlock, office, { planId, blockId: full?.blockIds[0] ?? '', isPinned: false });
  assert.deepEqual((await view()).faults, []);
  assert.equal((await solve()).state, 'solved');
});

test('a unit longer than the plan, and students who need more weeks than there are, are named once', async () => {
  kit.clock.set(beforehand);
  const office = kit.actor('school-office');
  const { classId } = await kit.addClass(3);
  const { baseId, units } = await kit.addBase([
    { weeks: 6, stations: [4] },
    { weeks: 2, stations: [4] },
  ]);
  const given = { classId, baseId, name: '短', firstWeek: monday, weeks: 5, pattern: 'block' as const };
  const { id: planId } = await kit.call(createPlan, office, given);
  const { faults } = await kit.call(getPlan, office, { planId });
  assert.deepEqual(
    faults.map(({ code, unitIds, placementIds, needed, available }) => [
      ...[code, unitIds, placementIds.length, needed, available],
    ]),
    [
      ['unit-too-long', [units[0]], 0, 6, 5],
      ['too-few-weeks', [], 3, 8, 5],
    ],
  );
});

test('two changes of one plan: the first is published, the second would undo it and is refused', async () => {
  const { planId, office, view, revised } = await solved([{ weeks: 2, stations: [2] }], 1, 4);
  const first = await revised();
  const { id: second } = await kit.call(revisePlan, office, { planId });
  assert.deepEqual([(await view(first)).overtakenBy, (await view(second)).overtakenBy], [null, null]);
  await kit.call(publishPlan, office, { planId: first });
  assert.equal((await view(second)).overtakenBy, first);
  assert.equal((await view(first)).overtakenBy, null);
  await assert.rejects(kit.call(publishPlan, office, { planId: second }), refusal('plan.stale'));
  const states = await Promise.all([planId, first, second].map(async (id) => (await view(id)).state));
  assert.deepEqual(states, ['superseded', 'published', 'solved']);
  // Begun again from the published one, it can be.
  const { id: third } = await kit.call(revisePlan, office, { planId: first });
  await kit.call(publishPlan, office, { planId: third });
});

test('a change that lies for some weeks keeps what has begun in the meantime', async () => {
  const units = [
    { weeks: 2, stations: [1] },
    { weeks: 2, stations: [1] },
  ];
  const { first, revised, solve } = await solved(units, 1, 10);
  const planId = await revised();
  const next = first.blocks.find((block) => block.firstWeek > monday);
  assert.ok(next);
  // In its second week: nobody has pinned it, and it stays.
  kit.clock.set(new Date(`${weekAfter(next.firstWeek, 1)}T08:00:00Z`));
  const after = await solve(planId);
  assert.deepEqual(places(after.blocks).sort(), places(first.blocks).sort());
});
