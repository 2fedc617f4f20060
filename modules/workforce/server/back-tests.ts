import { type ForecastPlan, parseForecastPlan } from '@dualtrack/forecast';
import { operationsOn } from '@dualtrack/platform/operation';
import { backTestCases, type PastForecast, summaryOf } from '../back-test-cases.ts';
import { contract, type HeadcountRecord } from '../contract.ts';
import { ratesBefore } from '../past-rates.ts';
import { askForecast } from './ask-forecast.ts';
import { buildPlan } from './build-plan.ts';
import { headcountRecords } from './headcount-records.ts';
import type { WorkforceTables } from './tables.ts';

const operation = operationsOn<WorkforceTables>();
/** A year and a half ahead: what the decision for an order class needs. */
const horizon = 8;
/** Hires of a quarter as draws with this chance: their number then varies nearly as that of rare events does. */
const hireChance = 0.1;

/** The plan with only what was known at its start: headcount as recorded, rates and hires of the quarters before. */
function knownThen(plan: ForecastPlan, records: readonly HeadcountRecord[]): ForecastPlan {
  const occupations = plan.occupations.flatMap(({ id, attrition }) => {
    const own = records.filter(({ occupation }) => occupation === id);
    const now = own.find(({ quarter }) => quarter === plan.start);
    if (now === undefined) return [];
    const rates = ratesBefore(own, plan.start);
    const known = { id, headcount: now.headcount, attrition: rates?.attrition ?? attrition };
    return [rates === null ? known : { ...known, attritionSeenOn: rates.seenOn }];
  });
  const isKnown = new Set(occupations.map(({ id }) => id));
  const keep = <Row extends { occupation: string }>(rows: readonly Row[]) =>
    rows.filter(({ occupation }) => isKnown.has(occupation));
  return {
    ...plan,
    occupations,
    lines: plan.lines.map((line) => ({ ...line, staffing: keep(line.staffing) })),
    projects: plan.projects.map((project) => ({ ...project, headcount: keep(project.headcount) })),
    supply: occupations.flatMap(({ id }) => {
      const rates = ratesBefore(
        records.filter(({ occupation }) => occupation === id),
        plan.start,
      );
      if (rates === null) return [];
      const draws = Math.max(1, Math.round(rates.hires / hireChance));
      const graduates = new Array<number>(plan.quarters).fill(draws);
      const row = { programme: 'hires', id, occupation: id, graduates, joinRate: rates.hires / draws };
      return [{ ...row, joinRateSeenOn: draws * rates.quarters }];
    }),
    training: [],
  };
}

/** Makes the forecast that would have been made at an earlier quarter, from that quarter's data. */
export const makeBackTest = operation(contract.backTests.make, async (ctx, { asOf }) => {
  const { plan, names } = await buildPlan(ctx, { start: asOf, quarters: horizon + 1 });
  const then = knownThen(plan, await headcountRecords(ctx));
  const parsed = parseForecastPlan(then);
  if (then.occupations.length === 0 || !parsed.ok)
    throw ctx.refuse('back-test.no-records', { quarter: asOf });
  return askForecast(ctx, {
    plan: parsed.value,
    ...{ names, name: '', runs: 2_000, seed: 'dualtrack', changes: [] },
    kind: 'back-test',
    baseId: null,
  });
});

/** Forecasts of plans and of earlier quarters, scored on every quarter of which a record is there. */
export const getBackTest = operation(contract.backTests.get, async (ctx, { figure, forecastId }) => {
  const records = await headcountRecords(ctx);
  const runs = await ctx.db
    .selectFrom('forecastRun')
    .select(['id', 'kind', 'startQuarter', 'madeAt', 'names', 'result'])
    .where('kind', 'in', ['plan', 'back-test'])
    .orderBy('startQuarter')
    .orderBy('madeAt')
    .execute();
  const found = runs.map((run: PastForecast & { kind: string; startQuarter: string; madeAt: Date }) => ({
    run,
    cases: backTestCases(run, records, figure),
  }));
  const cases = found
    .filter(({ run }) => forecastId === undefined || run.id === forecastId)
    .flatMap((one) => one.cases);
  return {
    ...summaryOf(cases),
    cases: cases.map(({ history: _, ...one }) => one),
    forecasts: found
      .filter((one) => one.cases.length > 0)
      .map(({ run: { id, kind, startQuarter, madeAt }, cases: own }) => {
        return { id, kind, startQuarter, madeAt: madeAt.toISOString(), cases: own.length };
      }),
    quarters: [...new Set(records.map(({ quarter }) => quarter))].sort(),
  };
});
