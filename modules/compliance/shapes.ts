import { field } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { filingStates } from './filing.ts';
import { overrideStates } from './override.ts';

const count = z.number().int().nonnegative();

/** Outcomes that are kept of a check; rules that do not apply are only counted. */
export const outcomes = ['breached', 'unknown', 'met', 'excused'] as const;
export type KeptOutcome = (typeof outcomes)[number];

/** How many verdicts there are of each outcome. `blocking` of the breached stop an operation. */
export const tally = z.object({
  breached: count,
  blocking: count,
  unknown: count,
  met: count,
  excused: count,
});
export type TallyShape = z.infer<typeof tally>;

/** A class with the outcome of its latest check; null before the first. */
export const checkedClass = z.object({
  id: field.id,
  home: field.id,
  name: z.string(),
  school: z.string(),
  enterpriseId: field.id,
  host: z.string(),
  startsOn: field.day.nullable(),
  endsOn: field.day.nullable(),
  isOver: z.boolean(),
  placements: count,
  checkedAt: field.instant.nullable(),
  tally: tally.nullable(),
});
export type CheckedClass = z.infer<typeof checkedClass>;

/** A rule as a column or a row: what a reader needs to recognise it, in the caller's language. */
export const ruleHead = z.object({
  rule: z.string(),
  title: z.string(),
  /** Null where only the chapter is known. */
  article: z.string().nullable(),
  chapter: z.number().int(),
  /** The law that the article names itself: in the caller's language, and as it is officially called where that is another. */
  law: z.object({ name: z.string(), original: z.string().nullable(), place: z.string() }).nullable(),
  /** How the article number was come by: code and sentence. Only `seen` was read in the text. */
  confidence: z.string(),
  confidenceSays: z.string(),
  strength: z.string(),
  severity: z.string(),
});
export type RuleHead = z.infer<typeof ruleHead>;

export const ruleTally = ruleHead.extend(tally.omit({ blocking: true }).shape);

/** Form in which a fact is entered; `other` comes through the interface only. */
export const factForm = z.object({
  kind: z.enum([
    ...(['flag', 'day', 'days', 'time', 'instant', 'text', 'texts', 'number', 'money'] as const),
    ...(['choice', 'choices', 'declaration', 'other'] as const),
  ]),
  options: z.array(z.string()),
  /** Whether "it is known that there is none" can be said. */
  hasNone: z.boolean(),
  least: z.number().nullable(),
  most: z.number().nullable(),
  isWhole: z.boolean(),
});
export type FactForm = z.infer<typeof factForm>;

export const factType = z.object({
  name: z.string(),
  label: z.string(),
  about: z.string(),
  unit: z.string().nullable(),
  keeper: z.enum(['school', 'enterprise', 'both']),
  isSensitive: z.boolean(),
  form: factForm,
  /** Countries whose law asks for it; the form is that of the first. */
  jurisdictions: z.array(z.string()),
  /** The value that holds while nobody has recorded another; settings of a school only. */
  fallback: z.unknown().nullable(),
});
export type FactTypeShape = z.infer<typeof factType>;

/** A recorded fact and where it came from. */
export const recordedFact = z.object({
  id: field.id,
  placementId: field.id.nullable(),
  studentName: z.string().nullable(),
  name: z.string(),
  label: z.string(),
  unit: z.string().nullable(),
  value: z.unknown().nullable(),
  isWithheld: z.boolean(),
  sourceModule: z.string(),
  sourceId: field.id.nullable(),
  recordedByName: z.string(),
  recordedAt: field.instant,
  replacedAt: field.instant.nullable(),
  whyNot: z.string().nullable(),
});
export type RecordedFact = z.infer<typeof recordedFact>;

/** A fact that a verdict looked at. Without a record it is a setting of the pack, was
 * counted by the platform, or read off other facts on record. */
