import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asSystem } from '@dualtrack/platform/operation';
import { refusal } from '@dualtrack/platform/testing';
import fc from 'fast-check';
import type { PlanDetail } from '../contract.ts';
import { type PlanKit, planKit } from '../testing/plan-kit.ts';
import { dayAfter, weekAfter } from '../week.ts';
import { calendarOf } from './calendar-of.ts';
import { moveBlock } from './change-blocks.ts';
import { cutsOf, isMissedAt, type MissedWeek } from './missed-weeks.ts';
import { pinBlock, publishPlan } from './publish-plan.ts';
import { getPlan } from './read-plans.ts';
import { recordPlan } from './record-plan.ts';
import { restsToPlan } from './rest-blocks.ts';
import { revisePlan } from './revise-plan.ts';
import { setAbsences } from './set-absences.ts';
import { solvePlan } from './solve-plan.ts';

let kit: PlanKit;
before(async () => {
  kit = await planKit();
});
after(() => kit.close());

const monday = '2027-03-01';
const week = (at: number) => weekAfter(monday, at);
const ill = (from: number, weeks: number, isMadeUp = true) => ({
  ...{ from: week(from), to: dayAfter(week(from + weeks), -1), isMadeUp },
});

/** Two students in one unit of four weeks, published, and in its third week; with one place the second one's is to come. */
async function underWay(weeks: number, places = 2) {
  kit.clock.set(new Date('2027-02-01T08:00:00Z'));
  const office = kit.actor('school-office');
  const made = await kit.addClass(2);
  const base = await kit.addBase([{ weeks: 4, stations: [places] }]);
  const { rows } = await kit.admin.query('select workstation_id from base_station where base_id = $1', [
    base.baseId,
  ]);
  const at = { unitName: '单元0', workstationId: rows[0].workstation_id, staffId: base.staff[0] ?? '' };
  const { planId } = await asSystem(kit.kernel, kit.ids.school, (context) =>
    recordPlan(context, {
      ...{ classId: made.classId, baseId: base.baseId, enterpriseId: kit.ids.firm, name: '春季' },
      weeks: Array.from({ length: weeks }, (_, index) => week(index)),
      blocks: made.students.map((studentId, index) => ({
        ...{ ...at, studentId, weeks: 4 },
        start: places === 1 ? index * 4 : 0,
      })),
    }),
  );
  const view = (id: string) => kit.call(getPlan, office, { planId: id });
  const solve = async (id: string) => {
    await kit.call(solvePlan, office, { planId: id, seconds: 3 });
    await kit.settle();
    return view(id);
  };
  const publish = (id: string) => kit.call(publishPlan, office, { planId: id });
  const revise = async (id: string) => (await kit.call(revisePlan, office, { planId: id })).id;
  const absent = (id: string, placementId: string, absences: ReturnType<typeof ill>[]) =>
    kit.call(setAbsences, office, { planId: id, placementId, absences });
  kit.clock.set(new Date('2027-03-17T08:00:00Z'));
  const [placementId = ''] = made.placements;
  const first = await view(planId);
  return { ...made, ...base, office, planId, first, placementId, view, solve, publish, revise, absent };
}

const rowsOf = (plan: PlanDetail, placementId: string) =>
  plan.blocks
    .filter((one) => one.placementId === placementId)
    .map((one) => [one.firstWeek, one.weeks, one.isRest]);

test('an illness cuts a running block: missed weeks are seen, made up for later, and everything follows', async () => {
  const { placementId, planId, first, revise, absent, solve, publish, view } = await underWay(8);
  const id = await revise(planId);
  // This week and the next, of a block of four weeks.
  const noted = await absent(id, placementId, [ill(2, 2)]);
  assert.deepEqual(rowsOf(noted, placementId), [[monday, 2, false]]);
  assert.deepEqual(
    noted.missed.map((one) => [one.placementId, one.week, one.cause, one.isMadeUp]),
    [2, 3].map((at) => [placementId, week(at), 'absent', true]),
  );
  assert.deepEqual(
    noted.misfits.map(({ code, heads }) => [code, heads]),
    [['rest-open', 2]],
  );
  await assert.rejects(publish(id), refusal('plan.misfits'));
  const solved = await solve(id);
  assert.deepEqual([solved.state, solved.misfits, solved.faults], ['solved', [], []]);
  assert.deepEqual(rowsOf(solved, placementId), [
    [monday, 2, false],
    [week(4), 2, true],
  ]);
  const others = (plan: PlanDetail) =>
    plan.blocks
      .filter((one) => one.placementId !== placementId)
      .map((one) => [one.placementId, one.stationId, one.mentorId, one.firstWeek, one.weeks]);
  assert.deepEqual(others(solved), others(first));
  await publish(id);
  // The old plan stays as it was, the calendar shows the new one, the rest is done at its station with its mentor.
  assert.deepEqual(rowsOf(await view(planId), placementId), [[monday, 4, false]]);
  const rest = solved.blocks.find((one) => one.isRest);
  assert.ok(rest?.stationId !== undefined && rest.mentorId !== null);
});

