import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { refusal } from '@dualtrack/platform/testing';
import { noRules } from '../plan-rules.ts';
import type { PlanRules } from '../rules-contract.ts';
import { type PlanKit, planKit, type UnitGiven } from '../testing/plan-kit.ts';
import { flawsOf } from '../testing/stored-plan.ts';
import { weekAfter } from '../week.ts';
import { findBest, takeBest } from './best-places.ts';
import { moveBlock, swapBlocks } from './change-blocks.ts';
import { createPlan, setElectives } from './create-plan.ts';
import { publishPlan } from './publish-plan.ts';
import { getPlan } from './read-plans.ts';
import { setRules } from './set-rules.ts';
import { solvePlan } from './solve-plan.ts';

let kit: PlanKit;
before(async () => {
  kit = await planKit();
});
after(() => kit.close());

const monday = '2027-03-01';
const twoUnits: UnitGiven[] = [
  { weeks: 2, stations: [3, 3] },
  { weeks: 1, stations: [3, 3] },
];

/** A plan of a class; the second station of each unit is at a site of its own. */
async function plan(units = twoUnits, students = 4, weeks = 8) {
  const office = kit.actor('school-office');
  const made = await kit.addClass(students);
  const base = await kit.addBase(units);
  const south = crypto.randomUUID();
  await kit.admin.query(
    `update base_station set site_id = $2, site_name = '二厂' where base_id = $1 and code like 'W%-1'`,
    [base.baseId, south],
  );
  const given = { classId: made.classId, baseId: base.baseId, name: '春季轮岗', firstWeek: monday };
  const { id: planId } = await kit.call(createPlan, office, { ...given, weeks, pattern: 'block' });
  const set = (rules: Partial<PlanRules>, revision = 0, actor = office) =>
    kit.call(setRules, actor, { planId, revision, rules: { ...noRules, ...rules } });
  const solve = async () => {
    await kit.call(solvePlan, office, { planId, seconds: 5 });
    await kit.settle();
    return kit.call(getPlan, office, { planId });
  };
  return { ...made, ...base, planId, office, north: base.baseId, south, set, solve };
}

const orderUnits = (later: string | undefined, first: string | undefined) =>
  kit.admin.query('update base_unit set comes_after = $2 where id = $1', [later, JSON.stringify([first])]);

describe('the order of units', () => {
  test('a search keeps it, a move by hand against it is refused, a ring is named before any search', async () => {
    const { planId, office, units, solve, placements } = await plan();
    const [long, short] = units;
    await orderUnits(long, short);
    const view = await solve();
    assert.equal(view.state, 'solved');
    const startOf = (placementId: string, unitId: string | undefined) =>
      view.blocks.find((one) => one.placementId === placementId && one.unitId === unitId);
    for (const id of placements) {
      assert.ok((startOf(id, short)?.firstWeek ?? '9') < (startOf(id, long)?.firstWeek ?? ''));
    }
    assert.deepEqual(
      view.balance.map((row) => row.after),
      [[short], []],
    );
    const block = startOf(placements[0] ?? '', short);
    assert.ok(block);
    const late = { planId, blockId: block.id, stationId: block.stationId, firstWeek: weekAfter(monday, 7) };
    const moving = kit.call(moveBlock, office, late);
    await assert.rejects(moving, (error: { code?: string; params?: { flaws?: { code: string }[] } }) => {
      assert.deepEqual(
        error.params?.flaws?.map((one) => one.code),
        ['order'],
      );
      return error.code === 'plan.cannot-stand';
    });
    await orderUnits(short, long);
    const { faults } = await kit.call(getPlan, office, { planId });
    const ring = faults.find((one) => one.code === 'order-circle');
    assert.deepEqual([...(ring?.unitIds ?? [])].sort(), [...units].sort());
    await assert.rejects(kit.call(solvePlan, office, { planId, seconds: 5 }), refusal('plan.not-sound'));
  });
});

