import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, dayNumber } from '@dualtrack/rules';
import fc from 'fast-check';
import { ANNOUNCED_CALENDARS } from './announced-calendars.ts';
import { isCovered } from './filings.ts';
import { closedToMinors, closedToWomen, dependsOnState, HAZARD_TAGS, highRisk } from './hazards.ts';
import { isEntertainment, isHumanResources } from './industry.ts';
import { majorCategoryOf } from './major-category.ts';
import { dayOf, isFreeWeekend, isOffDay, weekdayOf } from './off-days.ts';
import {
  fewestRestDays,
  inOrder,
  longestDay,
  longestWeek,
  type Shift,
  shiftOf,
  shiftsOf,
  touchesNight,
} from './shifts.ts';
import { coverage, simpleShare } from './tasks.ts';

const MONDAY = dayNumber('2026-03-02');
const states = ['none', 'menstruation', 'pregnancy', 'nursing'] as const;

const someShifts = fc
  .array(fc.record({ ahead: fc.nat(30), start: fc.nat(1439), length: fc.integer({ min: 1, max: 900 }) }), {
    maxLength: 20,
  })
  .map((drawn) =>
    inOrder(
      drawn.map(({ ahead, start, length }): Shift => {
        return { day: MONDAY + ahead, start, end: start + length, worked: length };
      }),
    ),
  );

test('every level of a major counts as one category, and categories are 1 to 19', () => {
  for (let number = 1; number <= 19; number += 1) {
    for (const first of [20, 40, 60]) assert.equal(majorCategoryOf(`${first + number}0101`), number);
  }
});

test('a hazard that is closed at one grade is closed at every higher one, and without its grade', () => {
  const lists = [
    closedToMinors,
    highRisk,
    ...states.map((state) => (tags: typeof HAZARD_TAGS) => closedToWomen(tags, state)),
  ];
  for (const closed of lists) {
    for (const tag of HAZARD_TAGS) {
      const graded = /^(.+)-([1-4])$/.exec(tag);
      if (!graded || closed([tag]).length === 0) continue;
      const worse = HAZARD_TAGS.filter((other) => {
        const match = /^(.+)-([1-4])$/.exec(other);
        return other === graded[1] || (match?.[1] === graded[1] && Number(match?.[2]) >= Number(graded[2]));
      });
      assert.deepEqual(closed(worse), worse, tag);
    }
  }
});

test('her state is asked for exactly where it could close a tag that is open otherwise', () => {
  for (const tag of HAZARD_TAGS) {
    const open = closedToWomen([tag], 'none').length === 0;
    const couldClose = states.some((state) => closedToWomen([tag], state).length > 0);
    if (open) assert.equal(dependsOnState([tag]), couldClose, tag);
  }
});

test('the longest day and week and the fewest rest days are those of counting day by day', () => {
  fc.assert(
    fc.property(someShifts, (shifts) => {
      const on = (day: number) => shifts.filter((shift) => shift.day === day);
      const sum = (list: readonly Shift[]) => list.reduce((all, { worked }) => all + worked, 0);
      const days = Array.from({ length: 31 }, (_, ahead) => MONDAY + ahead);
      assert.equal(longestDay(shifts), Math.max(...days.map((day) => sum(on(day)))));
      const weeks = [0, 7, 14, 21, 28].map((from) => days.slice(from, from + 7).flatMap(on));
      assert.equal(longestWeek(shifts), Math.max(...weeks.map(sum)));
      const windows = days.map((_, from) =>
        Array.from({ length: 7 }, (_, ahead) => MONDAY - 6 + from + ahead),
      );
      const rest = windows.map((window) => window.filter((day) => on(day).length === 0).length);
      assert.equal(fewestRestDays(shifts), Math.min(7, ...rest));
    }),
  );
});

test('a shift touches the night when one of its minutes is in it', () => {
  const time = fc.nat(1439);
  fc.assert(
    fc.property(time, fc.integer({ min: 1, max: 1439 }), time, time, (start, length, from, to) => {
      fc.pre(from !== to);
      const inNight = (minute: number) => {
        const clock = minute % 1440;
        return from < to ? clock >= from && clock < to : clock >= from || clock < to;
      };
      const minutes = Array.from({ length }, (_, ahead) => start + ahead);
      const shift = { day: MONDAY, start, end: start + length, worked: length };
      assert.equal(touchesNight(shift, from, to), minutes.some(inNight));
    }),
  );
});

