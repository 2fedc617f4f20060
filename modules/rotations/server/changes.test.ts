import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { refusal } from '@dualtrack/platform/testing';
import { type PlanKit, planKit, type UnitGiven } from '../testing/plan-kit.ts';
import { flawsOf } from '../testing/stored-plan.ts';
import { weekAfter } from '../week.ts';
import { findBest, takeBest } from './best-places.ts';
import { moveBlock, swapBlocks } from './change-blocks.ts';
import { createPlan, setElectives, setWeeks } from './create-plan.ts';
import { publishPlan } from './publish-plan.ts';
import { getPlan } from './read-plans.ts';
import { revisePlan } from './revise-plan.ts';
import { solvePlan } from './solve-plan.ts';
import { findSwaps } from './swap-costs.ts';
import { myWishes, setWishes } from './unit-wishes.ts';

let kit: PlanKit;
before(async () => {
  kit = await planKit();
});
after(() => kit.close());

const monday = '2027-03-01';

async function solved(units: UnitGiven[], students: number, weeks: number) {
  const office = kit.actor('school-office');
  const made = await kit.addClass(students);
  const base = await kit.addBase(units);
  const given = { classId: made.classId, baseId: base.baseId, name: '春季', firstWeek: monday, weeks };
  const { id: planId } = await kit.call(createPlan, office, { ...given, pattern: 'block' });
  const solve = async () => {
    await kit.call(solvePlan, office, { planId, seconds: 3 });
    await kit.settle();
    return kit.call(getPlan, office, { planId });
  };
  return { ...made, ...base, planId, office, solve, view: await solve() };
}

test('a block moves where the rules let it, is refused where they do not, and the rows keep every limit', async () => {
  const { planId, office, view } = await solved([{ weeks: 2, stations: [1, 1] }], 2, 8);
  const [one, other] = view.blocks;
  assert.ok(one && other && view.score !== null && view.bound !== null);
  const station = (id: string) => view.stations.find((row) => row.id !== id)?.id ?? '';
  // Everybody begins in the first week: on the other's station there is no place then.
  assert.equal(one.firstWeek, other.firstWeek);
  await assert.rejects(
    kit.call(moveBlock, office, {
      planId,
      blockId: one.id,
      stationId: station(one.stationId),
      firstWeek: one.firstWeek,
    }),
    refusal('plan.cannot-stand'),
  );
  for (const firstWeek of [weekAfter(monday, 7), weekAfter(monday, -1), '2027-03-03']) {
    const input = { planId, blockId: one.id, stationId: one.stationId, firstWeek };
    await assert.rejects(kit.call(moveBlock, office, input), refusal('plan.cannot-stand'));
  }
  const target = { stationId: other.stationId, firstWeek: weekAfter(monday, 4) };
  await kit.call(moveBlock, office, { planId, blockId: one.id, ...target });
  const after = await kit.call(getPlan, office, { planId });
  const moved = after.blocks.find((block) => block.id === one.id);
  assert.deepEqual([moved?.stationId, moved?.firstWeek, moved?.isPinned], [...Object.values(target), true]);
  assert.deepEqual(await flawsOf(kit.admin, planId), []);
  // Four weeks of waiting cost four points, and the plan says that it is no longer the best.
  assert.ok(after.score !== null && after.score < view.score && after.status === 'feasible');
  const best = await kit.call(findBest, office, { planId, placementId: one.placementId });
  assert.ok(best.best !== null && best.score !== null && best.best - best.score === 4);
  await kit.call(takeBest, office, { planId, placementId: one.placementId });
  const back = await kit.call(getPlan, office, { planId });
  assert.ok(Math.abs((back.score ?? 0) - view.score) < 1e-6);
  assert.deepEqual(await flawsOf(kit.admin, planId), []);
});

