import { type Highs, loadSolver } from '@dualtrack/solver';
import { findUnmetRules } from './explain/find-unmet-rules.ts';
import { unmetOf } from './explain/rule.ts';
import type { RotationPlan } from './format/plan-format.ts';
import type { RotationProblem } from './format/problem-format.ts';
import { planOf } from './search/answer.ts';
import { openRun } from './search/open-run.ts';
import type { SolveOptions } from './search/run.ts';
import { searchPlan } from './search/search-plan.ts';

/**
 * Searches the best plan of a sound problem (one that `parseRotationProblem` let pass) and proves how far it can be
 * from the best possible. Runs without a pause once the solver is loaded: call it in a worker thread. Ends when the
 * answer is proven, when nothing more can be gained, at `seconds`, or when `signal` says so, always with the best
 * plan so far. Equal seeds give equal plans unless time or signal ended the search.
 */
export async function solveRotation(problem: RotationProblem, options: SolveOptions): Promise<RotationPlan> {
  return solveRotationWith(options.highs ?? (await loadSolver()), problem, options);
}

/** The same with a loaded solver, synchronously. */
export function solveRotationWith(
  highs: Highs,
  problem: RotationProblem,
  options: SolveOptions,
): RotationPlan {
  const startedAt = options.now();
  const run = openRun(highs, problem, options);
  searchPlan(run);
  const isInfeasible = run.best === null && run.bound === -Infinity;
  const unmet = isInfeasible ? unmetOf(problem, findUnmetRules(problem, run, options)) : [];
  return planOf(problem, run, { seconds: options.now() - startedAt, seed: options.seed ?? '1', unmet });
}
