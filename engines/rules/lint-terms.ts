import type { Values } from './condition.ts';
import type { Day } from './day.ts';
import { evaluate } from './evaluate.ts';
import { conditionsOf } from './pack-problems.ts';
import { readFacts } from './parse-facts.ts';
import type { Pack } from './rule.ts';
import type { Verdict } from './verdict.ts';

/** One section of an agreement before it is signed, in each language in which it is written. */
export interface TermsSection {
  readonly clause: string;
  readonly title: string;
  readonly texts: readonly string[];
}

/** The terms of an agreement: its words, and figures that stand in fields rather than in words. */
export interface Terms {
  /** What kind of agreement it is, in the words of the product, such as `tripartite`. */
  readonly kind: string;
  readonly sections: readonly TermsSection[];
  /** Facts that are known of it by their names in the pack, each with the clause that states it. */
  readonly known: readonly { readonly clause: string | null; readonly facts: Values }[];
}

/** What a passage says, as facts: `clause` null where it is about what is missing. */
export interface Claim {
  readonly clause: string | null;
  /** The words that were found. */
  readonly quote: string;
  readonly facts: Values;
}

/** How a pack reads the words of an agreement into its facts. */
export type ReadTerms = (terms: Terms) => readonly Claim[];

/** A rule that a passage speaks against. */
export interface TermsFinding {
  readonly clause: string | null;
  readonly quote: string;
  readonly verdict: Verdict;
}

/**
 * Judges the passages of an agreement one by one with the rules of the pack, as if all of it were due: a finding is a
 * rule that is breached by what the passage says. Facts that the terms say nothing of stay unknown and are no finding.
 */
export function lintTerms(pack: Pack, read: ReadTerms, terms: Terms, on: Day): TermsFinding[] {
  const known = terms.known.map(({ clause, facts }): Claim => ({ clause, quote: '', facts }));
  const found = new Map<string, TermsFinding>();
  for (const claim of [...known, ...read(terms)]) {
    const facts = readFacts(pack, claim.facts);
    if (!facts.ok) continue;
    const names = new Set(Object.keys(claim.facts));
    for (const verdict of evaluate(pack, facts.value, { on }).verdicts) {
      if (verdict.outcome !== 'breached' || !looksAt(pack, verdict, names)) continue;
      const key = `${verdict.rule} ${claim.clause}`;
      if (!found.has(key)) found.set(key, { clause: claim.clause, quote: claim.quote, verdict });
    }
  }
  return [...found.values()];
}

function looksAt(pack: Pack, { rule: id, because }: Verdict, names: ReadonlySet<string>): boolean {
  const rule = pack.rules.find((one) => one.id === id);
  if (rule === undefined) return false;
  const failed = conditionsOf(rule).filter(({ code }) => because.includes(code));
  return failed.some(({ reads }) => reads.some((name) => names.has(name)));
}
