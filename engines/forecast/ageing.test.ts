import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ageGroups } from './ageing.ts';

type Occupation = Parameters<typeof ageGroups>[0];

const occupationArbitrary = fc
  .record({
    from: fc.integer({ min: 20, max: 58 }),
    years: fc.integer({ min: 1, max: 15 }),
    retirementAge: fc.constantFrom(59, 60, 62.5, 63),
    attrition: fc.constantFrom(0, 0.02, 0.1),
    bandRate: fc.constantFrom(0, 0.05),
  })
  .map(({ from, years, retirementAge, attrition, bandRate }): Occupation => {
    const ageBands = [{ from, to: from + years - 1, headcount: 12, attrition: bandRate }];
    return { id: 'a', headcount: 12, attrition, retirementAge, ageBands };
  });

test('chances agree with following people of many evenly spread ages', () => {
  fc.assert(
    fc.property(occupationArbitrary, (occupation) => {
      const quarters = 24;
      const band = occupation.ageBands![0]!;
      const retireAt = occupation.retirementAge!;
      const oldest = Math.min(band.to + 1, retireAt);
      // A grid of ages that has no point on a quarter's edge, each point one person.
      const people = 10_000;
      const ages = Array.from(
        { length: people },
        (_, i) => band.from + ((oldest - band.from) * (i + 0.5)) / people,
      );
      const [group] = ageGroups(occupation, quarters);
      for (let t = 0; t < quarters; t++) {
        const here = ages.filter((age) => age + t / 4 < retireAt);
        if (here.length < people / 20) break;
        const going = here.filter((age) => age + (t + 1) / 4 >= retireAt);
        const rates = here.map((age) => (age + t / 4 < band.to + 1 ? band.attrition! : occupation.attrition));
        const rate = rates.reduce((sum, r) => sum + r, 0) / here.length;
        assert.ok(Math.abs(group!.retirement[t]! - going.length / here.length) < 0.01, `retirement ${t}`);
        assert.ok(Math.abs(group!.attrition[t]! - rate) < 0.001, `attrition ${t}`);
      }
    }),
    { numRuns: 30 },
  );
});

test('everyone retires in the end, and joiners never do', () => {
  const bands = [
    { from: 40, to: 49, headcount: 3 },
    { from: 50, to: 70, headcount: 4 },
  ];
  const groups = ageGroups({ id: 'a', headcount: 7, attrition: 0, retirementAge: 60, ageBands: bands }, 100);
  assert.equal(groups.length, 3);
  for (const [g, quartersLeft] of [80, 40].entries()) {
    let left = 1;
    for (let t = 0; t < quartersLeft; t++) left *= 1 - groups[g]!.retirement[t]!;
    assert.ok(left < 1e-9);
  }
  assert.ok(groups[2]!.heads === 0 && groups[2]!.retirement.every((chance) => chance === 0));
});

test('without a retirement age all are one group, whose rate follows the bands as they grow older', () => {
  const bands = [
    { from: 20, to: 29, headcount: 5, attrition: 0.1 },
    { from: 30, to: 59, headcount: 5, attrition: 0 },
  ];
  const [group, ...others] = ageGroups({ id: 'a', headcount: 10, attrition: 0.02, ageBands: bands }, 41);
  assert.equal(others.length, 0);
  const near = (t: number, wanted: number) => assert.ok(Math.abs(group!.attrition[t]! - wanted) < 1e-12);
  near(0, 0.05);
  // Five years on, half of the younger band has become thirty, and a sixth of the older is past all bands.
  near(20, (0.05 + 0.02 / 6) / 2);
  near(40, (0 + 0.02 / 3) / 2);
});