describe('rules of a plan', () => {
  test('either office sets them as a whole; others, and who saw older ones, are refused', async () => {
    const { planId, office, set, north } = await plan();
    const siteLimits = [{ siteId: north, most: 2 }];
    const first = await set({ siteLimits });
    assert.deepEqual([first.rules.revision, first.rules.siteLimits], [1, siteLimits]);
    await assert.rejects(set({}), refusal('plan.rules-changed'));
    const both = await Promise.allSettled([set({}, 1), set({ siteLimits }, 1, kit.actor('enterprise-hr'))]);
    assert.deepEqual(both.map((one) => one.status).sort(), ['fulfilled', 'rejected']);
    for (const role of ['mentor', 'teacher', 'student'] as const) {
      await assert.rejects(set({}, 2, kit.actor(role)));
    }
    await assert.rejects(set({}, 2, kit.actor('school-office', { tenant: kit.ids.otherSchool })));
    // What else is set of the plan stays.
    const { settings } = (await kit.admin.query('select settings from rotation_plan where id = $1', [planId]))
      .rows[0];
    assert.equal(settings.pattern, 'block');
    assert.equal((await kit.call(getPlan, office, { planId })).rules.revision, 2);
  });

  test('what cannot be kept is refused when it is set, and named where it comes about later', async () => {
    const { planId, office, set, units, north, baseId } = await plan();
    const least = { unitId: units[0] ?? '', siteId: north, fromWeek: monday, toWeek: monday, heads: 3 };
    await assert.rejects(set({ least: [{ ...least, heads: 5 }] }), refusal('plan.rules-not-sound'));
    await set({ least: [least] });
    await kit.admin.query(`update base_station set places = 1 where base_id = $1 and code = 'W0-0'`, [
      baseId,
    ]);
    const { faults } = await kit.call(getPlan, office, { planId });
    assert.deepEqual(
      faults.map(({ code, rule }) => [code, rule?.code, rule?.week, rule?.needed, rule?.available]),
      [['rule', 'over-places', monday, 3, 1]],
    );
    await assert.rejects(kit.call(solvePlan, office, { planId, seconds: 5 }), refusal('plan.not-sound'));
  });

  test('least heads and the limit of a site hold in what is found, also where a site is several places', async () => {
    const { planId, office, set, solve, units, south, north, baseId } = await plan(
      [
        { weeks: 2, stations: [3, 3] },
        { weeks: 1, stations: [3, 3, 3] },
      ],
      4,
      8,
    );
    // The third station of the second unit is at the first site too, and there only from the second week on.
    await kit.admin.query(
      `update base_station set available_from = '2027-03-08' where base_id = $1 and code = 'W1-2'`,
      [baseId],
    );
    const week = weekAfter(monday, 5);
    const least = [
      { unitId: units[0] ?? '', siteId: south, fromWeek: monday, toWeek: weekAfter(monday, 1), heads: 3 },
      { unitId: units[1] ?? '', siteId: north, fromWeek: week, toWeek: week, heads: 4 },
    ];
    await set({ least, siteLimits: [{ siteId: south, most: 1 }] });
    const view = await solve();
    assert.equal(view.state, 'solved');
    const inWeek = (unitId: string | undefined, siteId: string, monday: string) =>
      view.blocks.filter(
        (one) =>
          one.unitId === unitId &&
          one.siteId === siteId &&
          one.firstWeek <= monday &&
          weekAfter(one.firstWeek, one.weeks) > monday,
      ).length;
    assert.deepEqual(
      [inWeek(units[0], south, monday), inWeek(units[0], south, weekAfter(monday, 1))],
      [3, 3],
    );
    assert.equal(inWeek(units[1], north, week), 4);
    for (const { placementId } of view.learners) {
      const there = view.blocks.filter((one) => one.placementId === placementId && one.siteId === south);
      assert.ok(there.length <= 1);
    }
    assert.deepEqual(await flawsOf(kit.admin, planId), []);
    // By hand neither may be broken.
    const pinned = view.blocks.find((one) => one.unitId === units[0] && one.siteId === south);
    assert.ok(pinned);
    const away = { planId, blockId: pinned.id, stationId: pinned.stationId, firstWeek: weekAfter(monday, 6) };
    await assert.rejects(
      kit.call(moveBlock, office, away),
      (error: { params?: { flaws?: { code: string }[] } }) =>
        error.params?.flaws?.some((one) => one.code === 'least') === true,
    );
    const short = view.blocks.find(
      (one) => one.placementId === pinned.placementId && one.unitId === units[1],
    );
    const other = view.stations.find((one) => one.unitId === units[1] && one.siteId === south);
    assert.ok(short && other);
    const second = { planId, blockId: short.id, stationId: other.id, firstWeek: short.firstWeek };
    await assert.rejects(kit.call(moveBlock, office, second), refusal('plan.cannot-stand'));
  });

  test('of two optional units the one is taken that the enterprise would rather teach', async () => {
    const { planId, office, set, solve, units, baseId } = await plan(
      [
        { weeks: 1, stations: [4] },
        { weeks: 1, stations: [4] },
        { weeks: 1, stations: [4] },
      ],
      4,
    );
    await kit.admin.query(`update base_unit set is_required = false where base_id = $1 and position > 0`, [
      baseId,
    ]);
    await kit.call(setElectives, office, { planId, electives: 1 });
    const [, , rather = ''] = units;
    await set({ hostScores: [{ unitId: rather, score: 4 }] });
    const view = await solve();
    assert.equal(view.blocks.filter((one) => one.unitId === rather).length, 4);
  });

  test('a plan that keeps new rules stays, how good it is being open; any other is a draft again', async () => {
    const { set, solve, units, north, south, planId, office } = await plan();
    const view = await solve();
    assert.equal(view.gap, 0);
    const loose = await set({ siteLimits: [{ siteId: north, most: 2 }] });
    assert.deepEqual([loose.state, loose.blocks.length, loose.score], ['solved', 8, view.score]);
    assert.deepEqual([loose.bound, loose.gap, loose.status], [null, null, 'feasible']);
    const late = weekAfter(monday, 7);
    const least = [{ unitId: units[1] ?? '', siteId: south, fromWeek: late, toWeek: late, heads: 3 }];
    const tight = await set({ least }, 1);
    assert.deepEqual([tight.state, tight.blocks.length], ['draft', 0]);
    assert.equal((await kit.call(getPlan, office, { planId })).state, 'draft');
  });
});

