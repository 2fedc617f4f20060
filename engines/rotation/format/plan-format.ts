import { z } from 'zod';

const id = z.string();

/** One unit at one site, from period `start` on for the unit's length. */
export const blockFormat = z.strictObject({ unit: id, site: id, start: z.int().min(0) });

/** One rule that takes part in a contradiction, as a code with parameters; the README lists the codes. */
export const unmetFormat = z.strictObject({ code: z.string(), params: z.record(z.string(), z.json()) });

/** What one more (or, for `min`, one fewer) head in a period would be worth in score, by the solver's dual prices. */
export const priceFormat = z.strictObject({
  site: id,
  unit: id,
  period: z.int().min(0),
  kind: z.enum(['max', 'min']),
  price: z.number(),
});

/** `dualtrack/rotation-plan@1`: the answer, with the bound the solver proved. */
export const rotationPlanFormat = z.strictObject({
  format: z.literal('dualtrack/rotation-plan@1'),
  status: z.enum(['optimal', 'feasible', 'infeasible', 'unknown']),
  score: z.number().nullable().describe('null without a plan'),
  bound: z.number().nullable().describe('no plan scores higher; null where nothing is proven'),
  gap: z.number().nullable().describe('(bound − score) / |bound|'),
  learners: z.array(z.strictObject({ id, score: z.number(), blocks: z.array(blockFormat) })),
  unmet: z.array(unmetFormat).describe('infeasible: rules that cannot hold together'),
  seconds: z.number().min(0),
  seed: z.string(),
  prices: z.array(priceFormat).optional(),
});

export type RotationPlan = z.output<typeof rotationPlanFormat>;
export type Block = z.output<typeof blockFormat>;
export type Unmet = z.output<typeof unmetFormat>;
export type PlacePrice = z.output<typeof priceFormat>;
