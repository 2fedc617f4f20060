import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInRegion, regionGrant } from './region-grant.ts';

test('a code names its city, province or the country, and nothing beside it', () => {
  const cases: [string | null, string | null, boolean][] = [
    ['6505', '650502', true],
    ['650500', '650522', true],
    ['650500', '6505', true],
    ['650500', '650100', false],
    ['650000', '650522', true],
    ['65', '650100', true],
    ['65', '620100', false],
    ['110000', '110101', true],
    // A district does not see its city.
    ['650522', '650500', false],
    ['000000', '440300', true],
    ['000000', null, true],
    ['6505', null, false],
    [null, '650522', false],
    ['', '650522', false],
  ];
  for (const [authority, school, expected] of cases) {
    assert.equal(isInRegion(school, regionGrant(authority)), expected, `${authority} ${school}`);
  }
});
