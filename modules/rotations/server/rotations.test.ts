import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { recordFacts } from '@dualtrack/compliance/server';
import { newId } from '@dualtrack/platform/ids';
import { asSystem, type Operation } from '@dualtrack/platform/operation';
import { startRunWorker } from '@dualtrack/platform/runs';
import type { contract } from '@dualtrack/platform/runs/contract';
import { runs } from '@dualtrack/platform/runs/module';
import { refusal } from '@dualtrack/platform/testing';
import { type PlanKit, planKit, type UnitGiven } from '../testing/plan-kit.ts';
import { flawsOf } from '../testing/stored-plan.ts';
import { baseUsage } from './base-usage.ts';
import { createPlan, setElectives, setWeeks } from './create-plan.ts';
import { rotations } from './index.ts';
import { planBook, planWall } from './print-plan.ts';
import { checkPlan, pinBlock, publishPlan, removePlan } from './publish-plan.ts';
import { getPlan, listPlans, myWeeks } from './read-plans.ts';
import { solvePlan } from './solve-plan.ts';

// The platform's own operation, from a tree that does not know its shape.
const cancelRun = runs.operations.cancel as unknown as Operation<typeof contract.cancel>;

let kit: PlanKit;
before(async () => {
  kit = await planKit();
});
after(() => kit.close());

const monday = '2027-03-01';
const roomy: UnitGiven[] = [
  { weeks: 2, stations: [2, 2] },
  { weeks: 3, stations: [3, 1] },
  { weeks: 1, stations: [4] },
];

async function plan(units = roomy, students = 6, weeks = 14, mentors?: readonly number[]) {
  const office = kit.actor('school-office');
  const made = await kit.addClass(students);
  const base = await kit.addBase(units, mentors);
  const given = { classId: made.classId, baseId: base.baseId, name: '春季轮岗', firstWeek: monday };
  if (weeks > 22) {
    await kit.admin.query(`update order_class set ends_on = '2028-02-29' where id = $1`, [made.classId]);
  }
  const { id: planId } = await kit.call(createPlan, office, { ...given, weeks, pattern: 'block' });
  return { ...made, ...base, planId, office };
}

async function solved(...given: Parameters<typeof plan>) {
  const made = await plan(...given);
  await kit.call(solvePlan, made.office, { planId: made.planId, seconds: 5 });
  await kit.settle();
  return made;
}

