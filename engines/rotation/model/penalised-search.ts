import { beamPath, mostBits } from './beam-path.ts';
import { bestPath } from './best-path.ts';
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
  refund,
} from './penalties.ts';
import { fillValueToGo, type Gains, type Table } from './value-to-go.ts';

/**
 * Penalties of one learner as they stood best last time: where the next search begins. `stride` scales its steps, `reach` is
 * how far below the bound a programme is taken to be until one is known.
 */
export type Remembered = { penalties: Penalties; isFresh: boolean; stride: number; reach: number };

/** Rounds of moving the penalties: the first search of a learner, and every other one. */
const ROUNDS = { first: 60, later: 4 };
/** Beginnings that the walk for a whole programme goes on with at each moment: at first, and where that found none. */
const WIDTHS = [8, 60, 400];

export function rememberNothing(learner: LearnerModel): Remembered {
  const values = learner.value.filter(Number.isFinite);
  const spread =
    values.reduce((most, n) => Math.max(most, n), 0) - values.reduce((least, n) => Math.min(least, n), 0);
  const reach = 0.05 * learner.need * (1 + spread + Math.abs(learner.siteChange) + Math.abs(learner.wait));
  return { penalties: noPenalties(learner), isFresh: true, stride: 1, reach };
}

/** Whether a learner's units fit into the walk that this search ends with. */
export function canBePenalised(learner: LearnerModel): boolean {
  return learner.units.length <= mostBits;
}

/**
 * Searches one learner's best way in a state space that only counts units by group. What it does not know costs
 * penalties (Lagrangian relaxation), which bound every programme from above; a narrow walk guided by these values then
 * finds a whole programme. `value` is the bound, `path` a good programme that may be worth less.
 */
export function searchPenalised(
  learner: LearnerModel,
  space: StateSpace,
  periods: number,
  gains: Gains,
  table: Table,
  memory: Remembered,
): { value: number; path: Path | null } {
  // Widened: a path is found later.
  const state = { bound: Infinity, penalties: memory.penalties, value: -Infinity, path: null as Path | null };
  let penalties = memory.penalties;
  let towards: Penalties | null = null;
  let stride = Math.min(1, Math.max(0.2, memory.stride));
  const rounds = memory.isFresh ? ROUNDS.first : ROUNDS.later;
  for (let round = 0; round < rounds; round++) {
    const found = relaxed(learner, space, gains, table, penalties);
    if (!found) return { value: -Infinity, path: null };
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
  memory.penalties = state.penalties;
  memory.isFresh = false;
  if (state.bound - state.value >= 1e-7) walkOn(learner, space, periods, gains, table, state);
  return { value: state.bound, path: state.path };
}

type State = { bound: number; penalties: Penalties; value: number; path: Path | null };

/** Looks for a better whole programme than the one known, wider while there is none at all. */
function walkOn(
  learner: LearnerModel,
  space: StateSpace,
  periods: number,
  gains: Gains,
  table: Table,
  state: State,
): void {
  fillValueToGo(learner, space, penalised(learner, gains, state.penalties), table);
  for (const width of WIDTHS) {
    const limits = { width, known: state.value };
    const found = beamPath(learner, space, gains, table, state.penalties, periods, limits);
    state.bound = Math.min(state.bound, found.bound);
    if (found.path) {
      state.value = found.value;
      state.path = found.path;
    }
    if (state.path || found.bound === -Infinity) return;
  }
}

/** Best way at some penalties: the bound, what it breaks, and its own worth where it is a programme after all. */
function relaxed(learner: LearnerModel, space: StateSpace, gains: Gains, table: Table, penalties: Penalties) {
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
    bound: start + refund(learner, penalties, 0, []),
    excess: excessOf(learner, path),
    value: isWhole ? worthOf(learner, sites, path, gains) : -Infinity,
  };
}

function penalised(learner: LearnerModel, gains: Gains, penalties: Penalties): Gains {
  const paid = paidBy(learner, penalties);
  const options = paid.length;
  return { ...gains, block: gains.block.map((gain, at) => gain - paid[at % options]!) };
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
