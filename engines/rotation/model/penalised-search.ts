import { bestPath } from './best-path.ts';
import { countableSites, mostBits, walkLabels } from './label-walk.ts';
import type { LearnerModel, Path, StateSpace } from './model.ts';
import { pathFlaws } from './path-flaws.ts';
import {
  between,
  excessOf,
  lengthOf,
  moved,
  noPenalties,
  type Penalties,
  paidBy,
  refundOf,
} from './penalties.ts';
import { fillValueToGo, type Gains, type Table } from './value-to-go.ts';

/**
 * Penalties of one learner as they stood best last time: where the next search begins. `stride` scales its steps, `reach` is
 * how far below the bound a programme is taken to be until one is known.
 */
export type Remembered = {
  penalties: Penalties;
  isFresh: boolean;
  stride: number;
  reach: number;
  /** Sites whose limit can be counted, and those that walks count because it was broken or costs a penalty. */
  countable: readonly boolean[];
  counted: boolean[];
};

/** Rounds in a small state space before the first search of a learner. */
export const roundsBefore = 40;
/** Rounds of moving the penalties: in that first search, in every other one, and in a quick one. */
const ROUNDS = { first: 4, later: 6, quick: 1 };
/**
 * How a search may be cut short. `known`: of ways worth no more than this none need be named. `isQuick`: the path may be any
 * better one, or missing where there is one, and the value further above it.
 */
export type Aim = { known: number; isQuick: boolean };

/** To find the best way, whatever is known. */
export const best: Aim = { known: -Infinity, isQuick: false };

/** Beginnings that walks for a whole programme follow at each moment: a quick one, and one that settles what is best. */
const WIDTHS = { quick: 20, thorough: 1_500 };

export function rememberNothing(learner: LearnerModel): Remembered {
  const values = learner.value.filter(Number.isFinite);
  const spread =
    values.reduce((most, n) => Math.max(most, n), 0) - values.reduce((least, n) => Math.min(least, n), 0);
  const reach = 0.05 * learner.need * (1 + spread + Math.abs(learner.siteChange) + Math.abs(learner.wait));
  return {
    ...{ penalties: noPenalties(learner), isFresh: true, stride: 1, reach },
    countable: countableSites(learner),
    counted: learner.siteLimits.map(() => false),
  };
}

/** Whether a learner's units fit into the walk that this search ends with. */
export function canBePenalised(learner: LearnerModel): boolean {
  return learner.units.length <= mostBits;
}

/**
 * Searches one learner's best way in a state space that does not remember every unit. What it does not know costs penalties
 * (Lagrangian relaxation), which bound every programme from above; a walk led by these values then finds the best programme,
 * unless it would be too wide. `value` is a bound, nearly always met by `path`; `isOpen` tells that it may not be, or
 * that something better than `known` may be left.
 */
export function searchPenalised(
  learner: LearnerModel,
  space: StateSpace,
  gains: Gains,
  table: Table,
  memory: Remembered,
  { known, isQuick }: Aim,
): { value: number; path: Path | null; isOpen: boolean } {
  const rounds = memory.isFresh ? ROUNDS.first : isQuick ? ROUNDS.quick : ROUNDS.later;
  const state = movePenalties(learner, space, gains, table, memory, { rounds, known });
  if (state.bound - state.value >= 1e-7) walkOn(learner, space, gains, table, state, memory, WIDTHS.quick);
  const isEnough = isQuick && (state.path !== null || known > -Infinity);
  if (state.bound - state.value >= 1e-7 && !isEnough)
    walkOn(learner, space, gains, table, state, memory, WIDTHS.thorough);
  return { value: state.bound, path: state.path, isOpen: state.bound - state.value >= 1e-7 };
}

type State = { bound: number; penalties: Penalties; value: number; path: Path | null };

/**
 * Some rounds of moving the penalties towards the best bound. The table is then filled for the best ones, unless there is no
 * way at all (bound −Infinity).
 */