test('missed weeks that are let go are not made up for, and the choice can be changed until it is published', async () => {
  const { placementId, planId, revise, absent, solve, publish } = await underWay(8);
  const id = await revise(planId);
  await absent(id, placementId, [ill(2, 2, false)]);
  const gone = await solve(id);
  assert.deepEqual(rowsOf(gone, placementId), [[monday, 2, false]]);
  assert.deepEqual(gone.misfits, []);
  const wanted = await absent(id, placementId, [ill(2, 2, true)]);
  assert.deepEqual(
    wanted.misfits.map(({ code }) => code),
    ['rest-open'],
  );
  assert.equal((await solve(id)).blocks.filter((one) => one.isRest).length, 1);
  const back = await absent(id, placementId, [ill(2, 2, false)]);
  assert.deepEqual(
    back.misfits.map(({ code, places }) => [code, places]),
    [['rest-over', 2]],
  );
  await solve(id);
  await publish(id);
});

test('an absence that was a mistake puts the weeks back where they were', async () => {
  const { placementId, planId, first, revise, absent, solve } = await underWay(8);
  const id = await revise(planId);
  await absent(id, placementId, [ill(2, 1)]);
  const free = await absent(id, placementId, []);
  assert.deepEqual(rowsOf(free, placementId), [[monday, 4, false]]);
  assert.deepEqual(free.missed, []);
  const solved = await solve(id);
  assert.deepEqual(rowsOf(solved, placementId), rowsOf(first, placementId));
});

test('weeks missed in the past are made up for too; one or two days of a week are no missed week', async () => {
  const { placementId, planId, revise, absent, solve } = await underWay(8);
  const id = await revise(planId);
  const days = { from: week(0), to: dayAfter(week(0), 1), isMadeUp: true };
  assert.deepEqual((await absent(id, placementId, [days])).missed, []);
  await absent(id, placementId, [ill(1, 1)]);
  const solved = await solve(id);
  assert.deepEqual(rowsOf(solved, placementId), [
    [monday, 1, false],
    [week(2), 2, false],
    [week(4), 1, true],
  ]);
});

test('ill again while making up: a second change on top of the first plans what is still missing', async () => {
  const { placementId, planId, revise, absent, solve, publish } = await underWay(12);
  const one = await revise(planId);
  await absent(one, placementId, [ill(2, 2)]);
  await solve(one);
  await publish(one);
  // In the second week of the rest, which began in week 4.
  kit.clock.set(new Date('2027-04-07T08:00:00Z'));
  const two = await revise(one);
  const noted = await absent(two, placementId, [ill(2, 2), ill(5, 1)]);
  assert.deepEqual(rowsOf(noted, placementId), [
    [monday, 2, false],
    [week(4), 1, true],
  ]);
  const solved = await solve(two);
  assert.deepEqual(rowsOf(solved, placementId), [
    [monday, 2, false],
    [week(4), 1, true],
    [week(6), 1, true],
  ]);
  await publish(two);
});

test('a rest waits for a free place and stays within the heads of its unit', async () => {
  // One place: the other student has the unit in weeks 4 to 7.
  const { placementId, planId, first, revise, absent, solve } = await underWay(10, 1);
  const id = await revise(planId);
  await absent(id, placementId, [ill(2, 2)]);
  const solved = await solve(id);
  assert.deepEqual(rowsOf(solved, placementId), [
    [monday, 2, false],
    [week(8), 2, true],
  ]);
  const other = first.blocks.find((one) => one.placementId !== placementId);
  assert.deepEqual(rowsOf(solved, other?.placementId ?? ''), [[week(4), 4, false]]);
  const rest = solved.blocks.find((one) => one.isRest);
  const onto = { planId: id, blockId: rest?.id ?? '', stationId: rest?.stationId ?? '', firstWeek: week(5) };
  await assert.rejects(kit.call(moveBlock, kit.actor('school-office'), onto), refusal('plan.cannot-stand'));
});

test('a rest that does not fit is named with student, weeks and unit; let go, the plan can be searched', async () => {
  const { placementId, planId, units, revise, absent, solve, view, office } = await underWay(5);
  const id = await revise(planId);
  await absent(id, placementId, [ill(2, 2)]);
  const [fault, ...more] = (await view(id)).faults;
  assert.deepEqual(more, []);
  assert.deepEqual(
    [fault?.code, fault?.placementIds, fault?.unitIds, fault?.weeks, fault?.needed, fault?.available],
    ['rest-no-room', [placementId], units, [week(2), week(3)], 6, 5],
  );
  await assert.rejects(kit.call(solvePlan, office, { planId: id, seconds: 1 }), refusal('plan.not-sound'));
  await absent(id, placementId, [ill(2, 2, false)]);
  assert.equal((await solve(id)).state, 'solved');
});

