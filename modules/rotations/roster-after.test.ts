import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rosterAfter } from './roster-after.ts';

const day = { weekdays: [1, 2, 3, 4, 5], start: '08:00', end: '16:00', breakMinutes: 0 };
const night = { ...day, start: '22:00', end: '06:00' };
const block = (id: string, placementId: string, stationId: string, firstWeek: string, shift = day) => ({
  ...{ id, placementId, stationId, firstWeek, weeks: 2, shift, isPinned: false, isRest: false, reason: null },
  ...{
    studentName: '',
    unitId: 'u',
    unitName: '',
    unitNameEn: '',
    stationName: '',
    stationNameEn: '',
    siteId: '',
  },
  ...{ siteName: '', siteNameEn: '', mentorId: null, mentorName: '' },
});
const blocks = [
  block('1', 'a', 'day', '2026-03-02'),
  block('2', 'a', 'day', '2026-03-16'),
  block('3', 'b', 'night', '2026-03-02', night),
];
const plan = { blocks, classStartsOn: '2026-03-04', classEndsOn: '2026-03-27' };
const [first] = blocks;
assert.ok(first);

test('a moved block brings the hours of the other workstation, within the days of the class', () => {
  assert.deepEqual(rosterAfter(plan, first, { stationId: 'night', firstWeek: '2026-03-09' }), [
    { from: '2026-03-09', to: '2026-03-22', ...night, skipsOffDays: true },
    { from: '2026-03-16', to: '2026-03-27', ...day, skipsOffDays: true },
  ]);
  const [begins] = rosterAfter(plan, first, { stationId: 'day', firstWeek: '2026-03-02' }) ?? [];
  assert.equal(begins?.from, '2026-03-04');
});

test('hours that the plan does not know are not guessed', () => {
  assert.equal(rosterAfter(plan, first, { stationId: 'elsewhere', firstWeek: '2026-03-02' }), null);
});
