import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearness } from './propose-people.ts';
import { regionName, regions } from './regions.ts';

test('every division has a code of its own in six digits, and stands under its province', () => {
  assert.equal(new Set(regions.map((one) => one.code)).size, regions.length);
  assert.equal(regions.filter((one) => one.within.length === 0).length, 31);
  for (const { code, name, within } of regions) {
    assert.match(code, /^\d{6}$/);
    assert.ok(name.length >= 2, code);
    // A place and what it lies in are near by their codes, or the codes would lie.
    if (within.length > 0) assert.notEqual(nearness(code, `${code.slice(0, 2)}0000`)?.code, 'far');
  }
});

test('names from the province down; what is no division keeps its code', () => {
  assert.equal(regionName('650502'), '新疆维吾尔自治区 哈密市 伊州区');
  assert.equal(regionName('650500'), '新疆维吾尔自治区 哈密市');
  // Counties of a municipality stand under it directly.
  assert.equal(regionName('110101'), '北京市 东城区');
  assert.equal(regionName('999999'), '999999');
  assert.equal(regionName('650502', true), 'Xinjiang 哈密市 伊州区 650502');
  assert.equal(regionName('110000', true), 'Beijing 110000');
  for (const { code } of regions) assert.match(regionName(code, true), /^[A-Z][a-z]+ /);
});
