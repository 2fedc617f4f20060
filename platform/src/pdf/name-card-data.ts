import * as z from 'zod';
import { plainText } from './printable-text.ts';

/** What `name-cards.typ` prints: one sheet of A4 for each card, folded twice into a tent. */
export const nameCardsPdfData = z.strictObject({
  title: plainText,
  cards: z
    .array(
      z.strictObject({
        side: z.enum(['school', 'enterprise']),
        /** Name in Chinese letters; absent when only the Latin form is known. */
        name: plainText.optional(),
        nameLatin: plainText.optional(),
        /** One small line below the name. */
        post: plainText.optional(),
        organisation: plainText,
      }),
    )
    .min(1)
    .max(200),
  illustrative: z.boolean().optional(),
});
export type NameCardsPdfData = z.infer<typeof nameCardsPdfData>;