describe('searching', () => {
  test('a plan keeps every limit, school weeks included, by its stored rows', async () => {
    const { planId, office } = await plan(roomy, 6, 16);
    const free = [2, 3, 9].map((week) => ({
      weekStart: new Date(Date.parse(monday) + week * 604_800_000).toISOString().slice(0, 10),
      kind: 'school' as const,
      note: '',
    }));
    await kit.call(setWeeks, office, { planId, weeks: free });
    await kit.call(solvePlan, office, { planId, seconds: 5 });
    await kit.settle();
    const view = await kit.call(getPlan, office, { planId });
    assert.equal(view.state, 'solved');
    assert.equal(view.blocks.length, 18);
    assert.equal(view.blocks.filter((block) => block.mentorId !== null).length, 18);
    assert.deepEqual(await flawsOf(kit.admin, planId), []);
    assert.ok(view.score !== null && view.bound !== null && view.score <= view.bound + 1e-6);
  });

  test('the independent check sees a broken plan', async () => {
    const { planId } = await solved();
    await kit.admin.query('update rotation_block set first_week = $2 where plan_id = $1', [planId, monday]);
    assert.ok((await flawsOf(kit.admin, planId)).length > 0);
  });

  test('too few places: infeasible, with the rules that cannot hold together', async () => {
    const { planId, office, placements } = await solved([{ weeks: 4, stations: [1] }], 3, 8);
    const view = await kit.call(getPlan, office, { planId });
    assert.equal(view.state, 'infeasible');
    assert.deepEqual(view.blocks, []);
    const codes = (view.unmet ?? []).map((one) => one.code);
    assert.ok(codes.includes('programme') && codes.includes('place-max'), codes.join());
    assert.deepEqual(
      view.balance.map(({ headWeeks, placeWeeks }) => [headWeeks, placeWeeks]),
      [[placements.length * 4, 8]],
    );
  });

  test('a pinned block stands where it stood after the next search', async () => {
    const { planId, office } = await solved();
    const first = await kit.call(getPlan, office, { planId });
    const block = first.blocks[4];
    assert.ok(block);
    await kit.call(pinBlock, office, { planId, blockId: block.id, isPinned: true });
    await kit.call(solvePlan, office, { planId, seconds: 3 });
    await kit.settle();
    const again = await kit.call(getPlan, office, { planId });
    const kept = again.blocks.find((one) => one.isPinned);
    assert.deepEqual(
      [kept?.placementId, kept?.unitId, kept?.firstWeek],
      [block.placementId, block.unitId, block.firstWeek],
    );
    assert.deepEqual(await flawsOf(kit.admin, planId), []);
  });

  test('cancelled before it began: the plan can be worked on again', async () => {
    const { planId, office } = await plan();
    const { runId } = await kit.call(solvePlan, office, { planId, seconds: 60 });
    await kit.call(cancelRun, office, { runId });
    await kit.settle();
    const view = await kit.call(getPlan, office, { planId });
    assert.ok(['draft', 'solved'].includes(view.state), view.state);
    await kit.call(solvePlan, office, { planId, seconds: 3 });
    await kit.settle();
    assert.equal((await kit.call(getPlan, office, { planId })).state, 'solved');
  });

  test('cancelled while it searches: the best plan found so far is kept', { timeout: 120_000 }, async () => {
    const large = [3, 4, 2, 5].map((weeks) => ({ weeks, stations: [3, 2, 4] }));
    const { planId, office } = await plan(large, 30, 40);
    const { runId } = await kit.call(solvePlan, office, { planId, seconds: 600 });
    const scored = async () => {
      const { rows } = await kit.admin.query('select note, state from long_run where id = $1', [runId]);
      return rows[0].state !== 'running' && rows[0].state !== 'waiting' ? true : rows[0].note?.score != null;
    };
    while (!(await scored())) await new Promise((resolve) => setTimeout(resolve, 50));
    await kit.call(cancelRun, office, { runId }).catch(() => undefined);
    await kit.settle();
    const view = await kit.call(getPlan, office, { planId });
    assert.equal(view.state, 'solved');
    assert.deepEqual(await flawsOf(kit.admin, planId), []);
  });

  test('a search that died with its process is taken up again', { timeout: 120_000 }, async () => {
    const { planId, office } = await plan();
    const runId = newId();
    const at = kit.clock.now();
    await kit.admin.query(
      `insert into long_run (tenant_id, id, kind, state, subject_id, input, done_steps, total_steps, created_at, changed_at)
       values ($1, $2, 'rotations.solve', 'running', $3, $4, 0, 0, $5, $5)`,
      [kit.ids.school, runId, planId, JSON.stringify({ planId, seconds: 3 }), at],
    );
    await kit.admin.query(
      'insert into run_queue (run_id, tenant_id, worker, claimed_at) values ($1, $2, $3, $4)',
      [runId, kit.ids.school, newId(), new Date(at.getTime() - 3_600_000)],
    );
    await kit.admin.query(`update rotation_plan set state = 'solving', run_id = $2 where id = $1`, [
      planId,
      runId,
    ]);
    assert.equal((await kit.call(getPlan, office, { planId })).state, 'solving');
    await assert.rejects(kit.call(removePlan, office, { planId }), refusal('plan.not-in-state'));
    const next = startRunWorker(kit.kernel, rotations.runs ?? {});
    const state = async () => (await kit.call(getPlan, office, { planId })).state;
    while ((await state()) === 'solving') await new Promise((resolve) => setTimeout(resolve, 50));
    await next.stop();
    assert.equal(await state(), 'solved');
    assert.deepEqual(await flawsOf(kit.admin, planId), []);
  });

  test('two searches at once: one is started, the other refused', async () => {
    const { planId, office } = await plan();
    const tries = await Promise.allSettled(
      [0, 1].map(() => kit.call(solvePlan, office, { planId, seconds: 2 })),
    );
    assert.deepEqual(tries.map((one) => one.status).sort(), ['fulfilled', 'rejected']);
    await kit.settle();
    assert.equal((await kit.call(getPlan, office, { planId })).state, 'solved');
  });
});

