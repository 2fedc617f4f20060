import { z } from 'zod';

const STRENGTHS = ['must', 'generally', 'in-principle'] as const;
const SEVERITIES = ['block', 'warn', 'by-policy', 'info'] as const;
const CONFIDENCES = [
  'seen',
  'inferred',
  'recalled',
  'recalled-low',
  'chapter-only',
  'other-law',
  'press',
] as const;
const OUTCOMES = ['met', 'breached', 'unknown', 'excused', 'not-applicable'] as const;
const SUBJECTS = ['school', 'host', 'student', 'authority', 'both', 'any'] as const;
const LEVELS = ['nation', 'province', 'city', 'school'] as const;

/** What a judgement says of one rule. `unknown` means that facts are missing; it is never counted as met. */
export type Outcome = (typeof OUTCOMES)[number];

const verdict = z.object({
  rule: z.string().describe('id of the rule'),
  article: z.string().nullable().describe('article number; null where only the chapter is known'),
  chapter: z.int().describe('chapter of the law'),
  articleConfidence: z.enum(CONFIDENCES).describe('how the article number was come by; only "seen" was read'),
  verified: z.boolean().describe('whether a source for the content was read'),
  evidence: z.string().describe('what was read, or that it is recalled'),
  layer: z.enum(LEVELS),
  subject: z.enum(SUBJECTS).describe('whose duty it is'),
  strength: z.enum(STRENGTHS),
  severity: z.enum(SEVERITIES),
  outcome: z.enum(OUTCOMES),
  because: z
    .array(z.string())
    .readonly()
    .describe('codes of the checks that failed, are undecided, or exclude the rule'),
  facts: z.record(z.string(), z.unknown()).describe('the facts that were looked at, as filed'),
  withheld: z
    .array(z.string())
    .readonly()
    .optional()
    .describe('facts looked at whose values are not repeated'),
  missing: z
    .array(z.string())
    .readonly()
    .describe('facts that would have to be filed; name/part for a part of one'),
  exception: z.string().optional().describe('the exception that excused it or took it out'),
  remedy: z.string().describe('code of what is to be done'),
  waivableBy: z.string().describe('code of who may waive it'),
});

/** One verdict: data only. Sentences are made from the pack's articles files. */
export type Verdict = Readonly<z.infer<typeof verdict>>;

/** The `dualtrack/verdicts@1` document. */
export const verdictsDocument = z.object({
  format: z.literal('dualtrack/verdicts@1'),
  pack: z.string().describe('id@version'),
  on: z.iso.date().describe('the day whose law and ages counted'),
  moment: z.string().optional(),
  verdicts: z.array(verdict).readonly(),
});

/** The verdicts on one set of facts, one for each rule of the pack, in its order. */
export type VerdictsDocument = Readonly<z.infer<typeof verdictsDocument>>;
