import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { refusal } from '@dualtrack/platform/testing';
import { type PlanKit, planKit, type UnitGiven } from '../testing/plan-kit.ts';
import { flawsOf } from '../testing/stored-plan.ts';
import { moveBlock } from './change-blocks.ts';
import { createPlan } from './create-plan.ts';
import { publishPlan } from './publish-plan.ts';
import { getPlan } from './read-plans.ts';
import { solvePlan } from './solve-plan.ts';

let kit: PlanKit;
before(async () => {
  kit = await planKit();
});
after(() => kit.close());

const monday = '2027-03-01';

async function plan(units: UnitGiven[], students: number, weeks: number, mentors: readonly number[]) {
  const office = kit.actor('school-office');
  const made = await kit.addClass(students);
  const base = await kit.addBase(units, mentors);
  const given = { classId: made.classId, baseId: base.baseId, name: '春季轮岗', firstWeek: monday };
  const { id: planId } = await kit.call(createPlan, office, { ...given, weeks, pattern: 'block' });
  return { ...made, ...base, planId, office };
}

async function solved(...given: Parameters<typeof plan>) {
  const made = await plan(...given);
  await kit.call(solvePlan, made.office, { planId: made.planId, seconds: 5 });
  await kit.settle();
  return made;
}

test('more learners than mentors take: they wait for one; where time is short the mentors are named', async () => {
  const { planId, office } = await solved([{ weeks: 2, stations: [4] }], 4, 8, [1]);
  const view = await kit.call(getPlan, office, { planId });
  const starts = new Set(view.blocks.map((block) => block.firstWeek));
  assert.deepEqual([view.state, starts.size], ['solved', 4]);
  assert.ok(view.blocks.every((block) => block.mentorId !== null));
  assert.deepEqual(await flawsOf(kit.admin, planId), []);
  const short = await solved([{ weeks: 2, stations: [4] }], 4, 2, [1, 2]);
  const { state, unmet } = await kit.call(getPlan, office, { planId: short.planId });
  assert.equal(state, 'infeasible');
  const mentors = unmet?.find((one) => one.code === 'pool-max');
  assert.deepEqual([mentors?.params.units, mentors?.params.heads], [short.units, [3]]);
  assert.ok(unmet?.every((one) => one.code !== 'place-max'));
});

test('a mentor of one unit limits that unit alone, and absence lowers it', async () => {
  const twoUnits = [
    { weeks: 2, stations: [4] },
    { weeks: 2, stations: [4] },
  ];
  const { planId, office, baseId, staff, units } = await plan(twoUnits, 4, 8, [4, 1]);
  const set = (at: number, change: string, value: unknown) =>
    kit.admin.query(`update base_mentor set ${change} = $3 where base_id = $1 and staff_id = $2`, [
      baseId,
      staff[at],
      JSON.stringify(value),
    ]);
  await set(0, 'unit_ids', [units[0]]);
  await set(1, 'unit_ids', [units[1]]);
  await kit.call(solvePlan, office, { planId, seconds: 5 });
  await kit.settle();
  const view = await kit.call(getPlan, office, { planId });
  const mentorOf = new Map(view.mentors.map((mentor) => [mentor.unitIds[0], mentor.id]));
  assert.equal(view.state, 'solved');
  assert.ok(view.blocks.every((block) => block.mentorId === mentorOf.get(block.unitId)));
  const second = view.blocks.filter((block) => block.unitId === units[1]).map((block) => block.firstWeek);
  assert.equal(new Set(second).size, 4);
  // Four learners one after the other, two weeks each, and one week is lost.
  await set(1, 'absences', [{ from: '2027-03-30', to: '2027-03-30', note: '' }]);
  await kit.call(solvePlan, office, { planId, seconds: 5 });
  await kit.settle();
  const less = await kit.call(getPlan, office, { planId });
  assert.equal(less.state, 'infeasible');
  assert.deepEqual(
    less.unmet?.filter((one) => one.code === 'pool-max').map((one) => one.params.units),
    [[units[1]]],
  );
});