export function movePenalties(
  learner: LearnerModel,
  space: StateSpace,
  gains: Gains,
  table: Table,
  memory: Remembered,
  { rounds, known }: { rounds: number; known: number },
): State {
  const state: State = { bound: Infinity, penalties: memory.penalties, value: known, path: null };
  let penalties = memory.penalties;
  let towards: Penalties | null = null;
  let stride = Math.min(1, Math.max(0.2, memory.stride));
  let filled = penalties;
  for (let round = 0; round < rounds; round++) {
    const found = relaxed(learner, space, gains, table, penalties, memory.countable);
    filled = penalties;
    if (!found) return { ...state, bound: -Infinity, path: null };
    towards = towards ? between(towards, found.excess) : found.excess;
    if (found.bound < state.bound - 1e-9) {
      state.bound = found.bound;
      state.penalties = penalties;
    } else {
      stride = Math.max(0.02, stride * 0.93);
    }
    if (found.value > state.value) {
      state.value = found.value;
      state.path = found.path;
    }
    const length = lengthOf(penalties, towards);
    if (state.bound - state.value < 1e-7 || length === 0) break;
    // A programme is seldom further below the bound than this: further off, steps would only swing.
    const target = Math.max(state.value, state.bound - memory.reach);
    penalties = moved(penalties, towards, (stride * (found.bound - target)) / length);
  }
  memory.stride = stride;
  // A single round compares nothing: the next search takes the step.
  memory.penalties = rounds > 1 ? state.penalties : penalties;
  memory.isFresh = false;
  if (filled !== state.penalties)
    fillValueToGo(learner, space, penalised(learner, gains, state.penalties), table);
  return state;
}

/** A programme met by narrow walks without any penalties; null if they met none. */
export function quickPath(
  learner: LearnerModel,
  space: StateSpace,
  gains: Gains,
  table: Table,
  memory: Remembered,
): Path | null {
  fillValueToGo(learner, space, gains, table);
  const state: State = { bound: Infinity, penalties: noPenalties(learner), value: -Infinity, path: null };
  for (const width of [4, WIDTHS.quick]) {
    walkOn(learner, space, gains, table, state, memory, width);
    if (state.path) break;
  }
  return state.path;
}

/** Looks for a better whole programme than the one known, following `width` beginnings at each moment. */
function walkOn(
  learner: LearnerModel,
  space: StateSpace,
  gains: Gains,
  table: Table,
  state: State,
  memory: Remembered,
  width: number,
): void {
  const cheaper = penalised(learner, gains, state.penalties);
  const back = { paid: paidBy(learner, state.penalties), refund: refundOf(learner, state.penalties) };
  state.penalties.sites.forEach((n, site) => {
    if (n > 0) memory.counted[site] = true;
  });
  for (;;) {
    const limits = { width, known: state.value, countedSites: memory.counted };
    const found = walkLabels(learner, space, cheaper, table, limits, back);
    const over = found.path ? pathFlaws(learner, found.path).sites : [];
    const fresh = over.filter((site) => memory.countable[site] && !memory.counted[site]);
    for (const site of fresh) memory.counted[site] = true;
    if (fresh.length) continue;
    state.bound = Math.min(state.bound, Math.max(state.value, found.value, found.leftAside));
    // Over a limit that cannot be counted: what was found bounds, but is no programme.
    if (!found.path || over.length) return;
    state.value = found.value;
    state.path = found.path;
    return;
  }
}

/** Best way at some penalties: the bound, what it breaks, and its own worth where it is a programme after all. */
function relaxed(
  learner: LearnerModel,
  space: StateSpace,
  gains: Gains,
  table: Table,
  penalties: Penalties,
  countable: readonly boolean[],
) {
  const cheaper = penalised(learner, gains, penalties);
  fillValueToGo(learner, space, cheaper, table);
  const path = bestPath(learner, space, cheaper, table);
  if (!path) return null;
  const { width, sites } = space.counter;
  const start = table.values[space.start * width * sites]!;
  const flaws = pathFlaws(learner, path);
  const isWhole = !flaws.units.length && !flaws.sites.length;
  return {
    path,
    bound: start + refundOf(learner, penalties),
    excess: excessOf(learner, path, countable),
    value: isWhole ? worthOf(learner, sites, path, gains) : -Infinity,
  };
}

function penalised(learner: LearnerModel, gains: Gains, penalties: Penalties): Gains {
  const paid = paidBy(learner, penalties);
  const options = paid.length;
  const block = new Float64Array(learner.mayIdle.length * options);
  for (let from = 0; from < block.length; from += options)
    for (let option = 0; option < options; option++)
      block[from + option] = gains.block[from + option]! - paid[option]!;
  return { ...gains, block };
}

/** What a way is worth by the gains alone. */
function worthOf(learner: LearnerModel, sites: number, path: Path, gains: Gains): number {
  const options = learner.value.length;
  const { outer } = learner;
  let value = 0;
  let end = 0;
  path.options.forEach((option, i) => {
    const start = path.starts[i]!;
    value += gains.block[start * options + option]! + (start - end) * gains.wait;
    if (i > 0 && outer[option % sites] !== outer[path.options[i - 1]! % sites]) value += gains.siteChange;
    end = start + learner.lengths[Math.floor(option / sites)]!;
  });
  return value;
}
