import { isForAnnealing, planByAnnealing } from './annealing-phase.ts';
import { columnOf } from './column.ts';
import { diveForPlan } from './dive-phase.ts';
import { checkFeasibility } from './feasibility.ts';
import { solveOverAll, solveOverMet, solveOverNearest } from './integer-phase.ts';
import { improveByParts } from './neighbourhood-phase.ts';
import { freePrices, type Prices } from './prices.ts';
import { searchNear, solveRelaxation } from './relaxation-phase.ts';
import { isProven, keepColumns, offerBound, offerPlan, type Run } from './run.ts';
import { bestWay, openWorkbench, setCharges, type Workbench } from './workbench.ts';

/** Share of the time that is left to the plan when learners have many units. */
const PLAN_SHARE = 0.3;
/** Share of the time that is left when only thorough rounds of pricing are made, which bound. */
const HURRIED_SHARE = 0.6;

/**
 * Searches until the answer is proven or the run may not go on: a first plan by local search, the bound by column
 * generation, then the integer master. `run.bound` −Infinity without a plan: proven that there is none.
 */
export function searchPlan(run: Run): void {
  const { model } = run.bench;
  if (!model.learners.length) {
    decideEmpty(run);
    return;
  }
  if (isForAnnealing(model)) {
    planByAnnealing(run);
    run.bench = openWorkbench(model, run.mayGoOn);
  }
  if (!run.best) run.hopeless = hopelessLearner(run.bench);
  if (!run.best && run.hopeless === null) {
    const nobody = model.learners.map(() => null);
    searchNear(run, nobody, 'first-plan');
    if (!run.best && run.mayGoOn()) tryPlacesAlone(run);
  }
  if (run.hopeless !== null || run.proof) {
    offerBound(run, -Infinity);
    return;
  }
  // Where the bound takes long, the plan needs time too.
  const reserve = isForAnnealing(model) ? run.secondsLeft() * PLAN_SHARE : 0;
  const hurried = run.secondsLeft() * HURRIED_SHARE;
  const mayRefine = () => run.mayGoOn() && run.secondsLeft() > reserve;
  const mayHurry = () => run.mayGoOn() && run.secondsLeft() > hurried;
  run.prices = solveRelaxation(run, freePrices(model), mayRefine, mayHurry);
  closeGap(run, run.prices);
}

/** Makes whole programmes of the shares that the relaxation gave, and narrows what is left to prove. */
function closeGap(run: Run, prices: Prices): void {
  const steps = [
    ...(isForAnnealing(run.bench.model)
      ? [solveOverAll, diveForPlan, solveOverMet, solveOverAll, improveByParts]
      : []),
    solveOverMet,
    solveOverAll,
    improveByParts,
    solveOverAll,
    solveOverNearest,
    improveByParts,
    solveOverAll,
  ];
  for (const step of steps) if (run.mayGoOn() && !isProven(run)) step(run, prices);
}

/** Asks whether the place rules can hold at all; if they seem to, the columns of that answer are a start. */
function tryPlacesAlone(run: Run): void {
  const { model } = run.bench;
  const { isImpossible, prices, columns } = checkFeasibility(run.highs, run.bench, null, false, run.mayGoOn);
  if (isImpossible) run.proof = prices;
  // Their scores were all 0 for that question.
  const scored = columns.map(({ learner, path }) => columnOf(model, model.learners[learner]!, path));
  keepColumns(run, scored);
}

/** The first learner without a programme even when all places are free, null if none was found. */
export function hopelessLearner(bench: Workbench): number | null {
  setCharges(bench, () => 0);
  for (const { index } of bench.model.learners) {
    if (!bench.mayGoOn()) return null;
    if (bestWay(bench, index, 1).value === -Infinity) return index;
  }
  return null;
}

/** Without learners there is one plan, and it stands unless a place wants heads. */
function decideEmpty(run: Run): void {
  if (!run.bench.model.min.some((n) => n > 0)) offerPlan(run, [], 0);
  offerBound(run, run.best ? 0 : -Infinity);
}