test('no place for the rest in the weeks there are: the reasons name the unit, not a thing of the search', async () => {
  const { placementId, planId, units, revise, absent, solve } = await underWay(8, 1);
  const id = await revise(planId);
  await absent(id, placementId, [ill(2, 2)]);
  const solved = await solve(id);
  assert.equal(solved.state, 'infeasible');
  const named = JSON.stringify(solved.unmet);
  assert.ok(named.includes(units[0] ?? ''));
  assert.ok(!named.includes('#'));
});

test('a block that nobody has room for is broken off: last week ends it, its rest is planned when there is room', async () => {
  const { placementId, planId, first, revise, solve, view, office, publish } = await underWay(10);
  const id = await revise(planId);
  const [hit] = first.blocks;
  const closed = JSON.stringify([{ from: week(2), to: dayAfter(week(4), -1), places: 0, note: '故障' }]);
  await kit.admin.query('update base_station set periods = $1 where id = $2', [closed, hit?.stationId]);
  const broken = await solve(id);
  assert.ok(broken.misfits.every(({ code }) => code === 'station-full'));
  for (const block of broken.blocks) {
    await kit.call(pinBlock, office, { planId: id, blockId: block.id, isPinned: false });
  }
  const open = await view(id);
  assert.deepEqual(
    open.misfits.map(({ code, heads }) => [code, heads]),
    [0, 1].map(() => ['rest-open', 2]),
  );
  const solved = await solve(id);
  assert.deepEqual(solved.misfits, []);
  assert.deepEqual(rowsOf(solved, placementId), [
    [monday, 2, false],
    [week(4), 2, true],
  ]);
  await publish(id);
});

test('feeds hold the attended weeks and the rest, not the missed ones', async () => {
  const { placementId, students, placements, planId, revise, absent, solve, publish } = await underWay(8);
  const id = await revise(planId);
  await absent(id, placementId, [ill(2, 2)]);
  await solve(id);
  await publish(id);
  const studentId = students[placements.indexOf(placementId)] ?? '';
  const calendar = await asSystem(kit.kernel, kit.ids.school, (context) =>
    calendarOf(context, { by: 'student', subjectId: studentId }),
  );
  assert.deepEqual(
    calendar?.blocks.map((one) => [one.firstWeek, one.weeks]),
    [
      [monday, 2],
      [week(4), 2],
    ],
  );
});

test('attended and missed weeks of a block are all its weeks, whatever absences come and go', () => {
  const absence = fc.record({
    from: fc.integer({ min: 0, max: 50 }),
    days: fc.integer({ min: 0, max: 20 }),
    isMadeUp: fc.boolean(),
  });
  const lists = fc.array(fc.array(absence, { maxLength: 3 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), lists, (length, rounds) => {
      const learner = { placementId: 'p', siteName: null };
      const row = { placementId: 'p', unitId: 'u', stationId: 's', mentorId: 'm' };
      let pins = [{ ...row, id: 'b0', firstWeek: monday, weeks: length, isBegun: true }];
      let missed: MissedWeek[] = [];
      for (const round of rounds) {
        const absences = round.map(({ from, days, isMadeUp }) => ({
          ...{ from: dayAfter(monday, from), to: dayAfter(monday, from + days), isMadeUp },
        }));
        const all = Array.from({ length }, (_, at) => week(at));
        const away = all.filter((one) => isMissedAt(absences, one));
        const learners = [{ ...learner, absences }];
        const [cut] = cutsOf({ pins, learners, missed });
        if (cut !== undefined) {
          pins = cut.rows.map((one, at) => ({ ...row, isBegun: true, ...one, id: `b${at}` }));
          missed = cut.missed;
        }
        if (pins.length === 0) {
          assert.equal(away.length, length);
          return;
        }
        const attended = pins.flatMap((one) =>
          Array.from({ length: one.weeks }, (_, at) => weekAfter(one.firstWeek, at)),
        );
        assert.deepEqual(
          attended.sort(),
          all.filter((one) => !away.includes(one)),
        );
        assert.deepEqual(missed.map((one) => one.weekStart).sort(), away);
        const wanted = away.filter((one) =>
          absences.some((own) => own.isMadeUp && own.from <= dayAfter(one, 4) && own.to >= one),
        );
        const [rest] = restsToPlan({ pins, learners, missed });
        assert.equal(rest?.weeks ?? 0, wanted.length);
      }
    }),
  );
});