test('two students change places; blocks of different units cannot', async () => {
  const units = [
    { weeks: 2, stations: [1] },
    { weeks: 2, stations: [1] },
  ];
  const { planId, office, view } = await solved(units, 2, 4);
  const [first] = view.blocks;
  const inUnit = view.blocks.filter((block) => block.unitId === first?.unitId);
  const elsewhere = view.blocks.find((block) => block.unitId !== first?.unitId);
  assert.ok(first && elsewhere && inUnit.length === 2);
  const swap = { planId, blockId: first.id, otherId: elsewhere.id };
  await assert.rejects(kit.call(swapBlocks, office, swap), refusal('plan.cannot-stand'));
  // With two weeks for everybody, exchanging one unit would put each at two places at once.
  const [one, other] = inUnit;
  await assert.rejects(
    kit.call(swapBlocks, office, { planId, blockId: one?.id ?? '', otherId: other?.id ?? '' }),
    refusal('plan.cannot-stand'),
  );
  const roomy = await solved([{ weeks: 2, stations: [1] }], 2, 4);
  const [left, right] = roomy.view.blocks;
  assert.ok(left && right);
  await kit.call(swapBlocks, office, { planId: roomy.planId, blockId: left.id, otherId: right.id });
  const after = await kit.call(getPlan, office, { planId: roomy.planId });
  assert.equal(after.blocks.find((block) => block.id === left.id)?.firstWeek, right.firstWeek);
  assert.deepEqual(await flawsOf(kit.admin, roomy.planId), []);
});

test('a revision changes only what it has to', async () => {
  const units = [
    { weeks: 2, stations: [2, 2] },
    { weeks: 2, stations: [3, 1] },
  ];
  const { planId, office, view } = await solved(units, 6, 14);
  await kit.call(publishPlan, office, { planId });
  const { id: revised } = await kit.call(revisePlan, office, { planId });
  const before = await kit.call(getPlan, office, { planId: revised });
  assert.deepEqual([before.state, before.basedOn, before.blocks.length], ['solved', planId, 12]);
  // One week falls away: whoever stands in it moves, nobody else.
  const [busy] = view.blocks.map((block) => block.firstWeek).sort();
  const lost = { weekStart: busy ?? monday, kind: 'school' as const, note: '' };
  await kit.call(setWeeks, office, { planId: revised, weeks: [lost] });
  await kit.call(solvePlan, office, { planId: revised, seconds: 5 });
  await kit.settle();
  const after = await kit.call(getPlan, office, { planId: revised });
  assert.equal(after.state, 'solved');
  const key = (block: (typeof view.blocks)[number]) =>
    `${block.placementId} ${block.unitId} ${block.siteId} ${block.firstWeek}`;
  const kept = new Set(after.blocks.map(key));
  const hit = view.blocks.filter(
    (one) => one.firstWeek <= lost.weekStart && weekAfter(one.firstWeek, one.weeks) > lost.weekStart,
  );
  const changed = view.blocks.filter((one) => !kept.has(key(one)));
  assert.ok(hit.length > 0);
  assert.deepEqual(new Set(changed.map(key)), new Set(hit.map(key)));
  assert.deepEqual(await flawsOf(kit.admin, revised), []);
  await assert.rejects(kit.call(revisePlan, office, { planId: revised }), refusal('plan.not-in-state'));
  const stranger = kit.actor('school-office', { tenant: kit.ids.otherSchool });
  await assert.rejects(kit.call(revisePlan, stranger, { planId }), refusal('thing.not-found'));
  const input = { planId: revised, placementId: view.blocks[0]?.placementId ?? '' };
  await assert.rejects(kit.call(findBest, stranger, input), refusal('thing.not-found'));
});

test('wishes for optional units are met where there is room, and named where not', async () => {
  const units = [
    { weeks: 2, stations: [1] },
    { weeks: 2, stations: [4] },
  ];
  const { baseId, units: unitIds, students, placements, planId, office, solve } = await solved(units, 2, 4);
  await kit.admin.query('update base_unit set is_required = false where base_id = $1', [baseId]);
  const [scarce = '', plenty = ''] = unitIds;
  const student = (at: number) => kit.actor('student', { subjectId: students[at] ?? '' });
  await assert.rejects(
    kit.call(setWishes, student(0), { baseId, wishes: [planId] }),
    refusal('wish.no-such-unit'),
  );
  await kit.call(setWishes, student(0), { baseId, wishes: [scarce, plenty] });
  await kit.call(setWishes, student(1), { baseId, wishes: [scarce] });
  const mine = (await kit.call(myWishes, student(0), {})).items.find((one) => one.baseId === baseId);
  assert.deepEqual(mine?.wishes, [scarce, plenty]);
  await kit.call(setElectives, office, { planId, electives: 1 });
  const view = await solve();
  const unitOf = (at: number) => view.blocks.find((block) => block.placementId === placements[at])?.unitId;
  // One place: the one for whom the other unit is a wish as well gives way.
  assert.deepEqual([unitOf(0), unitOf(1)], [plenty, scarce]);
  assert.deepEqual(
    view.learners.map((one) => [placements.indexOf(one.placementId), one.unmetWishes.length]).sort(),
    [
      [0, 1],
      [1, 0],
    ],
  );
});