export const lookedAt = z.object({
  name: z.string(),
  label: z.string(),
  unit: z.string().nullable(),
  value: z.unknown().nullable(),
  isWithheld: z.boolean(),
  origin: z.enum(['recorded', 'counted', 'setting', 'read']),
  record: recordedFact.nullable(),
});
export type LookedAt = z.infer<typeof lookedAt>;

/** A filing or a waiver, and where it stands today. */
export const recordedFiling = z.object({
  id: field.id,
  kind: z.enum(['filing', 'waiver']),
  number: z.string(),
  scope: z.array(z.string()),
  placementIds: z.array(field.id),
  filedOn: field.day,
  approvedOn: field.day.nullable(),
  until: field.day,
  askedBy: z.string(),
  grantedBy: z.string(),
  recordedByName: z.string(),
  fileName: z.string().nullable(),
  state: z.enum(filingStates),
});
export type RecordedFiling = z.infer<typeof recordedFiling>;

/** One verdict with everything that a person needs to act on it, in the caller's language. */
export const verdictDetail = ruleHead.extend({
  classId: field.id,
  className: z.string(),
  placementId: field.id,
  studentName: z.string(),
  outcome: z.enum(outcomes),
  isBlocking: z.boolean(),
  says: z.string(),
  subject: z.string(),
  verified: z.boolean(),
  evidence: z.string(),
  because: z.array(z.object({ code: z.string(), says: z.string() })),
  exception: z.string().nullable(),
  facts: z.array(lookedAt),
  missing: z.array(z.object({ name: z.string(), label: z.string(), whyNot: z.string().nullable() })),
  /** Of a breached rule: each failing check with changes of which any one mends it, where a threshold can be named. */
  waysOut: z.array(
    z.object({
      says: z.string(),
      ways: z.array(
        z.object({
          ...{ name: z.string(), label: z.string(), unit: z.string().nullable() },
          must: z.enum(['be', 'be-at-least', 'be-at-most', 'be-one-of', 'include', 'leave-out']),
          value: z.unknown(),
        }),
      ),
    }),
  ),
  remedy: z.string(),
  waivableBy: z.string(),
  waivableBySays: z.string(),
  onDay: field.day,
  /** Day of the check that first came to this outcome. */
  since: field.day,
  checkedAt: field.instant,
  pack: z.string(),
});
export type VerdictDetail = z.infer<typeof verdictDetail>;

/** One earlier or the latest check of a class. */
export const checkRun = tally.extend({
  id: field.id,
  at: field.instant,
  onDay: field.day,
  moment: z.string().nullable(),
  isLatest: z.boolean(),
});

export const cell = z.object({ rule: z.string(), outcome: z.enum(outcomes), isBlocking: z.boolean() });

/** Students × rules of the latest check. Rules that were asked of nobody are left out. */
export const classMatrix = checkedClass.extend({
  moment: z.string().nullable(),
  onDay: field.day.nullable(),
  rules: z.array(ruleTally),
  rows: z.array(
    z.object({
      placementId: field.id,
      studentName: z.string(),
      postTitle: z.string(),
      isOver: z.boolean(),
      jurisdiction: z.string(),
      cells: z.array(cell),
    }),
  ),
  runs: z.array(checkRun),
  mayFile: z.boolean(),
});
const words = z.string().max(20_000);

/** The terms of an agreement, as they would be signed. */
export const agreementTerms = z.object({
  kind: z.string().max(40),
  jurisdiction: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .describe('whose law; left out: that of this installation'),
  sections: z
    .array(z.object({ clause: z.string().max(20), title: words, texts: z.array(words).max(4) }))
    .max(100),
  known: z
    .array(z.object({ clause: z.string().max(20).nullable(), facts: z.record(z.string().max(60), z.json()) }))
    .max(20)
    .default([])
    .describe('facts by their names in the rule pack, with the clause that states them'),
  fields: z
    .array(
      z.object({
        clause: z.string().max(20).nullable(),
        name: z.string().max(60),
        labels: z.array(z.string().max(200)).max(4).describe('what people call it: Chinese, English'),
        kind: z.string().max(20),
        value: z.union([z.number(), words, z.array(words).max(4)]),
        row: z.string().max(60).optional().describe('the same for fields of one row of a table'),
      }),
    )
    .max(500)
    .default([])
    .describe('figures, days and sums that stand in fields rather than in words'),
});

