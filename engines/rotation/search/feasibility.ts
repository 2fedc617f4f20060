import type { Highs } from '@dualtrack/solver';
import type { Column } from './column.ts';
import { generateColumns } from './column-generation.ts';
import { openMaster } from './master.ts';
import { freePrices, type Prices } from './prices.ts';
import type { Workbench } from './workbench.ts';

/** What the relaxation says about place rules alone, without regard to any score. */
export type Feasibility = {
  /** Proven: even with shares of programmes the place rules cannot all hold. */
  isImpossible: boolean;
  /** Prices that prove it: rules with price 0 are not needed for the proof. */
  prices: Prices;
  columns: readonly Column[];
};

/** Heads are whole numbers, so a proven shortfall counts well above rounding errors. */
const PROVEN = 1e-5;

/** The same bench for learners to whom all programmes are equal. */
export function indifferent(bench: Workbench): Workbench {
  const searches = bench.searches.map((search) => {
    const value = search.learner.value.map((v) => (v === -Infinity ? v : 0));
    return { ...search, learner: { ...search.learner, value, siteChange: 0, wait: 0 } };
  });
  const learners = searches.map(({ learner }) => learner);
  const model = { ...bench.model, learners, fairness: 0, scoreStep: 1, objectiveStep: 1 };
  return { ...bench, model, searches };
}

/**
 * Decides whether the relaxation can keep all place rules, as far as the time allows. `hint`: prices that may prove
 * at once that it cannot. With `isThorough` the search goes on to the prices that prove it most clearly.
 */
export function checkFeasibility(
  highs: Highs,
  bench: Workbench,
  hint: Prices | null,
  isThorough: boolean,
  mayGoOn: () => boolean,
): Feasibility {
  const plain = indifferent(bench);
  const master = openMaster(highs, plain.model, 1, mayGoOn);
  try {
    const { bound, prices } = generateColumns(plain, master, hint ?? freePrices(plain.model), {
      mayGoOn,
      // Nobody gains anything here, so without prices nothing can be gained.
      knownBound: 0,
      isEnough: (proven) => !isThorough && proven < -PROVEN,
      onRound: () => undefined,
    });
    return { isImpossible: bound < -PROVEN, prices, columns: [...master.columns] };
  } finally {
    master.dispose();
  }
}
