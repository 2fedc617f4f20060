import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { recordFacts } from '@dualtrack/compliance/server';
import { asSystem } from '@dualtrack/platform/operation';
import { refusal } from '@dualtrack/platform/testing';
import { type PlanKit, planKit, type UnitGiven } from '../testing/plan-kit.ts';
import { moveBlock } from './change-blocks.ts';
import { createPlan } from './create-plan.ts';
import { getPlan } from './read-plans.ts';
import { solvePlan } from './solve-plan.ts';

let kit: PlanKit;
before(async () => {
  kit = await planKit();
});
after(() => kit.close());

const night = JSON.stringify({ weekdays: [1, 2, 3, 4, 5], start: '20:00', end: '04:00', breakMinutes: 30 });

async function made(units: readonly UnitGiven[], students: number, mentors?: readonly number[]) {
  const office = kit.actor('school-office');
  const ofClass = await kit.addClass(students);
  const base = await kit.addBase(units, mentors);
  const given = { classId: ofClass.classId, baseId: base.baseId, name: '春季轮岗', firstWeek: '2027-03-01' };
  const { id: planId } = await kit.call(createPlan, office, { ...given, weeks: 6, pattern: 'block' });
  return { ...ofClass, ...base, planId, office };
}

async function solved(plan: Awaited<ReturnType<typeof made>>) {
  await kit.call(solvePlan, plan.office, { planId: plan.planId, seconds: 5 });
  await kit.settle();
  return kit.call(getPlan, plan.office, { planId: plan.planId });
}

/** Most learners that one mentor has in one week, by the stored rows. */
async function busiest(planId: string): Promise<number> {
  const { rows } = await kit.admin.query(
    `select count(*)::int as heads from rotation_block b
       cross join lateral generate_series(b.first_week, b.first_week + (b.weeks - 1) * 7, interval '7 days') week
     where b.plan_id = $1 and b.mentor_id is not null group by b.mentor_id, week order by heads desc limit 1`,
    [planId],
  );
  return rows[0]?.heads ?? 0;
}

test('how many one mentor has is the number of the law in force where it is lower: China, a school of its own, France', async () => {
  const cases = [
    { country: 'CN', policy: null, most: 20 },
    { country: 'CN', policy: 4, most: 4 },
    { country: 'FR', policy: null, most: 3 },
  ];
  for (const { country, policy, most } of cases) {
    const plan = await made([{ weeks: 2, stations: [24] }], 24, [40]);
    await kit.admin.query(`update compliance_placement set jurisdiction = $2 where class_id = $1`, [
      plan.classId,
      country,
    ]);
    const known = {
      // What makes the French rule one for this placement.
      ...(country === 'FR' ? { 'placement.kind': 'stage' } : {}),
      ...(policy === null ? {} : { 'policy.mentorMaxLoad': policy }),
    };
    await asSystem(kit.kernel, kit.ids.school, (context) =>
      recordFacts(
        context,
        Object.entries(known).map(([name, value]) => ({
          ...{ classId: plan.classId, placementId: null, enterpriseId: kit.ids.firm, name, value },
          source: { module: 'compliance', recordId: null },
        })),
      ),
    );
    const view = await solved(plan);
    assert.equal(view.law.mentorLimit?.atMost, most);
    assert.deepEqual(view.law.mentorLimit?.binds, ['马师傅']);
    assert.equal(view.law.mentorLimit?.rule, country === 'FR' ? 'FR-S06' : 'CN-INT-015');
    assert.ok((await busiest(plan.planId)) <= most, `${country}: ${await busiest(plan.planId)} > ${most}`);
  }
});

test('nobody is put where the law forbids the working hours; the article is named, and a move there is refused', async () => {
  const plan = await made([{ weeks: 2, stations: [2, 6] }], 6);
  const { rows } = await kit.admin.query(
    `update base_station set shift = $2 where base_id = $1 and places = 6 returning id`,
    [plan.baseId, night],
  );
  const view = await solved(plan);
  assert.equal(view.state, 'solved');
  assert.deepEqual([...new Set(view.law.bars.map((bar) => bar.stationId))], [rows[0].id]);
  const bar = view.law.bars.find((one) => one.rule === 'CN-INT-031');
  assert.deepEqual([bar?.article, bar?.placementIds.length], ['17', 6]);
  assert.equal(view.blocks.length, 6);
  assert.ok(view.blocks.every((block) => block.stationId !== rows[0].id));
  const to = { stationId: rows[0].id, firstWeek: '2027-04-05' };
  const moved = kit.call(moveBlock, plan.office, {
    ...{ planId: plan.planId, blockId: view.blocks[0]?.id ?? '' },
    ...to,
  });
  await assert.rejects(moved, refusal('plan.cannot-stand'));
});

test('under a law that says nothing of nights, the same station is used', async () => {
  const plan = await made([{ weeks: 2, stations: [2, 6] }], 8);
  await kit.admin.query(`update compliance_placement set jurisdiction = 'FR' where class_id = $1`, [
    plan.classId,
  ]);
  await kit.admin.query(`update base_station set shift = $2 where base_id = $1 and places = 6`, [
    plan.baseId,
    night,
  ]);
  const view = await solved(plan);
  assert.deepEqual(view.law.bars, []);
  assert.equal(view.blocks.length, 8);
});

test('a mentor whose certificate runs out takes nobody after that day', async () => {
  const plan = await made([{ weeks: 3, stations: [2] }], 4, [2, 2]);
  // Two rounds of three weeks; the certificate ends in the second.
  await kit.admin.query(
    `update base_mentor set certificate_until = '2027-04-01' where base_id = $1 and staff_id = $2`,
    [plan.baseId, plan.staff[0]],
  );
  const view = await solved(plan);
  const expired = view.blocks.filter((block) => block.firstWeek >= '2027-03-22');
  assert.equal(expired.length, 2);
  assert.equal(new Set(expired.map((block) => block.mentorId)).size, 1);
  await kit.admin.query(`update base_mentor set certificate_until = '2027-03-10' where base_id = $1`, [
    plan.baseId,
  ]);
  const later = await kit.call(getPlan, plan.office, { planId: plan.planId });
  assert.ok(later.misfits.length > 0);
  assert.deepEqual([...new Set(later.misfits.map((one) => one.code))], ['mentor-certificate']);
});
