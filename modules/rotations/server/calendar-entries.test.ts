import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entriesOf } from './calendar-entries.ts';

const block = {
  ...{ id: 'b', planId: 'p', classId: 'c', className: '订单班', placementId: 'l', studentId: 's' },
  ...{ studentName: '学生甲', unitId: 'u', unitName: '焊接', unitNameEn: 'Welding', stationId: 'w' },
  ...{ stationName: '焊接一号', stationNameEn: 'Welding 1', siteName: '一厂', siteNameEn: 'Plant 1' },
  ...{ mentorId: null, mentorName: '', firstWeek: '2027-03-01', weeks: 2, shift: null },
};

function entry(locale: 'en' | 'zh-CN', names: Partial<typeof block> = {}) {
  const revisions = new Map([['c', { at: new Date('2026-12-01T00:00:00Z'), sequence: 2 }]]);
  const calendar = {
    name: '',
    nameEn: '',
    weeks: [],
    days: [],
    undecreed: [],
    revisions,
    blocks: [{ ...block, ...names }],
  };
  const [only] = entriesOf(calendar, { by: 'student', subjectId: 's', locale, address: 'https://x.example' });
  return only;
}

test('unit, workstation and site stand in the language of the feed, and in Chinese where there is no English name', () => {
  assert.deepEqual([entry('en')?.title, entry('en')?.location], ['Welding', 'Welding 1, Plant 1']);
  assert.deepEqual([entry('zh-CN')?.title, entry('zh-CN')?.location], ['焊接', '焊接一号, 一厂']);
  const nameless = entry('en', { unitNameEn: '', stationNameEn: '', siteNameEn: '' });
  assert.deepEqual([nameless?.title, nameless?.location], ['焊接', '焊接一号, 一厂']);
});

test('every entry has an identity of its own: one day with two names, one week of two classes, a unit in two parts', () => {
  const revisions = new Map([['c', { at: new Date('2026-12-01T00:00:00Z'), sequence: 2 }]]);
  const week = { weekStart: '2027-03-22', kind: 'exam', note: '' };
  const calendar = {
    ...{ name: '', nameEn: '', revisions, undecreed: [] },
    weeks: [
      { ...week, classId: 'c' },
      { ...week, classId: 'd' },
    ],
    days: [
      { date: '2027-01-01', kind: 'off' as const, name: "New Year's Day" },
      { date: '2027-01-01', kind: 'off' as const, name: '元旦' },
    ],
    blocks: [block, { ...block, id: 'b2', firstWeek: '2027-04-05', weeks: 1 }],
  };
  const asked = { by: 'base' as const, subjectId: 'x', locale: 'en' as const, address: 'https://x.example' };
  const entries = entriesOf(calendar, asked);
  const uids = entries.map((one) => one.uid);
  assert.equal(new Set(uids).size, 6, uids.join());
  // What belongs to a class carries its revision.
  assert.deepEqual(
    entries.map((one) => one.revision?.sequence),
    [2, 2, 2, undefined, undefined, undefined],
  );
});