/** The request to set a finding on words aside as a false hit, and what became of it. */
export const lintOverride = z.object({
  id: field.id,
  state: z.enum(overrideStates),
  /** It was about other words: the clause has changed since, and the finding is back. */
  isLapsed: z.boolean(),
  reason: z.string(),
  askedBy: z.string(),
  askedAt: field.instant,
  decidedBy: z.string(),
  decidedAt: field.instant.nullable(),
  note: z.string(),
});
export type LintOverride = z.infer<typeof lintOverride>;

const whyNotCode = z.string().nullable();

/** A passage of an agreement that a rule speaks against, or a section that is missing (`clause` null). */
export const lintFinding = ruleHead.extend({
  clause: z.string().nullable(),
  quote: z.string().describe('the words or the field that were found; empty where something is missing'),
  passages: z
    .array(z.string())
    .describe('all words of the clause that were found; empty where a field says it'),
  digest: z
    .string()
    .nullable()
    .describe('of the clause and the passages; null: not found in words alone, and never set aside'),
  override: lintOverride.nullable(),
  /** Why the reader may not do it; null when they may. Left out where nobody reads. */
  abilities: z
    .object({ ask: whyNotCode, grant: whyNotCode, refuse: whyNotCode, withdraw: whyNotCode })
    .nullable(),
  isBlocking: z.boolean(),
  says: z.string(),
  because: z.array(z.string()),
  remedy: z.string(),
});
export type LintFinding = z.infer<typeof lintFinding>;

/** By which packs terms were judged, and what they breach. */
export const judgedTerms = z.object({ pack: z.string(), findings: z.array(lintFinding) });

export type ClassMatrix = z.infer<typeof classMatrix>;

/** How a rule's verdicts would move if facts were recorded. */
export const triedVerdict = ruleHead.extend({
  from: z.enum(outcomes).nullable().describe('null: it does not apply'),
  to: z.enum(outcomes).nullable(),
  placements: count,
  isBlocking: z.boolean(),
  because: z.array(z.string()),
  missing: z.array(z.string()),
});
export type TriedVerdict = z.infer<typeof triedVerdict>;

/** What a class comes to on a day of the past: the facts that were known then, by the law of that day. */
export const pastMatrix = z.object({
  onDay: field.day,
  pack: z.string(),
  moment: z.string(),
  tally,
  rules: z.array(ruleTally),
  rows: z.array(
    z.object({
      placementId: field.id,
      studentName: z.string(),
      postTitle: z.string(),
      cells: z.array(cell),
    }),
  ),
});
export type PastMatrix = z.infer<typeof pastMatrix>;

/** Sums of a day, over the latest checks up to it. */
export const trendDay = tally.extend({ day: field.day, classes: count });
export type TrendDay = z.infer<typeof trendDay>;

/** A cover or filing that ends soon while the placement goes on. */
export const lapse = z.object({
  classId: field.id,
  className: z.string(),
  placementId: field.id.nullable(),
  studentName: z.string().nullable(),
  name: z.string(),
  label: z.string(),
  lapsesOn: field.day,
});

/** What a school reported to its authority: numbers of a class, no student. */
export const report = z.object({
  classId: field.id,
  schoolId: field.id,
  school: z.string(),
  hostId: field.id,
  host: z.string(),
  placements: count,
  tally,
  isOver: z.boolean(),
  onDay: field.day,
  checkedAt: field.instant,
});
export type Report = z.infer<typeof report>;
