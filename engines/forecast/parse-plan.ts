import { checkPlan } from './check-plan.ts';
import { issuesFromZod, type Parsed } from './issue.ts';
import { type ForecastPlan, forecastPlanShape } from './plan.ts';

/**
 * Reads a parsed JSON document as `dualtrack/forecast-plan@1`. Never throws: the answer is the plan (absent lists
 * filled with empty ones) or every issue of the document, shape and cross-field rules together.
 */
export function parseForecastPlan(input: unknown): Parsed<ForecastPlan> {
  const shape = forecastPlanShape.safeParse(input);
  const issues = [...(shape.success ? [] : issuesFromZod(shape.error, input)), ...checkPlan(input)];
  if (shape.success && issues.length === 0) return { ok: true, value: shape.data };
  return { ok: false, issues };
}
