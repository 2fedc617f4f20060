import { type Model, modelOf, type OccupationModel } from './model.ts';
import type { ForecastPlan } from './plan.ts';

/** Chances of 0, 1, 2 … heads. */
export type Chances = number[];

/** Distribution of the sum of two independent counts. */
function sumOf(a: Chances, b: Chances): Chances {
  const out = new Array<number>(a.length + b.length - 1).fill(0);
  for (const [i, p] of a.entries()) for (const [j, q] of b.entries()) out[i + j]! += p * q;
  return out;
}

/** Distribution of what is left when each head stays with chance `stay`: one trial after the other. */
function thinned(chances: Chances, stay: number): Chances {
  const out = new Array<number>(chances.length).fill(0);
  let row: Chances = [1];
  for (const [n, chance] of chances.entries()) {
    for (const [k, p] of row.entries()) out[k]! += chance * p;
    if (n < chances.length - 1) row = sumOf(row, [1 - stay, stay]);
  }
  return out;
}

function lessAtMost(chances: Chances, heads: number): Chances {
  const out = new Array<number>(chances.length).fill(0);
  for (const [n, chance] of chances.entries()) out[Math.max(0, n - heads)]! += chance;
  return out;
}

function certain(heads: number): Chances {
  return Array.from({ length: heads + 1 }, (_, n) => (n === heads ? 1 : 0));
}

function stockChances(model: Model, { groups, retirements, supplies }: OccupationModel): Chances[] {
  let people = groups.map(({ heads }) => certain(heads));
  return Array.from({ length: model.quarters }, (_, t) => {
    const now = people.reduce(sumOf, [1]);
    people = people.map((chances, g) => {
      const stay = (1 - groups[g]!.attrition[t]!) * (1 - groups[g]!.retirement[t]!);
      const kept = lessAtMost(thinned(chances, stay), retirements[t]!);
      if (g < groups.length - 1) return kept;
      return supplies.reduce(
        (sum, row) => sumOf(sum, thinned(certain(row.graduates[t]!), row.joinRate)),
        kept,
      );
    });
    return now;
  });
}

function projectChances(model: Model, { ramps }: OccupationModel): Chances[] {
  return Array.from({ length: model.quarters }, (_, t) => {
    return ramps.reduce((sum, { project, byQuarter }) => {
      const { probability, delays } = model.projects[project]!;
      const own = new Array<number>(Math.max(...byQuarter) + 1).fill(0);
      own[0]! += 1 - probability;
      for (const [d, chance] of delays.entries()) own[byQuarter[t - d] ?? 0]! += probability * chance;
      return sumOf(sum, own);
    }, certain(0));
  });
}

/** One figure as all its possible values with their chances. */
export type Exact = { values: number[]; chances: number[] };

function gapOf(floor: number, projects: Chances, stock: Chances): Exact {
  const all = sumOf(projects, stock.toReversed());
  return { values: all.map((_, i) => floor + i - (stock.length - 1)), chances: all };
}

/** The full distribution of every figure of a small plan, by enumeration: what simulation and closed form must meet. */
export function exactDistribution(plan: ForecastPlan): { demand: Exact; stock: Exact; gap: Exact }[][] {
  const model = modelOf(plan);
  return model.occupations.map((occupation) => {
    const projects = projectChances(model, occupation);
    return stockChances(model, occupation).map((stock, t) => {
      const floor = occupation.floor[t]!;
      return {
        demand: { values: projects[t]!.map((_, i) => floor + i), chances: projects[t]! },
        stock: { values: stock.map((_, i) => i), chances: stock },
        gap: gapOf(floor, projects[t]!, stock),
      };
    });
  });
}

/** Mean and variance of an exact figure. */
export function exactMoments({ values, chances }: Exact): { mean: number; variance: number } {
  const mean = values.reduce((sum, value, i) => sum + value * chances[i]!, 0);
  return { mean, variance: values.reduce((sum, value, i) => sum + (value - mean) ** 2 * chances[i]!, 0) };
}
