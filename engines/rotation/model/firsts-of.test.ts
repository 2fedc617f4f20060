import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomFrom } from '../random.ts';
import { firstsOf } from './firsts-of.ts';

test('a unit comes first of another exactly when a chain of pairs leads there', () => {
  for (let seed = 0; seed < 50; seed++) {
    const { below } = randomFrom(`firsts ${seed}`);
    const units = [0, 1, 2, 3, 4, 5];
    const pairs = Array.from({ length: below(9) }, (): [number, number] => [below(7), below(7)]);
    const known = pairs.filter(([a, b]) => a < 6 && b < 6);
    // Squares of the relation until all chains are in it.
    const reach = units.map((a) => units.map((b) => known.some(([x, y]) => x === a && y === b)));
    for (const via of units)
      for (const a of units)
        for (const b of units) if (reach[a]![via]! && reach[via]![b]!) reach[a]![b] = true;
    const firsts = firstsOf(units, pairs);
    for (const unit of units)
      assert.deepEqual(
        [...firsts.get(unit)!].sort(),
        units.filter((first) => reach[first]![unit]!),
        `seed ${seed}, unit ${unit}`,
      );
  }
});
