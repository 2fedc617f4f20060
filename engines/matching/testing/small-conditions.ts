import fc from 'fast-check';
import type { MatchingProblem } from '../format/problem-format.ts';
import type { SideConditions } from '../side-conditions/side-conditions.ts';
import type { Matching, Small } from './brute-force.ts';
import { smallProblem } from './small-problems.ts';

/** A small problem with groups and least numbers that make sense for it: at most two of each. */
export function smallConditions(): fc.Arbitrary<{ problem: MatchingProblem; conditions: SideConditions }> {
  return fc
    .record({
      problem: smallProblem({ applicants: 6, seats: 4, choices: 4, atLeast: 2 }),
      order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
      sizes: fc.array(fc.integer({ min: 2, max: 3 }), { maxLength: 2 }),
      least: fc.array(fc.record({ place: fc.nat(8), heads: fc.integer({ min: 1, max: 3 }) }), {
        maxLength: 2,
      }),
    })
    .map(({ problem, order, sizes, least }) => {
      const people = order.filter((at) => at < problem.applicants.length).map((at) => `a${at}`);
      const groups = sizes.flatMap((size, i) => {
        const members = people.splice(0, size);
        return members.length < 2 ? [] : [{ id: `g${i}`, members }];
      });
      const places = [...problem.seats, ...(problem.caps ?? [])];
      const minimums = least.flatMap(({ place, heads }, i) => {
        const name = places[place % places.length]!.id;
        const isFirst = least.findIndex((one) => places[one.place % places.length]!.id === name) === i;
        return isFirst ? [{ place: name, heads }] : [];
      });
      return { problem, conditions: { groups, minimums } };
    });
}

/** Heads by place id. */
export function headsIn(small: Small, matching: Matching): Map<string, number> {
  const heads = new Map<string, number>();
  matching.forEach((choice, applicant) => {
    if (choice < 0) return;
    for (const place of small.contracts[applicant]![choice]!.places)
      heads.set(place, (heads.get(place) ?? 0) + 1);
  });
  return heads;
}
