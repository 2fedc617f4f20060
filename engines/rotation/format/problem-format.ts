import { z } from 'zod';

const id = z.string().min(1);
const period = z.int().min(0);
const score = z.number();

/** A unit of the programme: `length` consecutive periods at one site. */
export const unitFormat = z.strictObject({
  id,
  length: z.int().min(1).describe('consecutive periods at one site'),
  group: id,
  hostScore: score.default(0).describe('earned whenever the unit is taken'),
});

/**
 * A site; `maxUnitsPerLearner` absent means no limit. A site `within` another, such as one workstation of a works, has
 * places of its own; changes of site and limits count by the outer one.
 */
export const siteFormat = z.strictObject({
  id,
  within: id.optional().describe('outer site, itself within none'),
  maxUnitsPerLearner: z.int().min(0).optional(),
});

/** Heads a site takes for a unit, one number per period. A pair that is absent has no places. */
export const placeFormat = z.strictObject({
  site: id,
  unit: id,
  min: z.array(z.int().min(0)).describe('heads, one number per period, hard'),
  max: z.array(z.int().min(0)).describe('heads, one number per period, hard'),
});

/** Heads that several places take together, such as the learners of mentors who look after all of them; no `min`: 0. */
export const poolFormat = z.strictObject({
  id,
  places: z.array(z.tuple([id, id])).describe('pairs of site and unit'),
  min: z.array(z.int().min(0)).optional().describe('heads in all these places, one number per period, hard'),
  max: z.array(z.int().min(0)).describe('heads in all these places, one number per period, hard'),
});

/** `[first, later]`: whoever takes `later` takes `first` too and begins it no later. */
export const beforeFormat = z.tuple([id, id]);

/** A learner, or `size` learners who move together. */
export const learnerFormat = z.strictObject({
  id,
  size: z.int().min(1).default(1).describe('heads that move together'),
  take: z.record(z.string(), z.int().min(0)).describe('exactly so many units of each group'),
  units: z.record(z.string(), score).describe('eligible units with preference score'),
  sites: z
    .record(z.string(), score)
    .default({})
    .describe('preference score of a unit done there, absent = 0'),
  cannot: z
    .array(z.tuple([id, id]))
    .default([])
    .describe('pairs of site and unit'),
  away: z.array(period).default([]).describe('periods without blocks'),
  keep: z
    .array(z.strictObject({ unit: id, site: id, start: period, score }))
    .optional()
    .describe('blocks of an earlier plan, with what it is worth to have exactly them again'),
  weights: z.strictObject({ unit: score, site: score, siteChange: score, wait: score }),
});

/** A block that must stand in every plan. */
export const pinFormat = z.strictObject({ learner: id, unit: id, site: id, start: period });

/** `dualtrack/rotation-problem@1`: learners × units × sites × periods. */
export const rotationProblemFormat = z.strictObject({
  format: z.literal('dualtrack/rotation-problem@1'),
  periods: z.int().min(1).describe('numbered from 0'),
  units: z.array(unitFormat),
  sites: z.array(siteFormat),
  places: z.array(placeFormat),
  pools: z.array(poolFormat).default([]),
  before: z.array(beforeFormat).default([]),
  learners: z.array(learnerFormat),
  fairness: z.number().min(0).default(0).describe("weight of the worst-off learner's score"),
  pins: z.array(pinFormat).default([]),
});

/** A rotation problem as a caller writes it: fields with a default may be left out. */
export type RotationProblemInput = z.input<typeof rotationProblemFormat>;
/** A rotation problem with all defaults filled in, as `parseRotationProblem` returns it. */
export type RotationProblem = z.output<typeof rotationProblemFormat>;
export type Unit = z.output<typeof unitFormat>;
export type Site = z.output<typeof siteFormat>;
export type Place = z.output<typeof placeFormat>;
export type Pool = z.output<typeof poolFormat>;
export type Learner = z.output<typeof learnerFormat>;
export type Pin = z.output<typeof pinFormat>;
