import type { Day } from './day.ts';
import { type Bench, judge, judgeFor } from './judge.ts';
import { type Moment, momentRank } from './moment.ts';
import type { FiledFacts } from './parse-facts.ts';
import type { Pack } from './rule.ts';
import type { Outcome, Verdict, VerdictsDocument } from './verdict.ts';

/** The day whose law and ages count, and the moment up to which duties are due (absent: ask for everything). */
export interface EvaluateOptions {
  readonly on: Day;
  /** A {@link Moment}, or the spelling of the source such as `on_sign_and_monthly`. */
  readonly moment?: Moment | (string & {});
}

/**
 * Judges every rule of the pack on one set of facts, in the pack's order. Pure and deterministic: the same arguments
 * give the same verdicts. A fact that is not filed makes its rules `unknown`, never `met`. At a moment, duties that
 * fall due later are `not-applicable` with `rule.not-due`. Throws {@link PackError} on a mistake of the pack.
 */
export function evaluate(pack: Pack, facts: FiledFacts, options: EvaluateOptions): VerdictsDocument {
  const bench = benchFor(pack, options);
  return documentOf(
    pack,
    options,
    pack.rules.map((rule) => judge(rule, facts, bench)),
  );
}

/**
 * {@link evaluate} over many sets of facts, such as all placements of a class or a school; one document each, in
 * order. With `only`, just the verdicts of these outcomes are in them, so that memory grows with what is wrong.
 */
export function evaluateMany(
  pack: Pack,
  list: Iterable<FiledFacts>,
  options: EvaluateOptions & { readonly only?: readonly Outcome[] },
): VerdictsDocument[] {
  const bench = benchFor(pack, options);
  const wanted = options.only && new Set(options.only);
  return Array.from(list, (facts) => {
    const verdicts: Verdict[] = [];
    for (const rule of pack.rules) {
      const verdict = wanted ? judgeFor(wanted, rule, facts, bench) : judge(rule, facts, bench);
      if (verdict) verdicts.push(verdict);
    }
    return documentOf(pack, options, verdicts);
  });
}

/** The bench of a judgement; an unknown moment is a mistake of the caller and throws a RangeError. */
export function benchFor(pack: Pack, options: EvaluateOptions): Bench {
  const rank = options.moment === undefined ? Number.POSITIVE_INFINITY : momentRank(options.moment);
  if (rank === undefined) throw new RangeError(`no such moment: ${options.moment}`);
  const sensitive = Object.keys(pack.facts).filter((name) => pack.facts[name]?.sensitive);
  return { on: options.on, rank, sensitive: new Set(sensitive) };
}

function documentOf(pack: Pack, { on, moment }: EvaluateOptions, verdicts: Verdict[]): VerdictsDocument {
  const head = { format: 'dualtrack/verdicts@1', pack: `${pack.id}@${pack.version}`, on } as const;
  return moment === undefined ? { ...head, verdicts } : { ...head, moment, verdicts };
}
