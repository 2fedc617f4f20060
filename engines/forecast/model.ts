import { ageGroups, type Group } from './ageing.ts';
import { delayChances } from './delay.ts';
import type { ForecastPlan } from './plan.ts';
import { rateNodes } from './uncertain-rate.ts';

/** A project as chances: `delays[d]` = P(d quarters late), given that it happens. */
export type ProjectModel = { id: string; probability: number; delays: Float64Array };

/** What one project asks of one occupation if it is on time. `project` indexes `Model.projects`. */
export type Ramp = { project: number; byQuarter: readonly number[] };

/**
 * Graduates under way; `key` names the row (programme, or programme and id). `joinRates` are equally likely values
 * with `joinRate` as their mean; one value holds for all of the row's graduates.
 */
export type SupplyModel = {
  key: string;
  graduates: readonly number[];
  joinRate: number;
  joinRates: Float64Array;
};

/** One occupation, ready to be calculated; every array has one entry per quarter. */
export type OccupationModel = {
  id: string;
  headcount: number;
  /** People all lines together need. */
  lines: Float64Array;
  /** The larger of today's headcount and `lines`. */
  floor: Float64Array;
  ramps: Ramp[];
  groups: Group[];
  /** Equally likely factors, 1 on average, on all attrition of `groups`; one of them holds in every quarter. */
  attritionFactors: Float64Array;
  /** Known retirements, taken from the whole stock (only where there is a single group). */
  retirements: readonly number[];
  supplies: SupplyModel[];
};

/** A plan turned round: by occupation instead of by line, project and programme. */
export type Model = {
  quarters: number;
  start: string;
  projects: ProjectModel[];
  occupations: OccupationModel[];
};

/** The name of a supply row in explanations and random streams. */
export function supplyKey(row: ForecastPlan['supply'][number]): string {
  return row.id === undefined ? row.programme : `${row.programme}:${row.id}`;
}

function occupationModel(
  plan: ForecastPlan,
  occupation: ForecastPlan['occupations'][number],
): OccupationModel {
  const { quarters } = plan;
  const { id, headcount, attrition, attritionSeenOn } = occupation;
  const lines = new Float64Array(quarters);
  for (const line of plan.lines) {
    const need = line.staffing.find((row) => row.occupation === id);
    if (need === undefined) continue;
    for (let t = 0; t < quarters; t++) lines[t] = lines[t]! + line.units[t]! * need.perUnit;
  }
  // 3 × 0.1 must not exceed 0.3 by a rounding error, or a gap of nothing would count as a shortage.
  for (let t = 0; t < quarters; t++) lines[t] = Math.round(lines[t]! * 1e9) / 1e9;
  const ramps = plan.projects.flatMap((project, index) => {
    const need = project.headcount.find((row) => row.occupation === id);
    return need === undefined ? [] : [{ project: index, byQuarter: need.byQuarter }];
  });
  return {
    id,
    headcount,
    lines,
    floor: lines.map((heads) => Math.max(headcount, heads)),
    ramps,
    groups: ageGroups(occupation, quarters),
    attritionFactors:
      attrition === 0
        ? Float64Array.of(1)
        : rateNodes(attrition, attritionSeenOn).map((rate) => rate / attrition),
    retirements: occupation.retirements ?? new Array<number>(quarters).fill(0),
    supplies: plan.supply
      .filter((row) => row.occupation === id)
      .map((row) => ({
        key: supplyKey(row),
        graduates: row.graduates,
        joinRate: row.joinRate,
        joinRates: rateNodes(row.joinRate, row.joinRateSeenOn),
      })),
  };
}

/** Builds the {@link Model} of a valid plan; pure, O(occupations × rows × quarters). */
export function modelOf(plan: ForecastPlan): Model {
  return {
    quarters: plan.quarters,
    start: plan.start,
    projects: plan.projects.map(({ id, probability, delayQuarters }) => {
      const { mean, max } = delayQuarters ?? { mean: 0, max: 0 };
      return { id, probability, delays: delayChances(mean, max) };
    }),
    occupations: plan.occupations.map((occupation) => occupationModel(plan, occupation)),
  };
}
