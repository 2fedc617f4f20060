import type { Highs } from 'highs';
import { checkStability } from '../check/check-stability.ts';
import type { Market, Outcome } from '../market/market.ts';
import { type FillProgramme, fillProgramme, modelOf } from './fill-programme.ts';
import { headsOf, type Narrowed, narrowMarket } from './narrow-market.ts';
import type { Settled } from './settle.ts';
import type { Conditions } from './side-conditions.ts';

/** What filling more seats gives, and what it costs. */
export type Filled = {
  readonly outcome: Outcome;
  /** Heads more than in the stable outcome it began with. */
  readonly added: number;
  /** Applicants with a seat they like less than the one of the stable outcome. Nobody loses a seat altogether. */
  readonly worse: number;
  /** Wishes that a place would rather grant than what it does: the envy that the extra seats are paid with. */
  readonly blockingPairs: number;
  /** Places with a least number that stay empty. */
  readonly closed: readonly number[];
  /** Whether every step was solved to its proven optimum; else time ran out and the best found is given. */
  readonly isProven: boolean;
};

export type FillOptions = {
  /** Most seconds for each of the five steps; 10 when not given. */
  readonly seconds?: number;
  /** Called before each step and at the end: steps done, steps in all, heads placed so far. */
  readonly onStep?: (done: number, steps: number, heads: number) => void;
};

type Step = { held: Int32Array; isProven: boolean };

/** One step: the best by `worth`; null when not even one outcome was found in time. */
function best(
  highs: Highs,
  programme: FillProgramme,
  market: Market,
  worth: Float64Array,
  seconds: number,
): Step | null {
  return highs.withModel(modelOf(highs, programme, worth), (mip) => {
    mip.options.set({
      output_flag: false,
      mip_rel_gap: 0,
      mip_abs_gap: 1e-6,
      time_limit: seconds,
      random_seed: 1,
    });
    const { modelStatus } = mip.run();
    if (mip.info.get('primal_solution_status') !== highs.constants.solutionStatus.feasible) return null;
    const { colValue } = mip.getSolution();
    const held = new Int32Array(market.applicants).fill(-1);
    for (let applicant = 0; applicant < market.applicants; applicant++) {
      for (let choice = market.start[applicant]!; choice < market.start[applicant + 1]!; choice++) {
        if (colValue[choice]! > 0.5) held[applicant] = choice;
      }
    }
    return { held, isProven: modelStatus === highs.constants.modelStatus.optimal };
  });
}

/** What each step looks for, per choice: seats filled; nobody worse off; as it was; early choices; strong applicants. */
function worths(market: Market, start: Int32Array): Float64Array[] {
  const { seat, score, lottery } = market;
  const owner = new Int32Array(seat.length);
  for (let applicant = 0; applicant < market.applicants; applicant++)
    owner.fill(applicant, market.start[applicant]!, market.start[applicant + 1]!);
  const weakestFirst = Array.from(seat.keys()).sort(
    (a, b) => score[a]! - score[b]! || lottery.standing[owner[a]!]! - lottery.standing[owner[b]!]!,
  );
  const strength = new Float64Array(seat.length);
  for (const [at, choice] of weakestFirst.entries()) strength[choice] = at;
  const by = (of: (choice: number, applicant: number) => number) =>
    Float64Array.from(seat, (_, choice) => of(choice, owner[choice]!));
  return [
    by(() => 1),
    by((choice, applicant) => (start[applicant]! >= 0 && choice > start[applicant]! ? -1 : 0)),
    by((choice, applicant) => (choice === start[applicant]! ? 1 : 0)),
    by((choice, applicant) => market.start[applicant]! - choice),
    strength,
  ];
}

const count = (list: Int32Array) => list.reduce((sum, choice) => sum + (choice < 0 ? 0 : 1), 0);

const total = (worth: Float64Array, held: Int32Array): number =>
  held.reduce((sum, choice) => (choice < 0 ? sum : sum + worth[choice]!), 0);

/** The same outcome in the positions of another list of choices. */
function inPositions({ origin }: Narrowed, held: Int32Array): Int32Array {
  const position = new Map(Array.from(origin, (choice, at) => [choice, at]));
  return held.map((choice) => (choice < 0 ? -1 : (position.get(choice) ?? -1)));
}

/**
 * As many applicants as can be placed, exactly, by an integer programme. Whoever has a seat in the stable outcome
 * keeps one, groups that were together stay so, places with a least number are run with it or not at all. Among
 * all outcomes with the most heads: the fewest who get something worse than before, then the most who keep the very
 * seat they had (so nothing changes where nothing is gained), then the earliest choices, then the highest scores. For up
 * to a few thousand applicants.
 *
 * The price: the outcome is not stable (`blockingPairs` counts the envy), and applicants can gain by another list
 * than the true one, for instance by leaving out what they might be moved to. Say so before lists are made.
 */
export function fillSeats(
  highs: Highs,
  market: Market,
  conditions: Conditions,
  settled: Settled,
  { seconds = 10, onStep }: FillOptions = {},
): Filled {
  const { tied } = settled.narrowing;
  const narrowed = narrowMarket(market, { closed: new Set(), tied });
  const start = inPositions(narrowed, settled.outcome.held);
  const programme = fillProgramme(narrowed.market, { held: start }, conditions);
  let found: Step = { held: start, isProven: true };
  // Without a wish there is nothing to solve, and HiGHS has no answer to a model without columns.
  const steps = programme.choices === 0 ? [] : worths(narrowed.market, start);
  for (const [done, worth] of steps.entries()) {
    onStep?.(done, steps.length, count(found.held));
    const step = best(highs, programme, narrowed.market, worth, seconds);
    if (step === null || total(worth, step.held) < total(worth, found.held)) {
      found = { ...found, isProven: false };
    } else found = { held: step.held, isProven: found.isProven && step.isProven };
    const reached = total(worth, found.held);
    // What one step reached the next ones keep.
    const entries = Array.from(worth.entries()).filter(([, value]) => value !== 0);
    programme.rows.push({ lower: reached, upper: Infinity, entries });
  }
  onStep?.(steps.length, steps.length, count(found.held));
  const held = found.held.map((choice) => (choice < 0 ? -1 : narrowed.origin[choice]!));
  const outcome = { held };
  const heads = headsOf(market, outcome);
  const before = settled.outcome.held;
  return {
    outcome,
    added: count(held) - count(before),
    worse: before.reduce((sum, own, applicant) => sum + (own >= 0 && held[applicant]! > own ? 1 : 0), 0),
    blockingPairs: checkStability(market, outcome).blockingPairs,
    closed: conditions.minimums.filter(({ place }) => heads[place] === 0).map(({ place }) => place),
    isProven: found.isProven,
  };
}
