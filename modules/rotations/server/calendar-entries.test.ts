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
  const calendar = { name: '', nameEn: '', weeks: [], days: [], blocks: [{ ...block, ...names }] };
  const [only] = entriesOf(calendar, { by: 'student', subjectId: 's', locale, address: 'https://x.example' });
  return only;
}

test('unit, workstation and site stand in the language of the feed, and in Chinese where there is no English name', () => {
  assert.deepEqual([entry('en')?.title, entry('en')?.location], ['Welding', 'Welding 1, Plant 1']);
  assert.deepEqual([entry('zh-CN')?.title, entry('zh-CN')?.location], ['焊接', '焊接一号, 一厂']);
  const nameless = entry('en', { unitNameEn: '', stationNameEn: '', siteNameEn: '' });
  assert.deepEqual([nameless?.title, nameless?.location], ['焊接', '焊接一号, 一厂']);
});
