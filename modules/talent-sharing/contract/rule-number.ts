import * as z from 'zod';

/** A number of a rule with where it stands; `isVerified` false: recalled, the text has not been read. */
export const ruleNumber = z.object({
  id: z.string(),
  law: z.string(),
  lawEn: z.string(),
  article: z.string(),
  value: z.number(),
  isVerified: z.boolean(),
});
export type RuleNumber = z.infer<typeof ruleNumber>;