test('what published plans of other classes take of a base is not planned again', async () => {
  const first = await solved([{ weeks: 2, stations: [2] }], 2, 4, [2]);
  await kit.call(publishPlan, first.office, { planId: first.planId });
  const { classId } = await kit.addClass(2);
  const given = { classId, baseId: first.baseId, name: '二班', firstWeek: monday, weeks: 4 };
  const { id: planId } = await kit.call(createPlan, first.office, { ...given, pattern: 'block' });
  await kit.call(solvePlan, first.office, { planId, seconds: 5 });
  await kit.settle();
  const view = await kit.call(getPlan, first.office, { planId });
  assert.equal(view.state, 'solved');
  assert.ok(view.blocks.every((block) => block.firstWeek === '2027-03-15'));
  assert.deepEqual(
    [view.stations[0]?.weekPlaces, view.mentors[0]?.weekRoom],
    [
      [0, 0, 2, 2],
      [0, 0, 2, 2],
    ],
  );
  // Published meanwhile in the same weeks by the first class: the draft of the second no longer fits.
  await kit.admin.query(`update rotation_block set first_week = '2027-03-15' where plan_id = $1`, [
    first.planId,
  ]);
  const later = await kit.call(getPlan, first.office, { planId });
  assert.deepEqual([...new Set(later.misfits.map((one) => one.code))].sort(), [
    'mentor-full',
    'station-full',
  ]);
});

test('a block over which nobody can look all the time is not planned where another arrangement is', async () => {
  // Each of the two is away in one week, so that in every week one of them is there, but nobody for the first five.
  const { planId, office, baseId, staff } = await plan([{ weeks: 4, stations: [1] }], 1, 10, [1, 1]);
  for (const [at, day] of ['2027-03-09', '2027-03-23'].entries()) {
    await kit.admin.query(`update base_mentor set absences = $3 where base_id = $1 and staff_id = $2`, [
      ...[baseId, staff[at]],
      JSON.stringify([{ from: day, to: day, note: '' }]),
    ]);
  }
  await kit.call(solvePlan, office, { planId, seconds: 5 });
  await kit.settle();
  const { blocks, status, score, bound } = await kit.call(getPlan, office, { planId });
  assert.equal(blocks.length, 1);
  assert.ok(blocks.every((block) => block.mentorId !== null && block.firstWeek >= '2027-03-15'));
  // The bound is that of all arrangements, also of those without a mentor: no more is claimed than is proven.
  assert.ok(status === 'feasible' && (score ?? 0) < (bound ?? 0));
});

test('a block is given to another mentor where that one has room, and nowhere without a mentor', async () => {
  const { planId, office, units } = await solved([{ weeks: 2, stations: [3] }], 3, 4, [1, 2]);
  const view = await kit.call(getPlan, office, { planId });
  const [small = '', large = ''] = [...view.mentors]
    .sort((one, other) => (one.weekRoom[0] ?? 0) - (other.weekRoom[0] ?? 0))
    .map((one) => one.id);
  const of = (mentorId: string) => view.blocks.filter((block) => block.mentorId === mentorId);
  const [block, neighbour] = of(large);
  assert.ok(block && neighbour && of(small).length === 1 && view.blocks.length === 3);
  const to = (mentorId: string, firstWeek: string) =>
    kit.call(moveBlock, office, {
      planId,
      blockId: block.id,
      stationId: block.stationId,
      firstWeek,
      mentorId,
    });
  // In the same weeks the other one has a learner already.
  await assert.rejects(to(small, block.firstWeek), refusal('plan.cannot-stand'));
  await to(small, '2027-03-15');
  const after = await kit.call(getPlan, office, { planId });
  const moved = after.blocks.find((one) => one.id === block.id);
  assert.deepEqual([moved?.mentorId, moved?.firstWeek, moved?.isPinned], [small, '2027-03-15', true]);
  assert.deepEqual(await flawsOf(kit.admin, planId), []);
  // The mentor with two places stays away: a second block has nobody from the third week on.
  await kit.admin.query(`update base_mentor set absences = $2 where id = $1`, [
    large,
    JSON.stringify([{ from: '2027-03-15', to: '2027-03-28', note: '' }]),
  ]);
  const late = { stationId: neighbour.stationId, firstWeek: '2027-03-15' };
  const moving = kit.call(moveBlock, office, { planId, blockId: neighbour.id, ...late });
  await assert.rejects(moving, refusal('plan.cannot-stand'));
  assert.equal(units.length, 1);
});
