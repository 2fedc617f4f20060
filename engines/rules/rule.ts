import type { Articles } from './articles.ts';
import type { Condition } from './condition.ts';
import type { Day } from './day.ts';
import type { FactTypes } from './fact-type.ts';
import type { Moment } from './moment.ts';

/** How sure the pack is of the article's number (not of its content: that is {@link Provenance}). */
export type ArticleConfidence =
  | 'seen'
  | 'inferred'
  | 'recalled'
  | 'recalled-low'
  | 'chapter-only'
  | 'other-law'
  | 'press';

/** Where a rule stands in its law. `number` is `null` where only the chapter is known. */
export interface Article {
  readonly number: string | null;
  readonly chapter: number;
  readonly confidence: ArticleConfidence;
  /** How the number was come by, or the other law it stands in. */
  readonly note?: string;
}

/** Whether a human has seen the wording, and where. Shown to every reader of a verdict. */
export interface Provenance {
  readonly verified: boolean;
  readonly evidence: string;
  readonly sources: readonly string[];
}

/** Who made the rule; `region` is an administrative code for the levels below the nation. */
export interface Layer {
  readonly level: 'nation' | 'province' | 'city' | 'school';
  readonly region?: string;
}

export type Subject = 'school' | 'host' | 'student' | 'authority' | 'both' | 'any';

/** How hard the wording binds: an outright duty or ban, "generally", "in principle". */
export type Strength = 'must' | 'generally' | 'in-principle';

/** What a breach does in the product; `by-policy` leaves it to the school. */
export type Severity = 'block' | 'warn' | 'by-policy' | 'info';

/**
 * An exception to a rule, as in default logic: it applies only when each of its conditions is known to hold; of those
 * that apply the highest priority decides. Two of one priority that disagree are a mistake of the pack
 * ({@link PackError}).
 */
export interface Exception {
  readonly id: string;
  readonly priority: number;
  readonly when: readonly Condition[];
  /** Codes of the checks it concerns; absent = all of them. */
  readonly covers?: readonly string[];
  /** A breach is excused, the rule does not apply, or other checks stand in for the rule's own. */
  readonly gives: 'excused' | 'not-applicable' | { readonly instead: readonly Condition[] };
}

/** One rule of law as data. */
export interface Rule {
  readonly id: string;
  /** Paraphrase of the article by locale, in our own words: it stands beside the rule, so that a lawyer reads both. */
  readonly says: Readonly<Record<string, string>>;
  readonly article: Article;
  readonly layer: Layer;
  readonly subject: Subject;
  readonly kind: 'requirement' | 'prohibition' | 'limit';
  readonly strength: Strength;
  readonly severity: Severity;
  /** Whether the wording is one of the law's own "must not" lines. */
  readonly redLine: boolean;
  /** First and last day on which it is law. */
  readonly valid: { readonly from: Day; readonly to?: Day };
  /** When it is to be looked at, earliest first. */
  readonly moments: readonly [Moment, ...Moment[]];
  /** A known breach counts at any moment. Otherwise it counts only once due: a duty cannot be broken before. */
  readonly standing: boolean;
  /** When it concerns this placement at all. */
  readonly when: readonly Condition[];
  /** What must hold; all of them. */
  readonly checks: readonly [Condition, ...Condition[]];
  readonly exceptions: readonly Exception[];
  /** Code of what is to be done about a breach. */
  readonly remedy: string;
  /** Code of who may waive it. */
  readonly waivableBy: string;
  readonly provenance: Provenance;
}

/** A law as data: its facts and its rules. */
export interface Pack {
  readonly id: string;
  readonly version: string;
  readonly facts: FactTypes;
  readonly rules: readonly Rule[];
  /** Pairs of facts that are days, of which the second must not lie before the first; other facts are bad input. */
  readonly spans?: readonly (readonly [first: string, last: string])[];
  /** By locale, such as `en` and `zh-CN`. */
  readonly articles: Readonly<Record<string, Articles>>;
}
