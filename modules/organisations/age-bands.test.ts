import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bandFaults, peopleIn } from './age-bands.ts';

const band = (from: number, to: number, headcount = 1) => ({ from, to, headcount });

test('ascending bands below the age of retirement have no fault', () => {
  const bands = [band(18, 29, 4), band(30, 30, 2), band(45, 62, 3)];
  assert.deepEqual(bandFaults(bands, 63), []);
  assert.deepEqual(bandFaults(bands, null), []);
  assert.equal(peopleIn(bands), 9);
});

test('every fault is named with its place', () => {
  const bands = [band(30, 20), band(25, 40), band(40, 50), band(63, 70)];
  assert.deepEqual(
    bandFaults(bands, 60).map(({ place, code }) => `${place} ${code}`),
    ['0 age-band.inverted', '2 age-band.overlap', '3 age-band.beyond-retirement'],
  );
});
