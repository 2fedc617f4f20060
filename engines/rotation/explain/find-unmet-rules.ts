import type { RotationProblem } from '../format/problem-format.ts';
import { checkFeasibility } from '../search/feasibility.ts';
import { openRun } from '../search/open-run.ts';
import type { Run, SolveOptions } from '../search/run.ts';
import { hopelessLearner, searchPlan } from '../search/search-plan.ts';
import { type Evidence, narrowRules } from './narrow-rules.ts';
import { keepOnly, type Rule, rulesOf, splitRule } from './rule.ts';

/** Seconds that one question whether a part of the rules can hold may take. */
const SECONDS_PER_QUESTION = 5;
/** Learners up to whom each is questioned, and by a whole search, which sees more than the relaxation. */
const FEW_LEARNERS = 12;

type Question = (rules: readonly Rule[]) => boolean;
type Asker = {
  ask: Question;
  /** The rules that the last proof rests on, if they are asked about and found enough. */
  narrow: (rules: readonly Rule[]) => Rule[];
  mayGoOn: () => boolean;
};

/**
 * Names a small set of rules that cannot hold together, for a problem proven infeasible by `run`. Rules are let go
 * of in ever smaller portions as long as what is left stays proven infeasible. With time enough no rule of the answer
 * can be spared, except that of many programmes only as many are named as the proof by prices needs, and that all
 * are named where a minimum is among the rules.
 */
export function findUnmetRules(problem: RotationProblem, run: Run, options: SolveOptions): Rule[] {
  const open = (rules: readonly Rule[]): Run =>
    openRun(run.highs, keepOnly(problem, rules), {
      ...options,
      seconds: Math.min(SECONDS_PER_QUESTION, run.secondsLeft()),
      onProgress: undefined,
    });
  const { mayGoOn } = run;
  const bySearch: Question = (rules) => {
    const question = open(rules);
    searchPlan(question);
    return question.best === null && question.bound === -Infinity;
  };
  let rules = rulesOf(problem);
  if (run.proof || run.hopeless !== null) rules = spareAll(rules, relaxationAsker(problem, run, open));
  const isLarge = run.proof && rules.filter(({ kind }) => kind === 'programme').length > FEW_LEARNERS;
  return isLarge ? rules : spareAll(rules, { ask: bySearch, narrow: (same) => [...same], mayGoOn });
}

/** Asks the relaxation alone, first with the prices that proved the question before. */
function relaxationAsker(problem: RotationProblem, whole: Run, open: (rules: readonly Rule[]) => Run): Asker {
  let hint = whole.proof;
  const examine = (rules: readonly Rule[], isThorough: boolean): Evidence => {
    const { highs, bench, mayGoOn } = open(rules);
    const hopeless = hopelessLearner(bench);
    if (hopeless !== null) return { bench, hopeless, proof: null };
    const sized = hint && { ...hint, lowest: new Float64Array(bench.model.learners.length) };
    const { isImpossible, prices } = checkFeasibility(highs, bench, sized, isThorough, mayGoOn);
    if (isImpossible) hint = prices;
    return { bench, hopeless, proof: isImpossible ? prices : null };
  };
  const ask: Question = (rules) => {
    const { hopeless, proof } = examine(rules, false);
    return hopeless !== null || proof !== null;
  };
  const narrow = (rules: readonly Rule[]): Rule[] => {
    const fewer = narrowRules(problem, rules, examine(rules, true));
    return fewer.length < rules.length && ask(fewer) ? fewer : [...rules];
  };
  return { ask, narrow, mayGoOn: whole.mayGoOn };
}

/** The rules without those that can be spared: kind by kind, places then period by period, learners last. */
function spareAll(rules: readonly Rule[], asker: Asker): Rule[] {
  let kept = asker.narrow(rules);
  const kinds = new Set(kept.map(({ kind }) => kind));
  kinds.delete('programme');
  for (const kind of kinds) kept = spareKind(kept, kind, asker);
  kept = asker.narrow(kept).flatMap(splitRule);
  for (const kind of ['place-min', 'pool-min', 'place-max', 'pool-max'] as const)
    kept = spareKind(kept, kind, asker);
  kept = asker.narrow(kept);
  // Without a learner a minimum is only harder to reach: where one matters, all programmes stay.
  if (kept.some(({ kind }) => kind === 'place-min' || kind === 'pool-min')) return kept;
  const learners = kept.filter(({ kind }) => kind === 'programme').length;
  return learners > FEW_LEARNERS ? kept : spareKind(kept, 'programme', asker);
}

function spareKind(rules: readonly Rule[], kind: Rule['kind'], { ask, mayGoOn }: Asker): Rule[] {
  const portion = rules.filter((rule) => rule.kind === kind);
  return spare(rules, portion, ask, mayGoOn);
}

/** The rules without as many of `portion` as can be spared, all at once if possible, else half by half. */
function spare(
  rules: readonly Rule[],
  portion: readonly Rule[],
  isInfeasible: Question,
  mayGoOn: () => boolean,
): Rule[] {
  if (!portion.length || !mayGoOn()) return [...rules];
  const without = new Set(portion);
  const rest = rules.filter((rule) => !without.has(rule));
  if (isInfeasible(rest)) return rest;
  if (portion.length === 1) return [...rules];
  const middle = portion.length >> 1;
  const half = spare(rules, portion.slice(0, middle), isInfeasible, mayGoOn);
  return spare(half, portion.slice(middle), isInfeasible, mayGoOn);
}
