import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkCreditCode, creditCheckDigit, organisationCheckDigit } from './credit-code.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const body = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 17, maxLength: 17 });

test('codes that were really issued are accepted', () => {
  // The first is the worked example of the standard, the others stand on the sites of listed companies.
  for (const code of [
    '91350100M000100Y43',
    '9144030071526726XG',
    '914403001922038216',
    '91330100799655058B',
  ]) {
    const problem = checkCreditCode(code);
    assert.ok(problem === undefined, `${code}: ${problem}`);
    assert.equal(organisationCheckDigit(code.slice(8, 16)), code[16]);
  }
});

test('the check digit agrees with the sum of the standard written out', () => {
  fc.assert(
    fc.property(body, (first) => {
      const code = first + creditCheckDigit(first);
      const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
      const sum = [...first].reduce(
        (total, char, at) => total + alphabet.indexOf(char) * (weights[at] ?? 0),
        0,
      );
      assert.equal((sum + alphabet.indexOf(code.charAt(17))) % 31, 0);
      assert.equal(checkCreditCode(code), undefined);
    }),
  );
});

test('every single wrong character is found', () => {
  fc.assert(
    fc.property(body, fc.nat(17), fc.constantFrom(...alphabet), (first, at, wrong) => {
      const code = first + creditCheckDigit(first);
      fc.pre(code[at] !== wrong);
      assert.equal(checkCreditCode(code.slice(0, at) + wrong + code.slice(at + 1)), 'check-digit');
    }),
    { numRuns: 2000 },
  );
});

test('wrong lengths and letters that the code never has are named as such', () => {
  assert.equal(checkCreditCode('91350100M000100Y4'), 'length');
  assert.equal(checkCreditCode(''), 'length');
  for (const letter of 'IOSVZ') assert.equal(checkCreditCode(`9135010${letter}M000100Y43`), 'character');
  assert.equal(checkCreditCode('91350100m000100y43'), 'character');
});
