import type { Day } from './day.ts';
import { evaluate } from './evaluate.ts';
import { factCodes } from './fact-codes.ts';
import { PackError } from './pack-error.ts';
import { packProblems } from './pack-problems.ts';
import { readFacts } from './parse-facts.ts';
import type { Pack } from './rule.ts';
import type { Outcome, Verdict } from './verdict.ts';

/** Facts as a person files them. */
export type FiledCase = Readonly<Record<string, unknown>>;

/** The cases of one rule, told as changes to the pack's lawful facts. */
export interface PackCase {
  readonly rule: string;
  /** What must be added before the rule applies at all; absent where the lawful facts are enough. */
  readonly base?: FiledCase;
  /** Other ways to meet it, beside the lawful facts themselves. */
  readonly met?: readonly FiledCase[];
  /** Changes that break it, and the other rules that break with it. */
  readonly breached: readonly { readonly set: FiledCase; readonly also?: readonly string[] }[];
  /** Facts without which it cannot be told; each is taken away by itself. */
  readonly unknown: readonly string[];
  readonly excused?: readonly FiledCase[];
  readonly notApplicable?: readonly FiledCase[];
}

/** What a pack ships for its own test. */
export interface PackCases {
  /** The day on which the cases are judged. */
  readonly on: Day;
  /** Facts that break no rule and leave none unknown. */
  readonly lawful: FiledCase;
  readonly cases: readonly PackCase[];
}

/** One thing that a pack's test found wrong. */
export interface PackFailure {
  readonly rule: string;
  readonly code:
    | 'pack.problem'
    | 'pack.text-missing'
    | 'case.missing'
    | 'case.no-such-rule'
    | 'case.too-few'
    | 'case.unreadable'
    | 'case.other-outcome'
    | 'case.other-rules'
    | 'case.exceptions-disagree'
    | 'lawful.not-lawful';
  readonly params: Readonly<Record<string, string>>;
}

/**
 * Tries a pack: mistakes that can be seen without facts, texts that are missing in a language, and every case of every
 * rule. Each rule must have cases in which it is met, breached and unknown; a change that breaks one rule must break
 * exactly the rules that its case names. Two exceptions that apply together and disagree come out here.
 */
export function testPack(pack: Pack, { on, lawful, cases }: PackCases): PackFailure[] {
  const failures: PackFailure[] = packProblems(pack).map(({ rule, code, params }) => ({
    ...{ rule, code: 'pack.problem' as const },
    params: { problem: code, ...params },
  }));
  failures.push(...textFailures(pack));
  const fail = (rule: string, code: PackFailure['code'], params: PackFailure['params'] = {}) =>
    void failures.push({ rule, code, params });
  const judge = (rule: string, filed: FiledCase): readonly Verdict[] => {
    const read = readFacts(pack, filed);
    if (!read.ok || read.warnings.length > 0) {
      const pointers = [...(read.ok ? [] : read.issues), ...read.warnings].map(({ pointer }) => pointer);
      fail(rule, 'case.unreadable', { pointers: pointers.join(', ') });
      return [];
    }
    try {
      return evaluate(pack, read.value, { on }).verdicts;
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      fail(rule, 'case.exceptions-disagree', { message: error.message });
      return [];
    }
  };
  for (const { rule, outcome } of judge('', lawful)) {
    if (outcome === 'breached' || outcome === 'unknown') fail(rule, 'lawful.not-lawful', { outcome });
  }
  const expect = (rule: string, filed: FiledCase, outcome: Outcome, about: string): readonly Verdict[] => {
    const verdicts = judge(rule, filed);
    const found = verdicts.find((one) => one.rule === rule)?.outcome;
    if (verdicts.length > 0 && found !== outcome)
      fail(rule, 'case.other-outcome', { about, expected: outcome, found: found ?? '' });
    return verdicts;
  };
  const known = new Set(pack.rules.map(({ id }) => id));
  for (const { id } of pack.rules) if (!cases.some(({ rule }) => rule === id)) fail(id, 'case.missing');
  for (const one of cases) {
    if (!known.has(one.rule)) fail(one.rule, 'case.no-such-rule');
    else tryCase(one, lawful, expect, fail);
  }
  return failures;
}

function tryCase(
  one: PackCase,
  lawful: FiledCase,
  expect: (rule: string, filed: FiledCase, outcome: Outcome, about: string) => readonly Verdict[],
  fail: (rule: string, code: PackFailure['code'], params?: PackFailure['params']) => void,
): void {
  const { rule, breached, unknown } = one;
  const applies = { ...lawful, ...one.base };
  if (breached.length === 0 || unknown.length === 0) fail(rule, 'case.too-few');
  expect(rule, applies, 'met', 'base');
  const each = (sets: readonly FiledCase[] | undefined, outcome: Outcome) => {
    for (const set of sets ?? []) expect(rule, { ...applies, ...set }, outcome, JSON.stringify(set));
  };
  each(one.met, 'met');
  each(one.excused, 'excused');
  each(one.notApplicable, 'not-applicable');
  for (const { set, also = [] } of breached) {
    const verdicts = expect(rule, { ...applies, ...set }, 'breached', JSON.stringify(set));
    const broken = verdicts.filter(({ outcome }) => outcome === 'breached').map((verdict) => verdict.rule);
    const [expected, found] = [[rule, ...also], broken].map((ids) => ids.toSorted().join(' '));
    if (verdicts.length > 0 && expected !== found) {
      fail(rule, 'case.other-rules', {
        about: JSON.stringify(set),
        expected: expected ?? '',
        found: found ?? '',
      });
    }
  }
  for (const name of unknown) {
    const filed = Object.fromEntries(Object.entries(applies).filter(([key]) => key !== name));
    expect(rule, filed, 'unknown', `- ${name}`);
  }
}

function textFailures({ rules, facts, articles }: Pack): PackFailure[] {
  const codes = factCodes(facts);
  return Object.entries(articles).flatMap(([locale, texts]) => {
    const missing = (rule: string, name: string): PackFailure => ({
      ...{ rule, code: 'pack.text-missing', params: { locale, name } },
    });
    const ofRules = rules.flatMap(({ id, when, checks, exceptions, waivableBy }) => [
      ...(texts.rules[id]?.says ? [] : [missing(id, id)]),
      ...[...when, ...checks].filter(({ code }) => !texts.reasons[code]).map(({ code }) => missing(id, code)),
      ...exceptions.filter((one) => !texts.exceptions[one.id]).map((one) => missing(id, one.id)),
      ...(texts.waivableBy[waivableBy] ? [] : [missing(id, waivableBy)]),
    ]);
    return [
      ...ofRules,
      ...Object.keys(facts)
        .filter((name) => !texts.facts[name])
        .map((name) => missing('', name)),
      ...codes.filter((code) => !texts.values?.[code]).map((code) => missing('', code)),
    ];
  });
}
