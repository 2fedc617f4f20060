import { z } from 'zod';

const quarter = (text: string) => z.string().describe(text);
const probability = (text: string) => z.number().min(0).max(1).describe(text);
const headQuarters = (text: string) => z.number().describe(`${text} Headcount-quarters: people × quarters.`);

const spread = z
  .object({
    mean: z.number().describe('Expected heads, in closed form.'),
    sd: z.number().min(0).describe('Standard deviation in heads, in closed form.'),
    p10: z.number().describe('At most this in one of ten runs.'),
    p50: z.number().describe('Median of the runs.'),
    p90: z.number().describe('At most this in nine of ten runs.'),
  })
  .describe('Heads; percentiles are the smallest simulated value with that share of runs at or below it.');

const quarterFigures = z.object({
  quarter: quarter('Such as 2026-Q1; stock is that at its opening.'),
  demand: spread,
  stock: spread,
  gap: spread.describe('Demand minus stock, heads; above zero is a shortage.'),
  shortageProbability: probability('Share of runs with a gap above zero.'),
  expectedShortage: z.number().min(0).describe('Mean of the gap where it is above zero, else zero; heads.'),
});

const reason = z
  .object({
    code: z.enum([
      'order.answers-lines',
      'order.answers-project',
      'order.answers-attrition',
      'order.answers-retirements',
    ]),
    params: z.object({
      driver: z.string().describe('Id of the project; else the kind of the driver.'),
      heads: z.number().describe('Expected heads that this driver adds to the gap in the quarter answered.'),
      quarter: quarter('The quarter answered.'),
    }),
  })
  .describe('The largest single driver of the shortage that is answered.');

const order = z.object({
  programme: z.string(),
  occupation: z.string(),
  classSize: z.int().min(1).describe('Seats of this one class.'),
  start: quarter('Quarter at whose opening the class starts.'),
  ready: quarter('Quarter at whose opening its people are in post: start plus lead.'),
  timing: z
    .enum(['earliest', 'in-time'])
    .describe('earliest: starts in the first quarter of the plan; in-time: it can wait until then.'),
  expectedJoiners: z.number().min(0).describe('Seats × completion × join rate.'),
  answers: z
    .object({
      quarter: quarter('From ready on, the quarter with the largest expected shortage.'),
      gap: spread,
      shortageProbability: probability('Chance of shortage then, if nothing is done.'),
      expectedShortage: z.number().min(0).describe('Heads, if nothing is done.'),
    })
    .describe('The shortage this order answers.'),
  covered: headQuarters('Expected shortage this class takes away, beside the orders listed before it.'),
  idle: headQuarters('Expected time of its people for which there is no need.'),
  costOfDoingNothing: headQuarters(
    'Expected shortage of the occupation from ready to the end of the plan if no order is placed at all.',
  ),
  fullyNeededProbability: probability(
    'Share of runs in which, in the quarter answered, all its people are needed beside the orders before it.',
  ),
  reason,
  needs: z
    .array(z.object({ resource: z.string(), amount: z.number().min(0) }))
    .default([])
    .describe('What the class takes of each resource from its start until it is ready.'),
});

const resource = z.object({
  id: z.string(),
  quarters: z.array(
    z.object({
      quarter: quarter('Such as 2026-Q1.'),
      used: z.number().min(0).describe('What the recommended classes take.'),
      available: z.number().min(0).nullable().describe('What is free; null: no limit is given.'),
    }),
  ),
});

const unanswered = z.object({
  occupation: z.string(),
  from: quarter('First quarter counted.'),
  to: quarter('Last quarter counted.'),
  headcountQuarters: headQuarters('Expected shortage that the orders leave in these quarters.'),
  reason: z
    .enum(['no-training', 'too-soon', 'remainder'])
    .describe(
      'no-training: no programme leads there; too-soon: before any class can be ready; remainder: more seats would cost more than they save.',
    ),
});

/** The shape of `dualtrack/forecast-result@1`. Numbers carry six decimals. */
export const forecastResultShape = z
  .object({
    format: z.literal('dualtrack/forecast-result@1'),
    start: quarter('First quarter.'),
    quarters: z.int().min(1),
    runs: z.int().min(1).describe('Simulated worlds.'),
    seed: z.string().describe('The same seed, plan and runs give the same result.'),
    occupations: z.array(z.object({ id: z.string(), quarters: z.array(quarterFigures) })),
    orders: z.array(order).describe('By occupation in plan order, then by ready quarter.'),
    unanswered: z.array(unanswered),
    resources: z
      .array(resource)
      .default([])
      .describe('Resources of the plan, and what the orders take of them.'),
    ordersBy: z
      .enum(['search', 'programme'])
      .default('search')
      .describe(
        'search: each occupation for itself, limits of resources not kept; programme: all together as one integer programme.',
      ),
    ordersExact: z
      .boolean()
      .describe(
        'True: no other choice of classes is cheaper for these runs (by programme: by more than 0.01 %); false: not proven.',
      ),
    agreement: z
      .object({
        heads: z
          .number()
          .min(0)
          .describe('Largest difference between simulated and closed-form mean, heads.'),
        standardErrors: z.number().min(0).describe('The same in standard errors of the simulated mean.'),
      })
      .describe('How far simulation and closed form lie apart, over all occupations, quarters and figures.'),
  })
  .describe('Demand, stock and gap with their uncertainty, and the classes worth ordering.');

/** A forecast as `runForecast` returns it. */
export type ForecastResult = z.infer<typeof forecastResultShape>;

/** Mean, deviation and percentiles of one figure, in heads. */
export type Spread = z.infer<typeof spread>;

/** Everything about one occupation in one quarter. */
export type QuarterFigures = z.infer<typeof quarterFigures>;

/** One recommended class. */
export type Order = z.infer<typeof order>;

/** A resource that classes share. */
export type ResourceUse = z.infer<typeof resource>;

/** Shortage that the recommended orders leave, and why. */
export type Unanswered = z.infer<typeof unanswered>;
