import { field } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { forms, languages, sessionForms, shownParts } from './forms.ts';
import { occupationCodes } from './occupations.ts';
import { sides } from './side.ts';
import { slots } from './slots.ts';

const weekSlots: ReadonlySet<string> = new Set(slots);

export const side = z.enum(sides);
export const form = z.enum(forms);
export const sessionForm = z.enum(sessionForms);
export const language = z.enum(languages);
export const words = z.string().trim().max(300);
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** A clock on the wall, `14:30`. */
export const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** A code of ISCO-08 that this product lists. */
export const occupation = z
  .string()
  .regex(/^\d{4}$/)
  .refine((code) => occupationCodes.has(code), { error: 'a listed ISCO-08 unit group' });
export const tag = z.string().trim().min(1).max(40);
/** A division code (GB/T 2260), or nothing. */
export const region = z.union([z.literal(''), z.string().regex(/^\d{6}$/)]);
export const daySpan = z
  .object({ from: field.day, to: field.day })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'a day not before the first' });

/** The names of both sides, as every row carries them. */
export const parties = {
  school: z.string(),
  schoolEn: z.string(),
  enterprise: z.string(),
  enterpriseEn: z.string(),
};

/** What somebody writes on an expert's card. */
export const expertFacts = {
  nameEn: words.default(''),
  title: words.default(''),
  titleEn: words.default(''),
  certificates: z.array(words.min(1)).max(20).default([]),
  occupations: z.array(occupation).max(12).default([]),
  tags: z.array(tag).max(30).default([]),
  languages: z.array(language).min(1).max(5).default(['zh']),
  slots: z
    .array(z.string().refine((one) => weekSlots.has(one), { error: 'a weekday 1–7 and am, pm or eve' }))
    .max(21)
    .default([]),
  absences: z.array(daySpan).max(40).default([]),
  monthlyHours: z.number().int().min(0).max(200).default(8),
  needsApproval: z.boolean().default(false),
  approver: words.default(''),
  mail: z.union([z.literal(''), z.email().max(200)]).default(''),
  region: region.default(''),
  isListed: z.boolean().default(false),
  consentNote: words.default(''),
  shown: z.array(z.enum(shownParts)).default([...shownParts]),
};

/** Sums of one side in the ledger. */
export const sideSums = z.object({
  minutes: z.number().int(),
  fee: z.number().int(),
  bartered: z.number().int(),
});
export const ledgerSums = z.object({ school: sideSums, enterprise: sideSums });
