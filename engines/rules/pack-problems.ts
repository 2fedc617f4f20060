import type { Condition } from './condition.ts';
import { MOMENTS } from './moment.ts';
import type { Pack, Rule } from './rule.ts';

/** A mistake in a pack's data that its author must mend. */
export interface PackProblem {
  readonly rule: string;
  readonly code:
    | 'rule.duplicate'
    | 'rule.validity-inverted'
    | 'rule.moments-out-of-order'
    | 'check.duplicate'
    | 'fact.undeclared'
    | 'fact.alias-taken'
    | 'span.undeclared'
    | 'exception.duplicate'
    | 'exception.covers-unknown-check';
  readonly params: Readonly<Record<string, string>>;
}

/** Every mistake that can be seen without facts; a pack's tests expect none. */
export function packProblems(pack: Pack): PackProblem[] {
  const seen = new Set<string>();
  const problems = [...aliasProblems(pack), ...spanProblems(pack)];
  for (const rule of pack.rules) {
    if (seen.has(rule.id)) problems.push({ rule: rule.id, code: 'rule.duplicate', params: {} });
    seen.add(rule.id);
    problems.push(...timeProblems(rule), ...checkProblems(rule), ...factProblems(pack, rule));
  }
  return problems;
}

function aliasProblems({ facts }: Pack): PackProblem[] {
  const owners = new Map(Object.keys(facts).map((name) => [name, name]));
  const problems: PackProblem[] = [];
  for (const [name, { aliases = [] }] of Object.entries(facts)) {
    for (const alias of aliases) {
      const owner = owners.get(alias);
      if (owner) problems.push({ rule: '', code: 'fact.alias-taken', params: { name, alias, owner } });
      owners.set(alias, name);
    }
  }
  return problems;
}

function spanProblems({ spans = [], facts }: Pack): PackProblem[] {
  const undeclared = spans.flat().filter((name) => !Object.hasOwn(facts, name));
  return undeclared.map((name) => ({ rule: '', code: 'span.undeclared', params: { name } }));
}

function timeProblems({ id, valid, moments }: Rule): PackProblem[] {
  const problems: PackProblem[] = [];
  if (valid.to !== undefined && valid.to < valid.from) {
    problems.push({ rule: id, code: 'rule.validity-inverted', params: { from: valid.from, to: valid.to } });
  }
  const ranks = moments.map((moment) => MOMENTS[moment]);
  if (ranks.some((rank, index) => rank < (ranks[index - 1] ?? 0))) {
    problems.push({ rule: id, code: 'rule.moments-out-of-order', params: { moments: moments.join(' ') } });
  }
  return problems;
}

function checkProblems(rule: Rule): PackProblem[] {
  const problems: PackProblem[] = [];
  const codes = new Set<string>();
  for (const { code } of rule.checks) {
    if (codes.has(code)) problems.push({ rule: rule.id, code: 'check.duplicate', params: { check: code } });
    codes.add(code);
  }
  const exceptions = new Set<string>();
  for (const { id, covers = [] } of rule.exceptions) {
    if (exceptions.has(id))
      problems.push({ rule: rule.id, code: 'exception.duplicate', params: { exception: id } });
    exceptions.add(id);
    for (const check of covers.filter((code) => !codes.has(code))) {
      const params = { exception: id, check };
      problems.push({ rule: rule.id, code: 'exception.covers-unknown-check', params });
    }
  }
  return problems;
}

function factProblems({ facts }: Pack, rule: Rule): PackProblem[] {
  const names = new Set(conditionsOf(rule).flatMap(({ reads }) => reads));
  const undeclared = [...names].filter((name) => !Object.hasOwn(facts, name));
  return undeclared.map((name) => ({ rule: rule.id, code: 'fact.undeclared', params: { name } }));
}

/** Every condition of a rule: scope, checks, exceptions and what stands in for the checks. */
export function conditionsOf(rule: Rule): readonly Condition[] {
  const excepting = rule.exceptions.flatMap(({ when, gives }) =>
    typeof gives === 'object' ? [...when, ...gives.instead] : when,
  );
  return [...rule.when, ...rule.checks, ...excepting];
}
