import type { ArticleConfidence } from './rule.ts';

/** What a reader is told about one rule, in our own words. */
export interface RuleText {
  readonly title: string;
  /** Paraphrase of the article. Not its wording. */
  readonly says: string;
  /** What is to be done about a breach. */
  readonly remedy: string;
}

/** The sentences of a pack in one language; verdicts carry only ids and codes. */
export interface Articles {
  readonly title: string;
  /** What a reader must know before relying on the pack. */
  readonly caution: string;
  readonly rules: Readonly<Record<string, RuleText>>;
  /** A short label for each fact. */
  readonly facts: Readonly<Record<string, string>>;
  /** For each check: what is wrong when it does not hold. */
  readonly reasons: Readonly<Record<string, string>>;
  /** For each exception: why the rule gives way. */
  readonly exceptions: Readonly<Record<string, string>>;
  /** A word for each code in the values of facts. */
  readonly values?: Readonly<Record<string, string>>;
  readonly waivableBy: Readonly<Record<string, string>>;
  readonly confidence: Readonly<Record<ArticleConfidence, string>>;
  /** By rule: its evidence said in this language. Without an entry the evidence stands as its provenance says it. */
  readonly evidence?: Readonly<Record<string, string>>;
}
