import type { Intake } from './order-problem.ts';

/** A chain of intakes, the latest first; `total` counts the seats of all. */
export type Chosen = { intake: Intake; earlier: Chosen | null; total: number };

/**
 * Choices so far, ascending by cover, as columns: trained people still there (heads) and cost up to now. Within a
 * stage, `parent` and `seats` say from which state of the stage before each came, and with how many seats more.
 */
export type States = {
  size: number;
  cover: Float64Array;
  cost: Float64Array;
  parent: Int32Array;
  seats: Float64Array;
  chosen: (Chosen | null)[];
};

/** One more head of cover saves at most `gain` and costs at most `loss` from here on. */
export type Slope = { gain: number; loss: number };

/** Room for `capacity` states; starts with the single state of nothing chosen. */
export function statesFor(capacity: number): States {
  return {
    size: 1,
    cover: new Float64Array(capacity),
    cost: new Float64Array(capacity),
    parent: new Int32Array(capacity),
    seats: new Float64Array(capacity),
    chosen: [null],
  };
}

function put(source: States, from: number, target: States, to: number): void {
  target.cover[to] = source.cover[from]!;
  target.cost[to] = source.cost[from]!;
  target.parent[to] = source.parent[from]!;
  target.seats[to] = source.seats[from]!;
}

/** Begins a stage: `states` become their own children with no seats added; `parents` keeps them as they were. */
export function startStage(states: States, parents: States): void {
  parents.size = states.size;
  parents.chosen = states.chosen;
  for (let i = 0; i < states.size; i++) {
    states.parent[i] = i;
    states.seats[i] = 0;
    put(states, i, parents, i);
  }
}

/** Ends a stage: writes down what each state has chosen; `stage` is where the seats, if any, were added. */
export function endStage(states: States, parents: States, stage?: Omit<Intake, 'seats'>): void {
  states.chosen = Array.from({ length: states.size }, (_, i) => {
    const earlier = parents.chosen[states.parent[i]!]!;
    const seats = states.seats[i]!;
    if (seats === 0 || stage === undefined) return earlier;
    const intake = { route: stage.route, ready: stage.ready, seats };
    return { intake, earlier, total: seats + (earlier?.total ?? 0) };
  });
}

// The two functions below drop a state if another one surely ends no worse: one with less cover if even the most
// the difference could save does not make up for its cost, one with more cover likewise. They remove no optimum.

/** Drops beaten states, in place. */
export function dropBeaten(states: States, { gain, loss }: Slope): void {
  let kept = 0;
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < states.size; i++) {
    const score = states.cost[i]! - gain * states.cover[i]!;
    if (score >= best) continue;
    best = score;
    put(states, i, states, kept++);
  }
  let first = kept;
  best = Number.POSITIVE_INFINITY;
  for (let i = kept - 1; i >= 0; i--) {
    const score = states.cost[i]! + loss * states.cover[i]!;
    if (score > best) continue;
    best = score;
    put(states, i, states, --first);
  }
  states.size = kept - first;
  for (let i = 0; i < states.size; i++) put(states, first + i, states, i);
}

/** One more intake for the first `count` states of a stage's `parents`: `seats` more, which bring `heads`. */
export type Shift = { parents: States; count: number; seats: number; heads: number };

/**
 * Merges `states` with the shifted parents into `target`, ascending by cover; beaten states are left out, but for
 * some that only `dropBeaten` sees. `scratch` has one place more than `states`.
 */
export function mergeShift(
  states: States,
  shift: Shift,
  slope: Slope,
  scratch: Float64Array,
  target: States,
): void {
  const { parents, count, seats, heads } = shift;
  const { gain, loss } = slope;
  const { size, cover, cost } = states;
  scratch[size] = Number.POSITIVE_INFINITY;
  for (let i = size - 1; i >= 0; i--) {
    const score = cost[i]! + loss * cover[i]!;
    scratch[i] = Math.min(score, scratch[i + 1]!);
  }
  let kept = 0;
  let best = Number.POSITIVE_INFINITY;
  let i = 0;
  for (let j = 0; j <= count; j++) {
    const shifted = j < count ? parents.cover[j]! + heads : Number.POSITIVE_INFINITY;
    for (; i < size && cover[i]! <= shifted; i++) {
      const score = cost[i]! - gain * cover[i]!;
      if (score >= best) continue;
      best = score;
      put(states, i, target, kept++);
    }
    if (j === count) break;
    const spent = parents.cost[j]!;
    const score = spent - gain * shifted;
    if (score >= best || spent + loss * shifted >= scratch[i]!) continue;
    best = score;
    target.cover[kept] = shifted;
    target.cost[kept] = spent;
    target.parent[kept] = j;
    target.seats[kept++] = seats;
  }
  target.size = kept;
}

/** Leaves at most `most` ≥ 2 states, the cheapest of each stretch of cover; may remove the optimum. */
export function thinOut(states: States, most: number): void {
  const from = states.cover[0]!;
  const width = (states.cover[states.size - 1]! - from) / (most - 1);
  let kept = 0;
  let stretch = -1;
  for (let i = 0; i < states.size; i++) {
    const own = Math.floor((states.cover[i]! - from) / width);
    if (own !== stretch) put(states, i, states, kept++);
    else if (states.cost[i]! < states.cost[kept - 1]!) put(states, i, states, kept - 1);
    stretch = own;
  }
  states.size = kept;
}
