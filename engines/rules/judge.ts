import { type At, ask, type Condition, type Values } from './condition.ts';
import { MOMENTS } from './moment.ts';
import { PackError } from './pack-error.ts';
import type { Exception, Rule } from './rule.ts';
import type { Outcome, Verdict } from './verdict.ts';

/** The day and moment of a judgement, and the facts whose values verdicts do not repeat. */
export interface Bench extends At {
  readonly sensitive: ReadonlySet<string>;
}

interface Finding {
  outcome: Outcome;
  because: readonly string[];
  missing: readonly string[];
  exception?: string;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const NONE: readonly never[] = [];

/** Judges one rule. Throws {@link PackError} where two exceptions apply together and disagree. */
export function judge(rule: Rule, facts: Values, bench: Bench): Verdict {
  const seen: Condition[] = [];
  return verdictOf(rule, find(rule, facts, bench, seen), seen, facts, bench);
}

/** {@link judge} where only some outcomes are wanted: the verdict is not put together for the others. */
export function judgeFor(
  wanted: ReadonlySet<Outcome>,
  rule: Rule,
  facts: Values,
  bench: Bench,
): Verdict | undefined {
  const seen: Condition[] = [];
  const finding = find(rule, facts, bench, seen);
  return wanted.has(finding.outcome) ? verdictOf(rule, finding, seen, facts, bench) : undefined;
}

function verdictOf(
  rule: Rule,
  finding: Finding,
  seen: readonly Condition[],
  facts: Values,
  bench: Bench,
): Verdict {
  const { article, provenance } = rule;
  const verdict: Writable<Verdict> = {
    rule: rule.id,
    article: article.number,
    chapter: article.chapter,
    articleConfidence: article.confidence,
    verified: provenance.verified,
    evidence: provenance.evidence,
    layer: rule.layer.level,
    subject: rule.subject,
    strength: rule.strength,
    severity: rule.severity,
    outcome: finding.outcome,
    because: finding.because,
    facts: {},
    missing: finding.missing,
    remedy: rule.remedy,
    waivableBy: rule.waivableBy,
  };
  if (finding.exception !== undefined) verdict.exception = finding.exception;
  report(verdict, seen, facts, bench.sensitive);
  return verdict;
}

function find(rule: Rule, facts: Values, bench: Bench, seen: Condition[]): Finding {
  if (bench.on < rule.valid.from || (rule.valid.to !== undefined && bench.on > rule.valid.to)) {
    return { outcome: 'not-applicable', because: ['rule.not-in-force'], missing: NONE };
  }
  const applying = rule.exceptions.length === 0 ? NONE : applyingExceptions(rule, facts, bench);
  const first = applying[0];
  for (const exception of applying) seen.push(...exception.when);
  if (first?.gives === 'not-applicable') {
    return { outcome: 'not-applicable', because: NONE, missing: NONE, exception: first.id };
  }
  const scope = inScope(rule, facts, bench, seen);
  if (scope) return scope;
  const instead = first !== undefined && typeof first.gives === 'object' ? first : undefined;
  const checks = typeof instead?.gives === 'object' ? instead.gives.instead : rule.checks;
  const finding = weigh(rule, checks, applying, facts, bench, seen);
  return instead ? { exception: instead.id, ...finding } : finding;
}

/** The exceptions that are known to apply, the one that decides first. */
function applyingExceptions(rule: Rule, facts: Values, at: At): readonly Exception[] {
  const applying = rule.exceptions.filter((exception) =>
    exception.when.every((condition) => ask(condition, facts, at) === true),
  );
  if (applying.length < 2) return applying;
  applying.sort((a, b) => b.priority - a.priority);
  for (const [index, one] of applying.entries()) {
    for (const other of applying.slice(index + 1)) {
      if (one.priority === other.priority && disagree(one, other))
        throw new PackError(rule.id, [one.id, other.id]);
    }
  }
  return applying;
}

function disagree(one: Exception, other: Exception): boolean {
  if (one.gives === other.gives) return false;
  const { covers } = one;
  return !covers || !other.covers || other.covers.some((code) => covers.includes(code));
}

/** A rule whose `when` fails is not applicable, whatever else is not known; undecided leaves it unknown. */
function inScope(rule: Rule, facts: Values, bench: Bench, seen: Condition[]): Finding | undefined {
  if (rule.when.length === 0) return undefined;
  const missing: string[] = [];
  const because: string[] = [];
  for (const condition of rule.when) {
    const answer = ask(condition, facts, bench);
    if (answer === true) continue;
    if (answer === false) {
      seen.push(condition);
      return { outcome: 'not-applicable', because: [condition.code], missing: NONE };
    }
    missing.push(...answer);
    because.push(condition.code);
  }
  seen.push(...rule.when);
  if (missing.length === 0) return undefined;
  if (bench.rank < MOMENTS[rule.moments[0]]) return notDue();
  return { outcome: 'unknown', because, missing: unique(missing) };
}

function weigh(
  rule: Rule,
  checks: readonly Condition[],
  applying: readonly Exception[],
  facts: Values,
  bench: Bench,
  seen: Condition[],
): Finding {
  const failed: string[] = [];
  const undecided: string[] = [];
  const missing: string[] = [];
  let dueAsked = 0;
  let notYet = 0;
  for (const check of checks) {
    const answer = ask(check, facts, bench);
    const due = bench.rank >= MOMENTS[check.from ?? rule.moments[0]];
    if (!due && answer !== true && !(answer === false && rule.standing)) {
      notYet += 1;
      continue;
    }
    if (due) dueAsked += 1;
    seen.push(check);
    if (answer === true) continue;
    if (answer === false) failed.push(check.code);
    else {
      undecided.push(check.code);
      missing.push(...answer);
    }
  }
  if (failed.length > 0) {
    const excuses = applying.filter((exception) => exception.gives === 'excused');
    const open = failed.filter((code) => !excuses.some(({ covers }) => !covers || covers.includes(code)));
    if (open.length > 0) return { outcome: 'breached', because: open, missing: NONE };
    // What is excused does not make up for what is not known.
    if (missing.length === 0) {
      return {
        outcome: 'excused',
        because: failed,
        missing: NONE,
        exception: excuses.map(({ id }) => id).join('+'),
      };
    }
  }
  if (missing.length > 0) return { outcome: 'unknown', because: undecided, missing: unique(missing) };
  // Half of a duty done early is not the duty met.
  return notYet > 0 && dueAsked === 0 ? notDue() : { outcome: 'met', because: NONE, missing: NONE };
}

function notDue(): Finding {
  return { outcome: 'not-applicable', because: ['rule.not-due'], missing: NONE };
}

/** Writes into the verdict what was looked at; of a sensitive fact only that it was. */
function report(
  verdict: Writable<Verdict>,
  seen: readonly Condition[],
  facts: Values,
  sensitive: ReadonlySet<string>,
): void {
  for (const { reads } of seen) {
    for (const name of reads) {
      const value = facts[name];
      if (value === undefined) continue;
      if (sensitive.has(name)) verdict.withheld = unique([...(verdict.withheld ?? []), name]);
      else verdict.facts[name] = value;
    }
  }
}

function unique(names: readonly string[]): readonly string[] {
  return names.length < 2 ? names : [...new Set(names)];
}
