import type { RotationProblem } from '../format/problem-format.ts';
import { indifferent } from '../search/feasibility.ts';
import { priceAll } from '../search/priced-round.ts';
import { type Prices, placesWorth } from '../search/prices.ts';
import type { Workbench } from '../search/workbench.ts';
import type { Rule } from './rule.ts';

/** What a question found: a learner of its bench without any programme, or prices that prove infeasibility. */
export type Evidence = { bench: Workbench; hopeless: number | null; proof: Prices | null };

/**
 * Narrows rules to those that the evidence against them seems to rest on: cells with a price, cells that are closed
 * to somebody, and as few learners as the proof can do with. Only a guess, to be asked about: closed cells also
 * shape what a learner can do.
 */
export function narrowRules(problem: RotationProblem, rules: readonly Rule[], evidence: Evidence): Rule[] {
  const { bench, hopeless, proof } = evidence;
  // The learners of the bench are those whose programmes are among the rules, in the problem's order.
  const present = rules
    .flatMap((rule) => (rule.kind === 'programme' ? [rule.learner] : []))
    .sort((a, b) => a - b);
  if (hopeless !== null) {
    const alone = new Set([present[hopeless]!]);
    return rules.filter((rule) => !isOfOtherLearner(problem, rule, alone));
  }
  if (!proof) return [...rules];
  const needed = new Set(neededLearners(bench, proof).map((learner) => present[learner]!));
  const largest = Math.max(0, ...[...needed].map((learner) => problem.learners[learner]!.size));
  return rules.flatMap((rule): Rule[] => {
    if (rule.kind === 'place-max' || rule.kind === 'place-min') {
      const { max } = problem.places[rule.place]!;
      const periods = rule.periods.filter((t) => {
        const price = proof.cells[rule.place * problem.periods + t]!;
        return rule.kind === 'place-min' ? price < 0 : price > 0 || max[t]! < largest;
      });
      return periods.length ? [{ ...rule, periods }] : [];
    }
    if (rule.kind === 'pool-max' || rule.kind === 'pool-min') {
      const first = (problem.places.length + rule.pool) * problem.periods;
      const { max } = problem.pools[rule.pool]!;
      const periods = rule.periods.filter((t) => {
        const price = proof.cells[first + t]!;
        return rule.kind === 'pool-min' ? price < 0 : price > 0 || max[t]! < largest;
      });
      return periods.length ? [{ ...rule, periods }] : [];
    }
    return isOfOtherLearner(problem, rule, needed) ? [] : [rule];
  });
}

/** Learners who pay most at the prices of the proof, until they pay more than all places are worth. */
function neededLearners(bench: Workbench, proof: Prices): number[] {
  const plain = indifferent(bench);
  const { values } = priceAll(plain, proof);
  const everyone = [...values.keys()];
  // Where a minimum has a price, a learner who is left out is missed there.
  if (proof.cells.some((price) => price < 0)) return everyone;
  const needed: number[] = [];
  let left = placesWorth(plain.model, proof);
  for (const learner of everyone.sort((a, b) => values[a]! - values[b]!)) {
    if (left < -1e-5) break;
    needed.push(learner);
    left += values[learner]!;
  }
  return needed;
}

function isOfOtherLearner(problem: RotationProblem, rule: Rule, kept: ReadonlySet<number>): boolean {
  if ('learner' in rule) return !kept.has(rule.learner);
  if (rule.kind !== 'pin') return false;
  return !kept.has(problem.learners.findIndex(({ id }) => id === problem.pins[rule.at]!.learner));
}
