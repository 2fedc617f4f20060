import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { weekAfter } from '../week.ts';
import { assignMentors } from './assign-mentors.ts';
import { mentorPools, mentorRoom, type PlanningMentor } from './mentor-room.ts';

const firstWeek = '2027-03-01';
const weeks = 8;
const units = ['a', 'b', 'c'];
const plan = { firstWeek, weeks };

const block = fc
  .record({
    unitId: fc.constantFrom(...units),
    start: fc.nat(weeks - 1),
    weeks: fc.integer({ min: 1, max: 4 }),
  })
  .map((one) => ({ ...one, weeks: Math.min(one.weeks, weeks - one.start), mentorId: null }));
const mentor = fc.record({
  maxLearners: fc.integer({ min: 1, max: 3 }),
  unitIds: fc.subarray(units),
  away: fc.option(fc.nat(weeks - 1), { nil: null }),
});

function mentorsOf(given: readonly { maxLearners: number; unitIds: string[]; away: number | null }[]) {
  return given.map(({ maxLearners, unitIds, away }, at): PlanningMentor => {
    const day = weekAfter(firstWeek, away ?? 0);
    const absences = away === null ? [] : [{ from: day, to: day, note: '' }];
    return { id: `m${at}`, name: '', maxLearners, unitIds, absences, certificateUntil: null };
  });
}

type Given = { unitId: string; start: number; weeks: number };
const runsIn = (one: Given, week: number) => one.start <= week && week < one.start + one.weeks;

/** Whether the heads of each pool stay within it in each week. */
function keepsPools(blocks: readonly Given[], mentors: readonly PlanningMentor[]): boolean {
  const places = units.map((unit) => ({ site: 's', unit }));
  return mentorPools(mentors, { ...plan, units, places }, []).every((pool) =>
    pool.max.every((max, week) => {
      const own = blocks.filter((one) => pool.places.some(([, unit]) => unit === one.unitId));
      return own.filter((one) => runsIn(one, week)).length <= max;
    }),
  );
}

test('nobody gets more than there is room for, in no other unit, and not while away', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 14 }), fc.array(mentor, { maxLength: 4 }), (blocks, given) => {
      const mentors = mentorsOf(given);
      const found = assignMentors(blocks, mentors, plan);
      for (const one of mentors) {
        const own = found.filter((it) => it.mentorId === one.id);
        assert.ok(own.every((it) => one.unitIds.length === 0 || one.unitIds.includes(it.unitId)));
        for (let week = 0; week < weeks; week += 1) {
          const heads = own.filter((it) => runsIn(it, week)).length;
          assert.ok(heads <= mentorRoom(one, weekAfter(firstWeek, week)));
        }
      }
    }),
  );
});

test('in one week, whoever keeps the pools has a mentor, and whoever has mentors keeps the pools', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...units), { maxLength: 9 }),
      fc.array(mentor, { minLength: 1, maxLength: 4 }),
      (unitIds, given) => {
        const mentors = mentorsOf(given);
        const blocks = unitIds.map((unitId) => ({ unitId, start: 0, weeks: 1, mentorId: null }));
        const found = assignMentors(blocks, mentors, plan);
        assert.equal(
          found.every((one) => one.mentorId !== null),
          keepsPools(blocks, mentors),
        );
      },
    ),
    { numRuns: 300 },
  );
});

test('without absences and limits to units, whoever keeps the pool has one mentor throughout', () => {
  fc.assert(
    fc.property(
      fc.array(block, { maxLength: 14 }),
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }),
      (blocks, loads) => {
        const mentors = mentorsOf(loads.map((maxLearners) => ({ maxLearners, unitIds: [], away: null })));
        fc.pre(keepsPools(blocks, mentors));
        const ordered = [...blocks].sort((one, other) => one.start - other.start);
        assert.ok(assignMentors(ordered, mentors, plan).every((one) => one.mentorId !== null));
      },
    ),
  );
});
