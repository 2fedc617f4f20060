import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { circleIn, type OrderedUnit, requiredAfterOptional } from './unit-order.ts';

const names = ['焊接', '装配', '电解', '检测', '包装'];
const anyUnits = fc
  .array(fc.subarray(names), { minLength: names.length, maxLength: names.length })
  .map((after): OrderedUnit[] => names.map((name, at) => ({ name, after: after[at] ?? [] })));

/** Every order in which the units could be taken. */
function orders(left: readonly string[]): string[][] {
  if (left.length === 0) return [[]];
  return left.flatMap((name) => orders(left.filter((one) => one !== name)).map((rest) => [name, ...rest]));
}

describe('the order of units', () => {
  test('a ring is found exactly where no order of the units keeps what is asked for', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        const isKept = (order: string[]) =>
          units.every(({ name, after }) => after.every((one) => order.indexOf(one) < order.indexOf(name)));
        assert.equal(circleIn(units) === undefined, orders(names).some(isKept));
      }),
      { numRuns: 60 },
    );
  });

  test('a ring names units each of which comes after the one before it', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        const ring = circleIn(units) ?? [];
        assert.equal(ring[0], ring.at(-1));
        for (const [at, name] of ring.slice(1).entries()) {
          assert.ok(units.find((unit) => unit.name === name)?.after.includes(ring[at] ?? ''));
        }
      }),
    );
  });

  test('two units that each come after the other are a ring, so is a unit after itself', () => {
    const units = [
      { name: '焊接', after: ['装配'] },
      { name: '装配', after: ['焊接'] },
    ];
    assert.deepEqual(circleIn(units), ['焊接', '装配', '焊接']);
    assert.deepEqual(circleIn([{ name: '焊接', after: ['焊接'] }]), ['焊接', '焊接']);
    assert.equal(circleIn([{ name: '焊接', after: ['没有'] }]), undefined);
  });

  test('only a required unit must not come after an optional one', () => {
    const units = [
      { name: '焊接', isRequired: true, after: ['机器人'] },
      { name: '机器人', isRequired: false, after: [] },
    ];
    assert.deepEqual(requiredAfterOptional(units), { name: '焊接', first: '机器人' });
    assert.equal(
      requiredAfterOptional([
        { name: '焊接', isRequired: true, after: [] },
        { name: '机器人', isRequired: false, after: ['焊接'] },
      ]),
      undefined,
    );
  });
});
