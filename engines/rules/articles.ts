import type { ArticleConfidence, Rule } from './rule.ts';

/** What a reader is told about one rule beside its paraphrase, which stands with the rule itself. */
export interface RuleWords {
  readonly title: string;
  /** What is to be done about a breach. */
  readonly remedy: string;
}

/** What a reader is told about one rule, in our own words. */
export interface RuleText extends RuleWords {
  /** Paraphrase of the article. Not its wording. */
  readonly says: string;
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
  /** By the name of a law as article numbers write it: its name in this language. A translation, where it is another one. */
  readonly laws?: Readonly<Record<string, string>>;
  /** By rule: its evidence said in this language. Without an entry the evidence stands as its provenance says it. */
  readonly evidence?: Readonly<Record<string, string>>;
}

/** What a pack's author writes in one language beside the rules. */
export interface PackWords extends Omit<Articles, 'rules'> {
  readonly rules: Readonly<Record<string, RuleWords>>;
}

/** The sentences of a pack in one language, with the paraphrases that stand with its rules. */
export function withParaphrases(words: PackWords, rules: readonly Rule[], locale: string): Articles {
  const says = new Map(rules.map((rule) => [rule.id, rule.says[locale] ?? '']));
  const told = Object.entries(words.rules).map(([id, own]): [string, RuleText] => [
    id,
    { ...own, says: says.get(id) ?? '' },
  ]);
  return { ...words, rules: Object.fromEntries(told) };
}
