import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ageIn, emptyFile, type PartTimeFile, partTimeStanding } from './part-time.ts';

const rule = { years: 5, yearsLeast: 3, age: 65, ageMost: 70, title: 2 };
const on = '2026-11-23';
const whole: PartTimeFile = {
  ...{ yearsInField: 5, titleLevel: 'intermediate', bornMonth: '1980-05', unitConsents: true },
  ...{ contractFrom: '2026-09-01', contractTo: null },
};
const odd = (change: Partial<PartTimeFile>, isTrained = true) =>
  partTimeStanding({ ...whole, ...change }, isTrained, rule, on)
    .filter(({ state }) => state !== 'met')
    .map(({ point, state }) => `${point} ${state}`);

describe('limits of part-time teachers', () => {
  test('a whole file keeps them all; an empty one names everything that nobody has said', () => {
    assert.deepEqual(odd({}), []);
    assert.deepEqual(odd(emptyFile, false), [
      ...['years missing', 'title missing', 'age missing', 'consent missing', 'contract missing'],
      'training breached',
    ]);
  });

  test('years and age between the two numbers that sources name are neither kept nor breached', () => {
    assert.deepEqual(odd({ yearsInField: 4 }), ['years unclear']);
    assert.deepEqual(odd({ yearsInField: 3 }), ['years unclear']);
    assert.deepEqual(odd({ yearsInField: 2 }), ['years breached']);
    // 65 until the month before the 66th birthday, 70 until the month before the 71st.
    assert.deepEqual(odd({ bornMonth: '1960-12' }), []);
    assert.deepEqual(odd({ bornMonth: '1960-11' }), ['age unclear']);
    assert.deepEqual(odd({ bornMonth: '1955-12' }), ['age unclear']);
    assert.deepEqual(odd({ bornMonth: '1955-11' }), ['age breached']);
  });

  test('a junior title is not enough, of a master none is asked', () => {
    assert.deepEqual(odd({ titleLevel: 'junior' }), ['title breached']);
    assert.deepEqual(odd({ titleLevel: 'master' }), []);
  });

  test('the contract has to cover the day, both ends included', () => {
    assert.deepEqual(odd({ contractFrom: on, contractTo: on }), []);
    assert.deepEqual(odd({ contractFrom: '2026-11-24' }), ['contract breached']);
    assert.deepEqual(odd({ contractTo: '2026-11-22' }), ['contract breached']);
    assert.deepEqual(odd({ unitConsents: false }), ['consent breached']);
  });

  test('years are full in the month of birth', () => {
    assert.equal(ageIn('1990-11', on), 36);
    assert.equal(ageIn('1990-12', on), 35);
  });
});
