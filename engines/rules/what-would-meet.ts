import { ask, type Change, type Condition } from './condition.ts';
import { benchFor, type EvaluateOptions } from './evaluate.ts';
import { judge } from './judge.ts';
import type { FiledFacts } from './parse-facts.ts';
import type { Pack } from './rule.ts';
import type { Outcome } from './verdict.ts';

/** What would have to change for a rule to be met. */
export interface WhatIf {
  readonly rule: string;
  readonly outcome: Outcome;
  /** Facts that would have to be filed before it can be told. */
  readonly missing: readonly string[];
  /**
   * One entry for each check that fails, all of which must be mended; any one of its `ways` is enough for that check.
   * No ways: the check is no threshold and only a look at its sentence helps.
   */
  readonly mend: readonly { readonly check: string; readonly ways: readonly Change[] }[];
}

/** Works out what would meet the rule; `undefined` when the pack has no rule of that id. */
export function whatWouldMeet(
  pack: Pack,
  ruleId: string,
  facts: FiledFacts,
  options: EvaluateOptions,
): WhatIf | undefined {
  const rule = pack.rules.find(({ id }) => id === ruleId);
  if (!rule) return undefined;
  const bench = benchFor(pack, options);
  const { outcome, missing, because } = judge(rule, facts, bench);
  const waysOf = (check: Condition) => {
    const ways = ask(check, facts, bench) === false ? check.change?.(facts, bench) : undefined;
    return { check: check.code, ways: ways ?? [] };
  };
  const replaced = rule.exceptions.flatMap(({ gives }) => (typeof gives === 'object' ? gives.instead : []));
  const failing = [...rule.checks, ...replaced].filter(({ code }) => because.includes(code));
  return { rule: ruleId, outcome, missing, mend: outcome === 'breached' ? failing.map(waysOf) : [] };
}