describe('groups', () => {
  test('are together in what is found and in what is done by hand', async () => {
    const { planId, office, placements, set, solve, units, south } = await plan();
    const [one = '', two = '', three = ''] = placements;
    await set({ groups: [{ name: '甲组', placementIds: [one, two, three] }] });
    const where = (view: Awaited<ReturnType<typeof solve>>, ids = [one, two, three]) =>
      ids.map((id) =>
        view.blocks
          .filter((block) => block.placementId === id)
          .map((block) => `${block.unitId} ${block.siteId} ${block.firstWeek}`)
          .sort()
          .join(),
      );
    const view = await solve();
    assert.equal(view.state, 'solved');
    assert.equal(new Set(where(view)).size, 1);
    assert.deepEqual(await flawsOf(kit.admin, planId), []);
    const points = view.learners.filter(({ placementId }) => placementId !== placements[3]);
    assert.equal(new Set(points.map(({ score, ideal }) => `${score} ${ideal}`)).size, 1);
    // One is moved to another site and week: the others go along.
    const block = view.blocks.find((own) => own.placementId === two && own.unitId === units[1]);
    const target = view.stations.find((own) => own.unitId === units[1] && own.siteId === south);
    assert.ok(block && target);
    await kit.call(moveBlock, office, {
      ...{ planId, blockId: block.id, stationId: target.id, firstWeek: weekAfter(monday, 7) },
    });
    const moved = await kit.call(getPlan, office, { planId });
    assert.equal(new Set(where(moved)).size, 1);
    const there = moved.blocks.filter(
      (own) => own.firstWeek === weekAfter(monday, 7) && own.siteId === south,
    );
    assert.equal(there.length, 3);
    assert.deepEqual(await flawsOf(kit.admin, planId), []);
    assert.ok(moved.score !== null && moved.bound !== null && moved.score <= moved.bound + 1e-6);
    // Changing places with somebody else would part them.
    const other = moved.blocks.find((own) => own.placementId === placements[3] && own.unitId === units[1]);
    assert.ok(other);
    const parting = kit.call(swapBlocks, office, { planId, blockId: block.id, otherId: other.id });
    await assert.rejects(parting, refusal('plan.cannot-stand'));
    // The best places of one of them are those of all.
    const best = await kit.call(findBest, office, { planId, placementId: one });
    assert.equal(best.best, view.learners.find(({ placementId }) => placementId === one)?.score);
    await kit.call(takeBest, office, { planId, placementId: one });
    const again = await kit.call(getPlan, office, { planId });
    assert.deepEqual([new Set(where(again)).size, again.blocks.length, again.score], [1, 8, view.score]);
  });

  test('members who are kept apart are named before a search; parted by other means, the plan is not published', async () => {
    const { planId, office, placements, set, solve } = await plan();
    const view = await solve();
    const [one = '', two = ''] = placements;
    const own = (id: string) => view.blocks.filter((block) => block.placementId === id);
    const [first, second] = [own(one)[0], own(two).find((block) => block.unitId === own(one)[0]?.unitId)];
    assert.ok(first && second);
    const put = 'update rotation_block set is_pinned = true, first_week = $2 where id = $1';
    await kit.admin.query(put, [first.id, monday]);
    await kit.admin.query(put, [second.id, weekAfter(monday, 4)]);
    const { state, faults } = await set({ groups: [{ name: '甲组', placementIds: [one, two] }] });
    assert.equal(state, 'draft');
    const apart = faults.find((fault) => fault.code === 'group-kept-apart');
    assert.deepEqual([...(apart?.placementIds ?? [])].sort(), [one, two].sort());
    assert.deepEqual([...(apart?.blockIds ?? [])].sort(), [first.id, second.id].sort());
    await assert.rejects(kit.call(solvePlan, office, { planId, seconds: 5 }), refusal('plan.not-sound'));
    await kit.admin.query('update rotation_block set is_pinned = false where plan_id = $1', [planId]);
    const found = await solve();
    assert.deepEqual([found.state, found.misfits], ['solved', []]);
    const parted = found.blocks.find((block) => block.placementId === two);
    await kit.admin.query('update rotation_block set first_week = $2 where id = $1', [
      ...[parted?.id, weekAfter(monday, 6)],
    ]);
    const { misfits } = await kit.call(getPlan, office, { planId });
    assert.ok(misfits.some((misfit) => misfit.code === 'group-parted' && misfit.name === '甲组'));
    await assert.rejects(kit.call(publishPlan, office, { planId }), refusal('plan.misfits'));
  });
});