describe('a class that ends earlier', () => {
  const week = (at: number) => new Date(Date.parse(monday) + at * 604_800_000).toISOString().slice(0, 10);
  const endOn = (classId: string, day: string) =>
    kit.admin.query('update order_class set ends_on = $2 where id = $1', [classId, day]);

  test('nobody is planned after its last day, and a plan that runs past it is not published', async () => {
    const { planId, classId, office } = await solved(roomy, 6, 14);
    const getPlanView = () => kit.call(getPlan, office, { planId });
    const first = await getPlanView();
    // Somebody is still there in the last week that is used, so that ending before it leaves a misfit.
    const ends = first.blocks.map((block) => Date.parse(block.firstWeek) + (block.weeks - 1) * 604_800_000);
    const last = new Date(Math.max(...ends)).toISOString().slice(0, 10);
    await endOn(classId, week((Date.parse(last) - Date.parse(monday)) / 604_800_000 - 1));
    const shortened = await getPlanView();
    assert.deepEqual(
      shortened.misfits.map(({ code, week: day }) => [code, day]),
      [['outside-class', last]],
    );
    assert.ok((shortened.misfits[0]?.heads ?? 0) >= 1);
    await assert.rejects(kit.call(publishPlan, office, { planId }), refusal('plan.misfits'));
    // A Wednesday: its week still counts, those after it do not.
    await endOn(classId, '2027-04-28');
    await kit.call(solvePlan, office, { planId, seconds: 5 });
    await kit.settle();
    const again = await getPlanView();
    assert.equal(again.state, 'solved');
    for (const block of again.blocks) {
      const lastWeek = Date.parse(block.firstWeek) + (block.weeks - 1) * 604_800_000;
      assert.ok(lastWeek <= Date.parse('2027-04-28'), block.firstWeek);
    }
    assert.deepEqual(again.misfits, []);
    await kit.call(publishPlan, office, { planId });
    const roster = await kit.admin.query(
      `select value from fact where name = 'placement.roster' and class_id = $1 and replaced_at is null`,
      [classId],
    );
    assert.equal(roster.rows.length, 6);
    for (const { value } of roster.rows) {
      for (const span of value) assert.ok(span.to <= '2027-04-28' && span.from <= span.to, span.to);
    }
  });
});

describe('a base that changes', () => {
  test('closed weeks, absent mentors and chosen optional units are kept to', async () => {
    const { planId, baseId, office, units } = await plan(roomy, 6, 16);
    const closed = [{ from: '2027-03-15', to: '2027-03-20', places: 0, note: '' }];
    const set = (text: string, value: unknown) => kit.admin.query(text, [JSON.stringify(value), baseId]);
    await set('update base_station set periods = $1 where base_id = $2', closed);
    await kit.admin.query('update base_unit set is_required = false where id = any($1)', [units.slice(1)]);
    await kit.call(setElectives, office, { planId, electives: 1 });
    await assert.rejects(
      kit.call(setElectives, office, { planId, electives: 3 }),
      refusal('plan.too-few-optional'),
    );
    await kit.call(solvePlan, office, { planId, seconds: 5 });
    await kit.settle();
    const view = await kit.call(getPlan, office, { planId });
    assert.equal(view.blocks.length, 12);
    for (const block of view.blocks) {
      const end = new Date(Date.parse(block.firstWeek) + block.weeks * 604_800_000)
        .toISOString()
        .slice(0, 10);
      assert.ok(block.firstWeek > '2027-03-15' || end <= '2027-03-15', block.firstWeek);
      assert.ok(block.reason !== null);
      assert.ok(block.reason.starts.own > 0);
    }
    await set('update base_mentor set absences = $1 where base_id = $2', closed);
    assert.deepEqual((await kit.call(getPlan, office, { planId })).misfits, []);
    const always = [{ ...closed[0], from: '2027-03-01', to: '2027-12-31' }];
    await set('update base_mentor set absences = $1 where base_id = $2', always);
    assert.ok(
      (await kit.call(getPlan, office, { planId })).misfits.every((one) => one.code === 'mentor-absent'),
    );
    await assert.rejects(kit.call(publishPlan, office, { planId }), refusal('plan.misfits'));
    await set('update base_mentor set absences = $1 where base_id = $2', []);
    await set('update base_unit set shift = $1 where base_id = $2', {
      ...{ weekdays: [1, 2, 3, 4], start: '09:00', end: '17:00', breakMinutes: 60 },
    });
    const published = await kit.call(publishPlan, office, { planId });
    assert.ok(published.blocks.every((block) => block.shift?.start === '09:00'));
    const roster = await kit.admin.query(
      `select value from fact where name = 'placement.roster' and class_id = $1 and replaced_at is null`,
      [published.classId],
    );
    assert.equal(roster.rows.length, 6);
    for (const { value } of roster.rows) assert.deepEqual(value[0].weekdays, [1, 2, 3, 4]);
    const usage = await kit.call(baseUsage, office, { baseId, from: monday, weeks: 16 });
    const taken = usage.rows.flatMap((row) => row.heads).reduce((sum, heads) => sum + heads, 0);
    assert.equal(
      taken,
      view.blocks.reduce((sum, block) => sum + block.weeks, 0),
    );
    assert.ok(usage.rows.every((row) => row.places[2] === 0 && row.heads[2] === 0));
  });

  test('a plan is printed as a workbook and for the wall, for those who may see it', async () => {
    const { planId, office } = await solved();
    const book = await kit.call(planBook, office, { planId, language: 'zh' });
    const bytes = new Uint8Array(await book.arrayBuffer());
    assert.equal(String.fromCharCode(...bytes.subarray(0, 2)), 'PK');
    for (const language of ['zh', 'en', 'zh-en'] as const) {
      const wall = await kit.call(planWall, office, { planId, by: 'station', language });
      assert.equal((await wall.text()).slice(0, 5), '%PDF-');
    }
    for (const tenant of [kit.ids.otherSchool]) {
      const stranger = kit.actor('school-office', { tenant });
      await assert.rejects(
        kit.call(planBook, stranger, { planId, language: 'zh' }),
        refusal('thing.not-found'),
      );
      await assert.rejects(
        kit.call(planWall, stranger, { planId, by: 'student', language: 'zh' }),
        refusal('thing.not-found'),
      );
    }
  });
});

