import type { Model, OccupationModel } from './model.ts';
import { demandMoments, type Moments, projectMoments, type StockMoments, stockMoments } from './moments.ts';

/** Closed form of one occupation: demand, stock, and the expected heads of each ramp (in the order of `ramps`). */
export type Expectation = { demand: Moments; stock: StockMoments; projects: Float64Array[] };

/**
 * One summand of the mean gap, in heads, positive where it widens the gap. `id` names the project or supply row.
 * Attrition counts those who joined meanwhile too.
 */
export type GapPart = {
  kind: 'needed-today' | 'lines' | 'project' | 'in-post-today' | 'attrition' | 'retirement' | 'supply';
  id?: string;
  heads: number;
};

/** Calculates the closed form of one occupation. */
export function expectationOf(model: Model, occupation: OccupationModel): Expectation {
  return {
    demand: demandMoments(model, occupation),
    stock: stockMoments(model, occupation),
    projects: occupation.ramps.map((ramp) => projectMoments(model, ramp).mean),
  };
}

function sumBefore(values: Float64Array, t: number): number {
  let sum = 0;
  for (let i = 0; i < t; i++) sum += values[i]!;
  return sum;
}

/**
 * The parts of the mean gap in quarter `t` (index): demand is today's headcount, what the lines need beyond it and
 * each project; stock is today's headcount less leavers and retirements plus joiners since. They add up to the gap.
 */
export function gapParts(
  model: Model,
  occupation: OccupationModel,
  expected: Expectation,
  t: number,
): GapPart[] {
  const { headcount, floor, ramps, supplies } = occupation;
  return [
    { kind: 'needed-today', heads: headcount },
    { kind: 'lines', heads: floor[t]! - headcount },
    ...ramps.map(
      ({ project }, i): GapPart => ({
        kind: 'project',
        id: model.projects[project]!.id,
        heads: expected.projects[i]![t]!,
      }),
    ),
    { kind: 'in-post-today', heads: -headcount },
    { kind: 'attrition', heads: sumBefore(expected.stock.left, t) },
    { kind: 'retirement', heads: sumBefore(expected.stock.retired, t) },
    ...supplies.map(
      ({ key }, i): GapPart => ({ kind: 'supply', id: key, heads: -sumBefore(expected.stock.joined[i]!, t) }),
    ),
  ];
}
