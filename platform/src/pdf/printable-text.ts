import * as z from 'zod';

// Control characters cannot be printed; direction overrides would let a page show another text than it holds.
const unprintable = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

/** One line or paragraph of plain text: no markup, no control or direction-override characters. */
export const plainText = z
  .string()
  .min(1)
  .max(20_000)
  .refine((value) => !unprintable.test(value), { error: 'no control or direction-override characters' });

/** A text in one or several languages; at least one. */
export const printableText = z
  .strictObject({ zh: plainText.optional(), en: plainText.optional(), ug: plainText.optional() })
  .refine((words) => words.zh ?? words.en ?? words.ug, { error: 'a text in at least one language' });
export type PrintableText = z.infer<typeof printableText>;

/** The languages a paper speaks: Chinese, English, or both beside one another. */
export const paperLanguages = z.enum(['zh', 'en', 'zh-en']);
export type PaperLanguages = z.infer<typeof paperLanguages>;

/** A person as printed: a name in any script, a post. */
export const printablePerson = z.strictObject({ name: printableText, post: printableText.optional() });

/** A calendar day, `YYYY-MM-DD`. */
export const printableDay = z.iso.date();
