import { ForecastError } from './forecast-error.ts';
import { expectationOf, type GapPart, gapParts } from './gap-parts.ts';
import { modelOf } from './model.ts';
import type { ForecastPlan } from './plan.ts';
import { quartersBetween } from './quarter.ts';
import type { ForecastResult } from './result.ts';

/** The mean gap of one occupation in one quarter, in heads, and the parts that add up to it. */
export type GapExplanation = {
  occupation: string;
  quarter: string;
  gap: number;
  parts: GapPart[];
  /** What each line needs then; the part `lines` is their sum less today's headcount, at least 0. */
  lines: { id: string; units: number; perUnit: number; heads: number }[];
};

const TOLERANCE = 1e-5;

/**
 * Walks one mean gap of a result back to the plan. Throws {@link ForecastError} `occupation.unknown`,
 * `quarter.unknown`, or `result.of-another-plan` when the result's figure is not what this plan gives.
 */
export function explainGap(
  plan: ForecastPlan,
  result: ForecastResult,
  occupation: string,
  quarter: string,
): GapExplanation {
  const model = modelOf({ ...plan, occupations: plan.occupations.filter(({ id }) => id === occupation) });
  const found = model.occupations[0];
  if (found === undefined) throw new ForecastError('occupation.unknown', { occupation });
  const t = quartersBetween(plan.start, quarter);
  if (!(t >= 0 && t < plan.quarters)) throw new ForecastError('quarter.unknown', { quarter });
  const parts = gapParts(model, found, expectationOf(model, found), t);
  const gap = parts.reduce((sum, part) => sum + part.heads, 0);
  const figures = result.occupations.find(({ id }) => id === occupation)?.quarters[t];
  if (figures?.quarter !== quarter || Math.abs(figures.gap.mean - gap) > TOLERANCE) {
    throw new ForecastError('result.of-another-plan', { occupation, quarter });
  }
  const lines = plan.lines.flatMap(({ id, units, staffing }) => {
    const need = staffing.find((row) => row.occupation === occupation);
    if (need === undefined) return [];
    return [{ id, units: units[t]!, perUnit: need.perUnit, heads: units[t]! * need.perUnit }];
  });
  return { occupation, quarter, gap, parts, lines };
}
