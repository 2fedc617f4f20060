import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holidayName, workdaysOf } from '../holidays.ts';
import { isKnownAbroad, regionsAbroad, specialDaysIn } from './days-abroad.ts';

const nameOn = async (day: string, region: string) => (await specialDaysIn(day, day, region))[0]?.name;

test('days of a country and of its parts', async () => {
  assert.equal(await nameOn('2026-01-06', 'DE-BY'), 'Epiphany');
  assert.equal(await nameOn('2026-01-06', 'DE-BE'), undefined);
  assert.equal(await nameOn('2026-07-14', 'FR'), 'Bastille Day');
  assert.equal(await nameOn('2026-12-26', 'FR-67'), 'Boxing Day');
  assert.equal(await nameOn('2026-12-26', 'FR'), undefined);
  for (const region of ['DE', 'DE-BY', 'FR', 'FR-67']) {
    assert.equal(await nameOn('2026-04-06', region), 'Easter Monday');
    assert.equal(await nameOn('2026-04-07', region), undefined);
  }
});

test('a year of Germany has its nine days, and of Catholic communities in Bavaria thirteen', async () => {
  const german = await specialDaysIn('2027-01-01', '2027-12-31', 'DE');
  assert.deepEqual(
    german.map(({ date, kind }) => `${date} ${kind}`),
    [
      ...['2027-01-01 off', '2027-03-26 off', '2027-03-29 off', '2027-05-01 off', '2027-05-06 off'],
      ...['2027-05-17 off', '2027-10-03 off', '2027-12-25 off', '2027-12-26 off'],
    ],
  );
  assert.equal((await specialDaysIn('2027-01-01', '2027-12-31', 'DE-BY-KATH')).length, 13);
});

test('days over the turn of a year, and a week without its holidays', async () => {
  const days = await specialDaysIn('2026-12-20', '2027-01-10', 'FR');
  assert.deepEqual(
    days.map((day) => day.date),
    ['2026-12-25', '2027-01-01'],
  );
  assert.equal(workdaysOf('2026-12-21', days), 4);
});

test('holidays of several days count each, half days not at all', async () => {
  const dates = (await specialDaysIn('2026-03-15', '2026-03-25', 'TR')).map((day) => day.date);
  assert.deepEqual(dates, ['2026-03-20', '2026-03-21', '2026-03-22']);
  assert.equal(await nameOn('2026-12-24', 'IS'), undefined);
});

test('China keeps its own table, with the festivals of the region', async () => {
  assert.equal(await nameOn('2026-10-07', ''), '国庆节');
  assert.equal(await nameOn('2026-05-27', '6505'), '古尔邦节');
});

test('names are read in both languages', () => {
  assert.equal(holidayName('Easter Monday', 'zh-CN'), '复活节星期一');
  assert.equal(holidayName('Easter Monday、German Unity Day', 'zh-CN'), '复活节星期一、德国统一日');
  assert.equal(holidayName('Easter Monday', 'en'), 'Easter Monday');
});

test('the list offers what is known, China not among it', async () => {
  const codes = new Set((await regionsAbroad()).map((one) => one.code));
  for (const code of ['DE', 'DE-BY', 'DE-BY-KATH', 'FR-67', 'CH-ZH']) assert.ok(codes.has(code), code);
  assert.equal(codes.has('CN'), false);
  for (const code of ['DE-XX', 'QQ', 'CN', 'DE-BY-NO']) assert.equal(await isKnownAbroad(code), false, code);
  for (const code of codes) assert.ok(/^[A-Z]{2}(-[A-Za-z0-9]{1,10}){0,2}$/.test(code), code);
});
