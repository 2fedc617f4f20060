import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays, addYears, countDue, daysBetween, duesOf, farAway, scoreOf, standingOf } from './due.ts';

const day = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays('2026-01-01', days));
const cadence = fc.constantFrom(
  'once' as const,
  'yearly' as const,
  'class-start' as const,
  'class-end' as const,
);
const duty = fc.record({
  cadence,
  dueOn: day,
  target: fc.integer({ min: 1, max: 5_000 }),
  measure: fc.constantFrom('sum' as const, 'share' as const),
});
const fact = fc.record({
  classId: fc.constantFrom(null, 'a', 'b'),
  happenedOn: day,
  amount: fc.integer({ min: 0, max: 30 }),
  whole: fc.integer({ min: 0, max: 30 }),
});

describe('due days', () => {
  test('the years of an agreement follow one another without gap or overlap, and owe no more than whole years', () => {
    fc.assert(
      fc.property(duty, day, fc.integer({ min: 0, max: 2_000 }), (given, from, length) => {
        const to = addDays(from, length);
        const dues = duesOf({ ...given, cadence: 'yearly' }, { from, to });
        let next = from;
        for (const due of dues) {
          assert.equal(due.countsFrom, next);
          assert.ok(due.dueOn >= due.countsFrom && due.dueOn <= to);
          const isWhole = due.dueOn === addDays(addYears(due.countsFrom, 1), -1);
          assert.ok(isWhole || due.target <= given.target);
          if (isWhole && given.measure === 'sum') assert.equal(due.target, given.target);
          next = addDays(due.dueOn, 1);
        }
        // What is left at the end is less than one unit of the target.
        const left = Math.max(0, daysBetween(next, to) + 1);
        assert.ok(given.measure === 'share' ? left === 0 : (given.target * left) / 366 < 1);
      }),
    );
  });

  test('without an end the years go on up to the one that holds today, also from 29 February', () => {
    const given = { cadence: 'yearly' as const, dueOn: '2024-02-29', target: 400, measure: 'sum' as const };
    const days = (upTo: string) =>
      duesOf(given, { from: '2024-02-29', to: null, upTo }).map((due) => [due.dueOn, due.target]);
    const first = [['2025-02-27', 400]];
    assert.deepEqual(days('2023-01-01'), first);
    assert.deepEqual(days('2025-02-27'), first);
    assert.deepEqual(days('2025-02-28'), [...first, ['2026-02-27', 400]]);
    assert.deepEqual(
      days('2028-02-29').map(([day]) => day),
      ['2025-02-27', '2026-02-27', '2027-02-27', '2028-02-28', '2029-02-27'],
    );
    assert.equal(duesOf({ ...given, measure: 'share' }, { from: '2024-02-29', to: null }).length, 1);
  });

  test('each class gives one due day; a suspension moves what comes after by its days', () => {
    const given = { dueOn: '2027-03-31', target: 5, measure: 'sum' as const };
    const classes = [
      { classId: 'b', startsOn: '2027-09-01', endsOn: '2028-07-01' },
      { classId: 'a', startsOn: '2027-03-01', endsOn: '2028-01-01' },
    ];
    const period = { from: '2027-01-01', to: '2029-12-31' };
    const break10 = [{ from: '2027-05-01', to: '2027-05-10' }];
    assert.deepEqual(
      duesOf({ ...given, cadence: 'class-start' }, period, classes, break10).map((due) => [
        due.dueKey,
        due.dueOn,
      ]),
      [
        ['a', '2027-03-01'],
        ['b', '2027-09-11'],
      ],
    );
    assert.equal(duesOf({ ...given, cadence: 'class-start' }, period)[0]?.dueOn, '2027-03-31');
    assert.equal(
      duesOf({ ...given, cadence: 'once' }, { from: '2027-01-01', to: null })[0]?.countsTo,
      farAway,
    );
  });
});

describe('counting', () => {
  test('is what a plain look at every fact gives, whatever their order', () => {
    fc.assert(
      fc.property(duty, day, fc.array(fact, { maxLength: 40 }), day, (given, from, facts, today) => {
        const classes = ['a', 'b'].map((classId) => ({
          classId,
          startsOn: from,
          endsOn: addDays(from, 300),
        }));
        for (const due of duesOf(given, { from, to: addDays(from, 900) }, classes)) {
          let [achieved, onTime, whole] = [0, 0, 0];
          for (const one of facts) {
            if (due.classId !== null && one.classId !== null && one.classId !== due.classId) continue;
            if (one.happenedOn < due.countsFrom || one.happenedOn > due.countsTo) continue;
            if (one.happenedOn > today) continue;
            achieved += one.amount;
            whole += one.whole;
            if (one.happenedOn <= due.dueOn) onTime += one.amount;
          }
          const counted = countDue(due, given.measure, [...facts].reverse(), today);
          assert.deepEqual([counted.achieved, counted.onTime, counted.whole], [achieved, onTime, whole]);
          // A share of nobody is not met, whatever is said to have been done.
          const share = whole === 0 ? 0 : achieved / whole / (due.target / 1_000);
          const part = given.measure === 'sum' ? achieved / due.target : share;
          if (Math.abs(part - 1) > 1e-9) assert.equal(counted.isMet, part > 1);
          const state = { ...due, ...counted, measure: given.measure };
          const score = scoreOf(state);
          assert.ok(score === null || (score >= 0 && score <= 1 && (score === 1) === counted.isMet));
        }
      }),
    );
  });
});

describe('standing', () => {
  const due = {
    ...{
      dueKey: 'once',
      classId: null,
      countsFrom: '2027-01-01',
      countsTo: '2027-12-31',
      dueOn: '2027-12-31',
    },
    ...{ target: 100, achieved: 0, onTime: 0, whole: 0, onTimeWhole: 0, isMet: false },
    ...{ measure: 'sum' as const, isVoid: false, isPaused: false },
  };

  test('by the stated thresholds', () => {
    assert.equal(standingOf(due, '2026-12-31'), 'not-begun');
    assert.equal(standingOf(due, '2027-03-01'), 'on-track');
    // A quarter of the year has passed and nothing is done: 0 + 0.25 < elapsed.
    assert.equal(standingOf(due, '2027-04-05'), 'at-risk');
    assert.equal(standingOf({ ...due, achieved: 10 }, '2027-04-05'), 'on-track');
    assert.equal(standingOf({ ...due, achieved: 99 }, '2027-12-01'), 'at-risk');
    assert.equal(standingOf({ ...due, achieved: 99 }, '2027-12-31'), 'at-risk');
    assert.equal(standingOf({ ...due, achieved: 99 }, '2028-01-01'), 'missed');
    assert.equal(standingOf({ ...due, achieved: 100, onTime: 100, isMet: true }, '2028-01-01'), 'met');
    assert.equal(standingOf({ ...due, achieved: 100, onTime: 99, isMet: true }, '2028-01-01'), 'met-late');
    assert.equal(standingOf({ ...due, isPaused: true }, '2028-01-01'), 'paused');
    assert.equal(standingOf({ ...due, isVoid: true }, '2028-01-01'), 'void');
    const share = { ...due, measure: 'share' as const, target: 800 };
    assert.equal(standingOf(share, '2028-01-01'), 'no-case');
    assert.equal(standingOf({ ...share, whole: 10, achieved: 7 }, '2028-01-01'), 'missed');
  });
});
