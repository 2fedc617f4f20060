import { changeListShape } from '@dualtrack/forecast';
import { done, enterpriseLeads, field, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { resources } from '../assumptions.ts';

const tag = 'Talent demand';
const share = z.number().min(0).max(1);
const heads = z.number().int().min(0).max(1_000_000);

export const assumptionsShape = z
  .object({
    leadQuarters: z.number().int().min(1).max(40),
    classMin: z.number().int().min(1).max(500),
    classMax: z.number().int().min(1).max(500),
    joinRate: share,
    sureness: z.number().min(0.5).max(0.99),
    needs: z
      .array(
        z.object({
          resource: z.enum(resources),
          perClass: z.number().min(0).max(1_000),
          perSeat: z.number().min(0).max(100),
          free: z.number().min(0).max(1_000_000).nullable(),
        }),
      )
      .max(resources.length),
  })
  .refine((value) => value.classMin <= value.classMax, { path: ['classMin'] });

/** What was in one quarter: people in post and needed at its opening, leavers and joiners within it. */
export const headcountRecord = z.object({
  occupation: z.string().min(1).max(100),
  quarter: field.quarter,
  headcount: heads,
  needed: heads.nullable(),
  leavers: heads,
  joiners: heads,
});
export type HeadcountRecord = z.infer<typeof headcountRecord>;

/** What is calculated as a run: a forecast of the plan, a scenario of one, or one from earlier data. */
export const forecastRunKinds = ['forecast', 'scenario', 'back-test'] as const;
export type ForecastRunKind = (typeof forecastRunKinds)[number];

/** A forecast that was asked for: the run that calculates it, and the id it has once that is done. */
export const forecastAsked = z.object({ id: field.id, runId: field.id });

const band = z.object({
  quarter: field.quarter,
  mean: z.number(),
  p10: z.number(),
  p90: z.number(),
  shortageProbability: z.number(),
});

/** One column of a comparison: the forecast itself or a scenario of it. */
export const scenarioColumn = z.object({
  id: field.id,
  name: z.string(),
  changes: changeListShape,
  madeAt: field.instant,
  occupations: z.array(z.object({ id: z.string(), quarters: z.array(band) })),
  shortage: z.number(),
  peak: z.number(),
  orders: z.number().int(),
  seats: z.number().int(),
});
export type ScenarioColumn = z.infer<typeof scenarioColumn>;

const naive = z.object({ pinball: z.number(), skill: z.number().nullable() });
const score = z.object({
  cases: z.number().int(),
  pinball: z.number(),
  coverage: z.number(),
  bias: z.number(),
  lastValue: naive,
  trend: naive,
});
export type Score = z.infer<typeof score>;

/** What a back-test compares. */
export const backTestFigures = ['stock', 'gap'] as const;

export const backTestCase = z.object({
  forecastId: field.id,
  occupation: z.string(),
  title: z.string(),
  titleEn: z.string(),
  quarter: field.quarter,
  horizon: z.number().int(),
  p10: z.number(),
  p50: z.number(),
  p90: z.number(),
  actual: z.number(),
  last: z.number(),
  trend: z.number(),
});
export type BackTestCaseView = z.infer<typeof backTestCase>;

export const assumptions = {
  get: route('GET', '/forecast-assumptions', {
    may: enterpriseLeads,
    summary: 'What forecasts assume of classes that could be opened',
    tag,
  }).output(assumptionsShape),
  put: route('PUT', '/forecast-assumptions', {
    may: enterpriseLeads,
    summary: 'Change what forecasts assume of new classes',
    tag,
  })
    .input(assumptionsShape)
    .output(done),
};

export const scenarios = {
  compare: route('GET', '/forecasts/{forecastId}/scenarios', {
    may: enterpriseLeads,
    summary: 'A forecast and its scenarios side by side',
    tag,
  })
    .input(z.object({ forecastId: field.id }))
    .output(z.object({ base: scenarioColumn, scenarios: z.array(scenarioColumn) })),
  make: route('POST', '/forecasts/{forecastId}/scenarios', {
    may: enterpriseLeads,
    summary: 'Try changes of a forecast, saved by name; real data stay as they are',
    tag,
    created: true,
  })
    .errors({
      'forecast.bad-plan': { status: 422, data: z.object({ count: z.number(), list: z.string() }) },
      'scenario.too-many': { status: 409, data: z.object({ most: z.number() }) },
    })
    .input(z.object({ forecastId: field.id, name: field.line, changes: changeListShape.min(1).max(20) }))
    .output(forecastAsked),
};

export const history = {
  get: route('GET', '/headcount-records', {
    may: enterpriseLeads,
    summary: 'Headcount as it was, by occupation and quarter',
    tag,
  }).output(
    z.object({
      occupations: z.array(z.object({ id: z.string(), title: z.string(), titleEn: z.string() })),
      records: z.array(headcountRecord),
    }),
  ),
  put: route('PUT', '/headcount-records', {
    may: enterpriseLeads,
    summary: 'Record headcounts as they were; all of them or none',
    tag,
  })
    .errors({ 'history.no-such-occupation': { status: 422, data: z.object({ occupation: z.string() }) } })
    .input(z.object({ records: z.array(headcountRecord).min(1).max(2_000) }))
    .output(done),
};

export const backTests = {
  make: route('POST', '/back-tests', {
    may: enterpriseLeads,
    summary: 'Forecast from what was known at an earlier quarter, to be judged by what happened',
    tag,
    created: true,
  })
    .errors({ 'back-test.no-records': { status: 422, data: z.object({ quarter: z.string() }) } })
    .input(z.object({ asOf: field.quarter }))
    .output(forecastAsked),
  get: route('GET', '/back-tests', {
    may: enterpriseLeads,
    summary: 'Forecasts of earlier quarters against what happened',
    tag,
  })
    .input(z.object({ figure: z.enum(backTestFigures).default('stock'), forecastId: field.id.optional() }))
    .output(
      z.object({
        score: score.nullable(),
        byHorizon: z.array(z.object({ horizon: z.number().int(), score })),
        cases: z.array(backTestCase),
        forecasts: z.array(
          z.object({
            id: field.id,
            kind: z.string(),
            startQuarter: field.quarter,
            madeAt: field.instant,
            cases: z.number().int(),
          }),
        ),
        quarters: z.array(field.quarter),
      }),
    ),
};
