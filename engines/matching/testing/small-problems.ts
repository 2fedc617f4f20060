import fc from 'fast-check';
import type { MatchingProblem } from '../format/problem-format.ts';

/** At most so many; `atLeast` applicants and seats. */
type Size = {
  readonly applicants: number;
  readonly seats: number;
  readonly choices: number;
  readonly atLeast?: number;
};

const upTo = (size: number, prefix: string): string[] =>
  Array.from({ length: size }, (_, i) => `${prefix}${i}`);

/** Regions r0, r1; enterprises e0, e1, e2 in one of them or none; sometimes closed. */
const caps = fc.tuple(
  fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 2 }),
  fc.array(fc.record({ capacity: fc.integer({ min: 0, max: 4 }), within: fc.nat(2) }), { maxLength: 3 }),
);

/**
 * Random problems up to a size: up to three levels of places, few different scores so that ties are common,
 * scores that differ between seats of one cap, empty lists, closed seats.
 */
export function smallProblem(size: Size): fc.Arbitrary<MatchingProblem> {
  return fc
    .record({
      caps,
      seats: fc.array(fc.record({ capacity: fc.integer({ min: 0, max: 3 }), within: fc.nat(6) }), {
        minLength: size.atLeast ?? 1,
        maxLength: size.seats,
      }),
      lists: fc.array(fc.uniqueArray(fc.nat(size.seats - 1), { maxLength: size.choices }), {
        minLength: size.atLeast ?? 0,
        maxLength: size.applicants,
      }),
      scores: fc.array(fc.integer({ min: 0, max: 4 }), {
        minLength: size.applicants * size.seats,
        maxLength: size.applicants * size.seats,
      }),
      lottery: fc.stringMatching(/^[a-z]{1,8}$/),
    })
    .map(({ caps: [regions, enterprises], seats, lists, scores, lottery }) => {
      const names = [...upTo(regions.length, 'r'), ...upTo(enterprises.length, 'e')];
      const inside = (name: string | undefined) => (name === undefined ? {} : { within: name });
      return {
        format: 'dualtrack/matching-problem@1',
        caps: [
          ...enterprises.map(({ capacity, within }, i) => ({
            id: `e${i}`,
            capacity,
            ...inside(within < regions.length ? `r${within}` : undefined),
          })),
          ...regions.map((capacity, i) => ({ id: `r${i}`, capacity })),
        ],
        seats: seats.map(({ capacity, within }, i) => ({ id: `p${i}`, capacity, ...inside(names[within]) })),
        applicants: lists.map((list, a) => ({
          id: `a${a}`,
          choices: list
            .filter((seat) => seat < seats.length)
            .map((seat) => ({ seat: `p${seat}`, score: scores[a * size.seats + seat]! })),
        })),
        lottery,
      } satisfies MatchingProblem;
    });
}
