import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holidayName, workdaysOf } from '../holidays.ts';
import { isKnownAbroad, regionsAbroad, specialDaysIn } from './days-abroad.ts';

const nameOn = (day: string, region: string) => specialDaysIn(day, day, region)[0]?.name;

test('days of a country and of its parts', () => {
  assert.equal(nameOn('2026-01-06', 'DE-BY'), 'Epiphany');
  assert.equal(nameOn('2026-01-06', 'DE-BE'), undefined);
  assert.equal(nameOn('2026-07-14', 'FR'), 'Bastille Day');
  assert.equal(nameOn('2026-12-26', 'FR-67'), 'Boxing Day');
  assert.equal(nameOn('2026-12-26', 'FR'), undefined);
  for (const region of ['DE', 'DE-BY', 'FR', 'FR-67']) {
    assert.equal(nameOn('2026-04-06', region), 'Easter Monday');
    assert.equal(nameOn('2026-04-07', region), undefined);
  }
});

test('a year of Germany has its nine days, of Bavaria thirteen, and of Alsace thirteen', () => {
  const german = specialDaysIn('2027-01-01', '2027-12-31', 'DE');
  assert.deepEqual(
    german.map(({ date, kind }) => `${date} ${kind}`),
    [
      ...['2027-01-01 off', '2027-03-26 off', '2027-03-29 off', '2027-05-01 off', '2027-05-06 off'],
      ...['2027-05-17 off', '2027-10-03 off', '2027-12-25 off', '2027-12-26 off'],
    ],
  );
  for (const region of ['DE-BY', 'FR-67'])
    assert.equal(specialDaysIn('2027-01-01', '2027-12-31', region).length, 13, region);
  assert.equal(specialDaysIn('2027-01-01', '2027-12-31', 'FR').length, 11);
});

test('days over the turn of a year, and a week without its holidays', () => {
  const days = specialDaysIn('2026-12-20', '2027-01-10', 'FR');
  assert.deepEqual(
    days.map((day) => day.date),
    ['2026-12-25', '2027-01-01'],
  );
  assert.equal(workdaysOf('2026-12-21', days), 4);
});

test('every day abroad has a Chinese name, wherever the machine stands', () => {
  const zone = process.env['TZ'];
  const year = (region: string) => specialDaysIn('2024-01-01', '2024-12-31', region);
  const usual = regionsAbroad().map(({ code }) => year(code));
  try {
    // Clocks there went back on 7 April 2024, between Easter and Ascension Day.
    process.env['TZ'] = 'Australia/Sydney';
    assert.deepEqual(
      regionsAbroad().map(({ code }) => year(code)),
      usual,
    );
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
  for (const { name } of usual.flat()) assert.notEqual(holidayName(name, 'zh-CN'), name, name);
});

test('China keeps its own table, with the festivals of the region', () => {
  assert.equal(nameOn('2026-10-07', ''), '国庆节');
  assert.equal(nameOn('2026-05-27', '6505'), '古尔邦节');
});

test('names are read in both languages', () => {
  assert.equal(holidayName('Easter Monday', 'zh-CN'), '复活节星期一');
  assert.equal(holidayName('Easter Monday、German Unity Day', 'zh-CN'), '复活节星期一、德国统一日');
  assert.equal(holidayName('Easter Monday', 'en'), 'Easter Monday');
});

test('the list offers what is known, China not among it', () => {
  const codes = new Set(regionsAbroad().map((one) => one.code));
  for (const code of ['DE', 'DE-BY', 'DE-TH', 'FR', 'FR-67']) assert.ok(codes.has(code), code);
  for (const code of ['DE-XX', 'DE-constructor', 'QQ', 'CN', 'CH-ZH']) {
    assert.equal(isKnownAbroad(code), false, code);
    assert.deepEqual(specialDaysIn('2027-01-01', '2027-12-31', code), []);
  }
  for (const code of codes) assert.match(code, /^[A-Z]{2}(-[A-Za-z0-9]{1,10})?$/);
});