describe('publishing', () => {
  test('published once, then fixed; the next plan of the class supersedes it', async () => {
    const first = await solved();
    await kit.call(publishPlan, first.office, { planId: first.planId });
    for (const attempt of [
      () => kit.call(publishPlan, first.office, { planId: first.planId }),
      () => kit.call(solvePlan, first.office, { planId: first.planId, seconds: 1 }),
      () => kit.call(removePlan, first.office, { planId: first.planId }),
    ]) {
      await assert.rejects(attempt, refusal('plan.not-in-state'));
    }
    const { classId, baseId, office } = first;
    const given = { classId, baseId, name: '二稿', firstWeek: monday, weeks: 14, pattern: 'block' as const };
    const { id: second } = await kit.call(createPlan, office, given);
    await kit.call(solvePlan, office, { planId: second, seconds: 3 });
    await kit.settle();
    await kit.call(publishPlan, office, { planId: second });
    const list = await kit.call(listPlans, office, { classId, page: 1, size: 50 });
    const states = new Map(list.items.map((one) => [one.id, one.state]));
    assert.deepEqual([states.get(first.planId), states.get(second)], ['superseded', 'published']);
  });

  test('two plans of one class at once: both answers are kept, one plan stands', async () => {
    const first = await solved();
    const { classId, baseId, office } = first;
    const given = { classId, baseId, name: '二稿', firstWeek: monday, weeks: 14, pattern: 'block' as const };
    const { id: second } = await kit.call(createPlan, office, given);
    await kit.call(solvePlan, office, { planId: second, seconds: 3 });
    await kit.settle();
    await Promise.all([first.planId, second].map((planId) => kit.call(publishPlan, office, { planId })));
    const { rows } = await kit.admin.query('select state from rotation_plan where class_id = $1', [classId]);
    assert.deepEqual(rows.map((row) => row.state).sort(), ['published', 'superseded']);
  });

  test('one plan published twice at once: one succeeds, one is refused, one event', async () => {
    const { planId, office } = await solved();
    const tries = await Promise.allSettled([0, 1].map(() => kit.call(publishPlan, office, { planId })));
    assert.deepEqual(tries.map((one) => one.status).sort(), ['fulfilled', 'rejected']);
    const { rows } = await kit.admin.query(
      `select 1 from outbox_event where name = 'rotation.published' and payload->>'planId' = $1`,
      [planId],
    );
    assert.equal(rows.length, 1);
  });

  test('a breached must stops it and says which; its verdicts stay, nothing else', async () => {
    const { planId, office, classId, placements } = await solved();
    await asSystem(kit.kernel, kit.ids.school, (context) =>
      recordFacts(context, [
        {
          ...{ classId, placementId: placements[0] ?? null, enterpriseId: kit.ids.firm },
          ...{ name: 'post.hazardTags', value: ['flammable'] },
          source: { module: 'compliance', recordId: null },
        },
      ]),
    );
    const check = await kit.call(checkPlan, office, { planId });
    assert.deepEqual(
      check.blocking.map(({ placementId, rule }) => [placementId, rule]),
      [[placements[0], 'CN-INT-029']],
    );
    const runs = async () =>
      (await kit.admin.query('select count(*)::int as n from verdict_run where class_id = $1', [classId]))
        .rows[0].n;
    const before = await runs();
    await assert.rejects(kit.call(publishPlan, office, { planId }), refusal('compliance.blocked'));
    // The check that refused stays on record; the plan does not move.
    assert.equal(await runs(), before + 1);
    assert.equal((await kit.call(getPlan, office, { planId })).state, 'solved');
  });

  test('students and mentors see their own weeks, and only published ones', async () => {
    const { planId, office, students, staff } = await solved();
    const student = kit.actor('student', { subjectId: students[0] ?? '' });
    const mentor = kit.actor('mentor', { subjectId: staff[0] ?? '' });
    const stranger = kit.actor('mentor', { subjectId: newId() });
    const span = { from: monday, to: '2027-12-31' };
    assert.equal((await kit.call(myWeeks, student, span)).blocks.length, 0);
    await kit.call(publishPlan, office, { planId });
    const own = await kit.call(myWeeks, student, span);
    // Asked without a span, months before: what is planned is seen however far ahead it is.
    assert.equal((await kit.call(myWeeks, student, {})).blocks.length, own.blocks.length);
    assert.equal(own.blocks.length, 3);
    assert.equal(new Set(own.blocks.map((block) => block.placementId)).size, 1);
    assert.equal((await kit.call(myWeeks, mentor, span)).blocks.length, 18);
    assert.equal((await kit.call(myWeeks, stranger, span)).blocks.length, 0);
    assert.equal((await kit.call(myWeeks, kit.actor('student'), span)).blocks.length, 0);
  });
});

