import { columnOf } from './column.ts';
import { checkFeasibility } from './feasibility.ts';
import { solveIntegerPhase } from './integer-phase.ts';
import { searchNear, solveRelaxation } from './relaxation-phase.ts';
import { isProven, keepColumns, offerBound, offerPlan, type Run } from './run.ts';
import { bestWay, setCharges } from './workbench.ts';

/**
 * Searches until the answer is proven or the run may not go on: a first plan by local search, the bound by column
 * generation, then the integer master. `run.bound` −Infinity without a plan: proven that there is none.
 */
export function searchPlan(run: Run): void {
  const { model } = run.bench;
  if (!model.learners.length) decideEmpty(run);
  else if (hopelessLearners(run).length) offerBound(run, -Infinity);
  else searchForLearners(run);
}

function searchForLearners(run: Run): void {
  const { model } = run.bench;
  searchNear(
    run,
    model.learners.map(() => null),
    'first-plan',
  );
  if (!run.best && run.mayGoOn()) {
    const { isImpossible, columns } = checkFeasibility(run.highs, run.bench, run.mayGoOn);
    if (isImpossible) offerBound(run, -Infinity);
    if (isImpossible) return;
    // Their scores were all 0 for that question.
    const scored = columns.map(({ learner, path }) => columnOf(model, model.learners[learner]!, path));
    keepColumns(run, scored);
  }
  run.prices = solveRelaxation(run);
  if (run.mayGoOn() && !isProven(run)) solveIntegerPhase(run, run.prices);
}

/** Learners who have no programme even when all places are theirs. */
export function hopelessLearners(run: Run): number[] {
  setCharges(run.bench, () => 0);
  return run.bench.model.learners
    .map(({ index }) => index)
    .filter((i) => bestWay(run.bench, i, 1).value === -Infinity);
}

/** Without learners there is one plan, and it stands unless a place wants heads. */
function decideEmpty(run: Run): void {
  if (!run.bench.model.min.some((n) => n > 0)) offerPlan(run, [], 0);
  offerBound(run, run.best ? 0 : -Infinity);
}