test('who was further from the own best than others counts more in the next round', async () => {
  const { office, classId, baseId, planId, view } = await solved([{ weeks: 2, stations: [1] }], 2, 4);
  await kit.call(publishPlan, office, { planId });
  const late = view.blocks.find((block) => block.firstWeek > monday);
  const scores = view.learners.map((one) => (one.ideal ?? 0) - (one.score ?? 0)).sort();
  assert.deepEqual(scores, [0, 2]);
  const given = { classId, baseId, name: '二轮', firstWeek: weekAfter(monday, 4), weeks: 4 };
  const { id } = await kit.call(createPlan, office, { ...given, pattern: 'block' });
  await kit.call(solvePlan, office, { planId: id, seconds: 3 });
  await kit.settle();
  const next = await kit.call(getPlan, office, { planId: id });
  assert.deepEqual(
    next.learners.filter((one) => one.isOwed).map((one) => one.placementId),
    [late?.placementId],
  );
  const first = next.blocks.find((block) => block.firstWeek === weekAfter(monday, 4));
  assert.equal(first?.placementId, late?.placementId);
});

test('students without the safety exam of a unit are named until they pass', async () => {
  const { baseId, units, planId, office } = await solved([{ weeks: 2, stations: [2] }], 2, 4);
  assert.deepEqual((await kit.call(getPlan, office, { planId })).withoutInduction, []);
  const question = JSON.stringify([{ id: 'q1', text: '?', textEn: '', choices: [], answer: 0 }]);
  await kit.admin.query(
    `insert into base_induction (tenant_id, enterprise_id, base_id, unit_id, pass_mark, questions, changed_at)
     values ($1, $2, $3, $4, 80, $5, '2026-01-01')`,
    [kit.ids.school, kit.ids.firm, baseId, units[0], question],
  );
  const view = await kit.call(getPlan, office, { planId });
  assert.deepEqual(
    new Set(view.withoutInduction.map((one) => one.blockId)),
    new Set(view.blocks.map((block) => block.id)),
  );
});

test('what a change of places is said to cost is what it costs, and one more place helps those who wait', async () => {
  const { planId, office, view } = await solved([{ weeks: 2, stations: [1] }], 3, 6);
  assert.equal(view.state, 'solved');
  const [first] = [...view.blocks].sort((one, other) => (one.firstWeek < other.firstWeek ? -1 : 1));
  assert.ok(first);
  const { items } = await kit.call(findSwaps, office, { planId, blockId: first.id });
  assert.equal(items.length, 2);
  const [cheapest] = items;
  assert.ok(cheapest?.isPossible);
  // Whoever begins later waits longer: what one wins the other loses.
  assert.deepEqual([cheapest.own, cheapest.theirs], [-2, 2]);
  await kit.call(swapBlocks, office, { planId, blockId: first.id, otherId: cheapest.otherId });
  const after = await kit.call(getPlan, office, { planId });
  const pointsOf = (plan: typeof view, placementId: string) =>
    plan.learners.find((one) => one.placementId === placementId)?.score ?? Number.NaN;
  const other = view.blocks.find((one) => one.id === cheapest.otherId);
  for (const [block, change] of [
    [first, cheapest.own],
    [other, cheapest.theirs],
  ] as const) {
    const placementId = block?.placementId ?? '';
    assert.equal(pointsOf(after, placementId) - pointsOf(view, placementId), change);
  }
  // One more place in March is taken by either of the two who wait.
  const [bottleneck] = view.bottlenecks;
  assert.equal(bottleneck?.month, '2027-03');
  assert.equal(bottleneck?.placementIds.length, 2);
  assert.ok(!bottleneck?.placementIds.includes(first.placementId));
  assert.equal(bottleneck?.gain, 4);
});
