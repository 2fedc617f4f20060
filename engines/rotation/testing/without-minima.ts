import type { RotationProblem } from '../format/problem-format.ts';

/** The problem in which no place and no pool wants heads: for asking what one learner alone could have. */
export function withoutMinima(problem: RotationProblem): RotationProblem {
  return {
    ...problem,
    places: problem.places.map((place) => ({ ...place, min: place.min.map(() => 0) })),
    pools: problem.pools.map(({ min: _, ...pool }) => pool),
  };
}
