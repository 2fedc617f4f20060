import * as z from 'zod';

/** What speaks against another site or start; see the engine's `explainChoices`. */
const choosable = z.enum(['open', 'full', 'own-rules']);

/**
 * Why a block is where and when it is, while everybody else stays. Weeks are Mondays. `loss` is what the student's own
 * programme would be worth less; 0 means just as good. No other person is named in it.
 */
export const blockReason = z.object({
  value: z.number(),
  siteChanges: z.object({ count: z.number(), cost: z.number() }),
  /** Weeks without a unit before the last one; `atWork`: those of them at the enterprise (absent in older plans). */
  waits: z.object({ count: z.number(), cost: z.number(), atWork: z.number().optional() }),
  /** What the student wanted here; absent in plans of earlier days. */
  wanted: z
    .object({
      isRequired: z.boolean(),
      /** The place among the student's wishes, from 1; null for a unit that was not wished for. */
      wish: z.number().nullable(),
      /** Whether the block is at the site of the own post, and whether that site teaches the unit at all. */
      isOwnSite: z.boolean(),
      hasOwnSite: z.boolean(),
    })
    .optional(),
  sites: z.array(
    z.object({
      siteName: z.string(),
      /** Absent in plans of earlier days. */
      siteNameEn: z.string().optional(),
      code: choosable,
      loss: z.number().nullable(),
    }),
  ),
  starts: z.object({
    equal: z.array(z.string()),
    worse: z.array(z.object({ week: z.string(), loss: z.number() })),
    full: z.array(z.string()),
    /** Other starts that the own calendar, the order of units or the plan's end rule out. */
    own: z.number(),
  }),
});
export type BlockReason = z.infer<typeof blockReason>;
