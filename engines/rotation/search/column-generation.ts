import type { Column } from './column.ts';
import type { Master, MasterAnswer } from './master.ts';
import { excess } from './occupancy.ts';
import { type PricedRound, priceAll, reducedGain } from './priced-round.ts';
import { blend, type Prices, sound } from './prices.ts';
import type { Workbench } from './workbench.ts';

/** Whom the column generation asks and tells. */
export type GenerationControl = {
  mayGoOn: () => boolean;
  /** A bound known before, Infinity if none. */
  knownBound: number;
  /** Whether a bound is as good as needed. */
  isEnough: (bound: number) => boolean;
  /** Whether quick rounds are wanted, which find columns but bound little; yes if not given. */
  mayHurry?: () => boolean;
  onRound: (bound: number, answer: MasterAnswer) => void;
};

/** What the linear relaxation came to. */
export type Generated = {
  /** Proven: no plan is worth more. */
  bound: number;
  /** Prices that prove the bound. */
  prices: Prices;
  /** Last answer of the master, null where there was none. */
  answer: MasterAnswer | null;
};

/** The prices that the next ones stay near, and the bound that they gave, which of a quick round is a weak one. */
type Steer = { prices: Prices; bound: number };

const EPSILON = 1e-6;
/** Weight of the best prices so far against the newest: steadies the prices, which otherwise swing. */
const STEADINESS = 0.7;
/** How columns are looked for, one way after the other until some are found. */
const TRIES = [
  { share: STEADINESS, isQuick: true },
  { share: 0, isQuick: true },
  { share: STEADINESS, isQuick: false },
  { share: 0, isQuick: false },
];

/**
 * Solves the linear relaxation over all programmes of all learners, from the columns the master already holds and
 * from sound prices.
 */
export function generateColumns(
  bench: Workbench,
  master: Master,
  start: Prices,
  control: GenerationControl,
): Generated {
  const state: Generated = { bound: Infinity, prices: start, answer: null };
  const first = priceAll(bench, start, master.columns, true);
  state.bound = Math.min(first.bound, control.knownBound);
  const steer: Steer = { prices: start, bound: first.bound };
  master.addColumns(first.columns);
  while (control.mayGoOn() && !control.isEnough(state.bound)) {
    const answer = master.solve();
    if (!answer) break;
    state.answer = answer;
    const broken = brokenCells(bench, master, answer);
    const isReached = !broken.length && state.bound - answer.objective < EPSILON;
    const fresh = isReached
      ? []
      : improvingColumns(bench, master, state, answer, steer, control.mayHurry ?? (() => true));
    control.onRound(state.bound, answer);
    if (!broken.length && (!fresh.length || state.bound - answer.objective < EPSILON)) break;
    master.holdCells(broken);
    master.addColumns(fresh);
  }
  return state;
}

/** Columns that would improve the master; the bound of every pricing on the way is kept if it is the best. */
function improvingColumns(
  bench: Workbench,
  master: Master,
  state: Generated,
  answer: MasterAnswer,
  steer: Steer,
  mayHurry: () => boolean,
): Column[] {
  const isCut = bench.searches.some(({ memory }) => memory);
  for (const { share, isQuick } of TRIES) {
    if (isQuick && (!isCut || !mayHurry())) continue;
    const prices = sound(bench.model, blend(steer.prices, answer.prices, share));
    const round: PricedRound = priceAll(bench, prices, master.columns, isQuick);
    if (round.bound < steer.bound) {
      steer.bound = round.bound;
      steer.prices = prices;
    }
    if (round.bound < state.bound) {
      state.bound = round.bound;
      state.prices = prices;
    }
    const fresh = round.columns.filter(
      (column) => reducedGain(bench, column, answer.prices, answer.learnerValue) > EPSILON,
    );
    if (fresh.length) return fresh;
  }
  return [];
}

/** Cells whose rule the master does not hold yet and breaks. */
function brokenCells({ model }: Workbench, master: Master, answer: MasterAnswer): number[] {
  const used = new Float64Array(model.max.length);
  master.columns.forEach((column, i) => {
    const share = answer.shares[i]!;
    if (share < EPSILON) return;
    for (const cell of column.cells) used[cell]! += share * model.learners[column.learner]!.size;
  });
  const broken: number[] = [];
  used.forEach((n, cell) => {
    if (!master.isHeld(cell) && excess(model, cell, n) > EPSILON) broken.push(cell);
  });
  return broken;
}
