// The door of the forecast engine: all that other rooms may use.
export type { Change } from './change.ts';
export { changeListShape } from './change.ts';
export type { GapExplanation } from './explain.ts';
export { explainGap } from './explain.ts';
export { ForecastError } from './forecast-error.ts';
export type { GapPart } from './gap-parts.ts';
export type { Issue, IssueCode, Parsed } from './issue.ts';
export { parseForecastPlan } from './parse-plan.ts';
export type { ForecastPlan } from './plan.ts';
export { DEFAULT_COSTS, forecastPlanShape } from './plan.ts';
export { QUARTER_PATTERN, quarterAt, quartersBetween } from './quarter.ts';
export type { ForecastResult, Order, QuarterFigures, Spread, Unanswered } from './result.ts';
export { forecastResultShape } from './result.ts';
export type { RunOptions } from './run.ts';
export { DEFAULT_RUNS, MOST_RUNS, runForecast } from './run.ts';
export type { JsonSchema } from './schemas.ts';
export { forecastSchemas } from './schemas.ts';
export { withChanges } from './with-changes.ts';
