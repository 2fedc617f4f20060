import type { Values } from './condition.ts';
import type { Day } from './day.ts';
import { evaluate } from './evaluate.ts';
import { conditionsOf } from './pack-problems.ts';
import { readFacts } from './parse-facts.ts';
import type { Pack, Rule } from './rule.ts';
import type { Verdict } from './verdict.ts';

/** One section of an agreement before it is signed, in each language in which it is written. */
export interface TermsSection {
  readonly clause: string;
  readonly title: string;
  readonly texts: readonly string[];
}

/** A value that stands in a field of its own. Money is in the smallest unit, shares run from 0 to 1. */
export interface TermsField {
  /** The clause that writes the value; null where none does. */
  readonly clause: string | null;
  /** Its name in the product; fields that a template asks for have whatever name its author chose. */
  readonly name: string;
  /** What people call it, in each language. */
  readonly labels: readonly string[];
  readonly kind: string;
  /** Words stand in each language. */
  readonly value: number | string | readonly string[];
  /** Fields of one row of a table, such as wage and pay of a post, share it. */
  readonly row?: string | undefined;
}

/** The terms of an agreement: its words, and figures that stand in fields rather than in words. */
export interface Terms {
  /** What kind of agreement it is, in the words of the product, such as `tripartite`. */
  readonly kind: string;
  readonly sections: readonly TermsSection[];
  /** Facts that are known of it by their names in the pack, each with the clause that states it. */
  readonly known: readonly { readonly clause: string | null; readonly facts: Values }[];
  readonly fields?: readonly TermsField[] | undefined;
  /** What is known of the placement that the agreement is about, beside what it says. */
  readonly around?: Values | undefined;
}

/** What a passage or a field says, as facts: `clause` null where it is about what is missing. */
export interface Claim {
  readonly clause: string | null;
  /** The words that were found. */
  readonly quote: string;
  readonly facts: Values;
  /** What is taken to be so as long as nothing else is known around the agreement. */
  readonly assumed?: Values | undefined;
  /** The field that says it. */
  readonly field?: TermsField | undefined;
}

/** How a pack reads the words and the fields of an agreement into its facts. */
export type ReadTerms = (terms: Terms) => readonly Claim[];

/** A rule that a passage or a field speaks against. */
export interface TermsFinding {
  readonly clause: string | null;
  readonly quote: string;
  /** All passages of the clause in which the words were found, `quote` first; empty where a field or a lack says it. */
  readonly passages: readonly string[];
  readonly field?: TermsField | undefined;
  readonly verdict: Verdict;
}

/**
 * Judges what an agreement says, claim by claim, with the rules of the pack, as if all of it were due: a finding is a
 * rule that is breached by what the claim says. A field goes before the words of its clause, and is judged with what
 * is known around the agreement; words are judged as they stand. Facts that nothing is said of are no finding.
 */
export function lintTerms(pack: Pack, read: ReadTerms, terms: Terms, on: Day): TermsFinding[] {
  const known = terms.known.map(({ clause, facts }): Claim => ({ clause, quote: '', facts }));
  const claims = [...known, ...read(terms)];
  const found = new Map<string, TermsFinding & { passages: string[] }>();
  // A field says outright what a phrase is only taken to mean.
  for (const claim of [...claims.filter(isOfField), ...claims.filter((one) => !isOfField(one))]) {
    for (const verdict of breachedBy(pack, claim, isOfField(claim) ? terms.around : undefined, on)) {
      const key = `${verdict.rule} ${claim.clause}`;
      const { clause, quote, field } = claim;
      const first = found.get(key);
      const isWords = field === undefined && quote !== '' && clause !== null;
      if (first === undefined)
        found.set(key, { clause, quote, field, verdict, passages: isWords ? [quote] : [] });
      else if (isWords && first.field === undefined && !first.passages.includes(quote))
        first.passages.push(quote);
    }
  }
  return [...found.values()];
}

const isOfField = (claim: Claim) => claim.field !== undefined;

/** The rules that a claim breaks. What contradicts the facts around it is judged by itself. */
function breachedBy(pack: Pack, claim: Claim, around: Values | undefined, on: Day): Verdict[] {
  const names = Object.keys(claim.facts);
  const rules = rulesReading(pack, names);
  if (rules.length === 0) return [];
  const alone = { ...claim.assumed, ...claim.facts };
  const together = readFacts(pack, { ...claim.assumed, ...around, ...claim.facts });
  const facts = together.ok ? together : readFacts(pack, alone);
  if (!facts.ok) return [];
  const { verdicts } = evaluate({ ...pack, rules }, facts.value, { on });
  return verdicts.filter((one) => one.outcome === 'breached' && looksAt(rules, one, new Set(names)));
}

function rulesReading(pack: Pack, names: readonly string[]): Rule[] {
  return pack.rules.filter((rule) =>
    conditionsOf(rule).some(({ reads }) => names.some((name) => reads.includes(name))),
  );
}

function looksAt(rules: readonly Rule[], { rule: id, because }: Verdict, names: ReadonlySet<string>) {
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) return false;
  const failed = conditionsOf(rule).filter(({ code }) => because.includes(code));
  return failed.some(({ reads }) => reads.some((name) => names.has(name)));
}
