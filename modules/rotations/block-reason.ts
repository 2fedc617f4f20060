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
  waits: z.object({ count: z.number(), cost: z.number() }),
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