describe('walls', () => {
  test('another school and another enterprise see and change nothing', async () => {
    const { planId } = await solved();
    const blockId = (await kit.admin.query('select id from rotation_block where plan_id = $1', [planId]))
      .rows[0].id;
    for (const actor of [
      kit.actor('school-office', { tenant: kit.ids.otherSchool }),
      kit.actor('enterprise-hr', { tenant: kit.ids.otherFirm }),
    ]) {
      const list = await kit.call(listPlans, actor, { page: 1, size: 50 });
      assert.equal(list.items.length, 0);
      for (const attempt of [
        () => kit.call(getPlan, actor, { planId }),
        () => kit.call(solvePlan, actor, { planId, seconds: 1 }),
        () => kit.call(pinBlock, actor, { planId, blockId, isPinned: true }),
        () => kit.call(checkPlan, actor, { planId }),
        () => kit.call(removePlan, actor, { planId }),
      ]) {
        await assert.rejects(attempt, refusal('thing.not-found'));
      }
    }
  });

  test('both sides work on a plan; only the school publishes it', async () => {
    const { planId } = await plan();
    const firm = kit.actor('enterprise-hr');
    await kit.call(solvePlan, firm, { planId, seconds: 3 });
    await kit.settle();
    assert.equal((await kit.call(getPlan, firm, { planId })).state, 'solved');
    assert.equal((await kit.call(getPlan, firm, { planId })).abilities.publish, 'plan.not-your-role');
    await assert.rejects(kit.call(publishPlan, firm, { planId }), refusal('plan.not-your-role'));
    await assert.rejects(
      kit.call(solvePlan, kit.actor('teacher'), { planId, seconds: 1 }),
      refusal('access.forbidden'),
    );
    await kit.call(removePlan, firm, { planId });
    await assert.rejects(kit.call(getPlan, firm, { planId }), refusal('thing.not-found'));
  });

  test('a plan needs a class, a base of the same enterprise, placements and a Monday', async () => {
    const { classId, baseId, office } = await plan();
    const given = { classId, baseId, name: 'x', firstWeek: monday, weeks: 4 };
    const refused: [Partial<typeof given>, string][] = [
      [{ firstWeek: '2027-03-02' }, 'plan.first-week-not-monday'],
      [{ classId: newId() }, 'plan.no-such-class'],
      // The class runs from 2027-03-01 to 2027-07-31, a Saturday.
      [{ firstWeek: '2027-02-22' }, 'plan.outside-class'],
      [{ weeks: 23 }, 'plan.outside-class'],
      [{ firstWeek: '2027-07-26', weeks: 2 }, 'plan.outside-class'],
      [{ baseId: newId() }, 'plan.no-such-base'],
      [{ classId: (await kit.addClass(0)).classId }, 'plan.no-placements'],
    ];
    for (const [change, code] of refused) {
      await assert.rejects(kit.call(createPlan, office, { ...given, ...change }), refusal(code));
    }
  });
});