test('a shift that ends before it begins ends on the next day; breaks are not worked', () => {
  assert.deepEqual(shiftOf(5, { start: '22:00', end: '06:00', breakMinutes: 30 }), {
    day: 5,
    start: 1320,
    end: 1800,
    worked: 450,
  });
  const instants = shiftOf(5, { start: '2026-03-02T00:30Z', end: '2026-03-02T17:00+08:00' });
  assert.deepEqual([instants.start, instants.end], [510, 1020]);
});

test('a weekly pattern is the same as its shifts written out one by one', () => {
  const times = { start: '08:00', end: '16:00', breakMinutes: 30 };
  const pattern = {
    from: '2026-04-27',
    to: '2026-05-17',
    weekdays: [1, 2, 3, 4, 5],
    ...times,
    skipsOffDays: true,
  };
  const written = Array.from({ length: 21 }, (_, ahead) => addDays('2026-04-27', ahead))
    .filter((date) => ![0, 6].includes(new Date(`${date}T00:00Z`).getUTCDay()))
    .filter((date) => !['2026-05-01', '2026-05-04', '2026-05-05'].includes(date))
    .map((date) => ({ date, ...times }));
  assert.deepEqual(shiftsOf([pattern], undefined), shiftsOf(written, undefined));
});

test('the announced calendar gives days off; what is filed goes first; a year without calendar is not known', () => {
  const off = (day: string, filed?: boolean | Record<string, boolean>) => isOffDay(dayNumber(day), filed);
  assert.equal(off('2026-05-01'), true);
  assert.equal(off('2026-05-06'), false);
  assert.equal(off('2026-05-09'), false);
  assert.equal(off('2026-05-06', { '2026-05-06': true }), true);
  assert.equal(off('2026-05-01', { '2026-05-06': true }), true);
  assert.equal(off('2026-05-01', { '2026-05-01': false }), false);
  assert.equal(off('2031-05-01'), undefined);
  assert.equal(off('2031-05-01', { '2031-05-01': true }), true);
});

test('days worked in exchange are weekend days that are no free weekend', () => {
  for (const { worked, off } of Object.values(ANNOUNCED_CALENDARS)) {
    assert.ok(off.length > 0);
    for (const day of worked) {
      const number = dayNumber(day);
      // The one Monday that an announcement names, when the holiday of 2020 was moved.
      assert.ok(weekdayOf(number) > 5 || day === '2020-02-03', day);
      assert.ok(!isFreeWeekend(number), day);
      assert.equal(isOffDay(number, undefined), false, day);
      assert.equal(dayOf(number), day);
    }
  }
  assert.ok(isFreeWeekend(dayNumber('2026-03-07')) && !isFreeWeekend(dayNumber('2026-03-06')));
});

test('a filing covers what it names, from before the start until it lapses', () => {
  const filing = {
    'filing.id': 'x',
    'filing.date': '2026-02-01',
    'filing.scope': ['night'],
    'filing.until': '2026-06-30',
  };
  const covered = (facts: object, topic = 'night', start = '2026-03-02', on = '2026-05-01') =>
    isCovered(facts, topic, 'CN-INT-031', start, on);
  assert.ok(covered(filing));
  assert.ok(!covered(filing, 'overtime'));
  assert.ok(!covered(filing, 'night', '2026-01-31'));
  assert.ok(covered(filing, 'night', '2026-03-02', '2026-06-30'));
  assert.ok(!covered(filing, 'night', '2026-03-02', '2026-07-01'));
  for (const unproven of ['filing.id', 'filing.date', 'filing.scope']) {
    assert.ok(!covered({ ...filing, [unproven]: undefined }), unproven);
  }
  assert.ok(covered({ filings: [{ id: 'y', date: '2026-02-01', scope: ['CN-INT-031'] }] }));
});

test('industry codes count with and without the section letter', () => {
  for (const code of ['9011', 'R9011', 'R90', '6232', 'O8051']) assert.ok(isEntertainment(code), code);
  for (const code of ['C', 'C2614', 'R', '6190']) assert.ok(!isEntertainment(code), code);
  assert.ok(isHumanResources('L7263') && isHumanResources('726') && !isHumanResources('L7212'));
});

test('task shares: hours weigh, a task without flag is named', () => {
  const flags = { pack: true, weld: false };
  assert.equal(
    simpleShare(
      [
        { tag: 'pack', hours: 1 },
        { tag: 'weld', hours: 3 },
      ],
      flags,
    ),
    0.25,
  );
  assert.equal(simpleShare(['pack', 'weld'], flags), 0.5);
  assert.equal(simpleShare([], flags), 0);
  assert.deepEqual(simpleShare(['pack', 'turn'], flags), { unflagged: ['turn'] });
  assert.equal(coverage(['a', 'b', 'b'], ['a', { tag: 'c', hours: 1 }]), 0.5);
  assert.equal(coverage([], []), 1);
});
