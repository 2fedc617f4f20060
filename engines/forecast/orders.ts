import type { GapPart } from './gap-parts.ts';
import type { OccupationModel } from './model.ts';
import { type Intake, LEAST_JOINERS, type OrderProblem, type Route } from './order-problem.ts';
import { type OrderChoice, searchOrders } from './order-search.ts';
import { DEFAULT_COSTS, type ForecastPlan } from './plan.ts';
import { quarterAt } from './quarter.ts';
import type { Order, QuarterFigures, Unanswered } from './result.ts';
import { chanceAbove, expectedIdle, expectedLeft, type Shortage } from './shortage.ts';
import { rounded } from './statistics.ts';

type Training = ForecastPlan['training'][number];

/** What the orders of one occupation are made from. `parts(t)` gives the summands of the mean gap of quarter t. */
export type OrderInput = {
  plan: ForecastPlan;
  occupation: OccupationModel;
  figures: QuarterFigures[];
  shortages: Shortage[];
  parts: (t: number) => GapPart[];
};

/** The orders of one occupation and what they leave open. */
export type OrderAdvice = { orders: Order[]; unanswered: Unanswered[]; exact: boolean };

/** The ways to train for one occupation; routes of its order problem are in this order. */
export function trainingOf(plan: ForecastPlan, { id }: Pick<OccupationModel, 'id'>): Training[] {
  return plan.training.filter((row) => row.occupation === id);
}

function routeOf(training: Training): Route {
  return {
    lead: training.leadQuarters,
    joiners: training.completion * training.joinRate,
    min: training.classSize.min,
    max: training.classSize.max,
  };
}

/** Sizes of the fewest classes of at most `max` seats, as even as can be, larger ones first. */
export function splitSeats(seats: number, max: number): number[] {
  const classes = Math.ceil(seats / max);
  const small = Math.floor(seats / classes);
  return Array.from({ length: classes }, (_, i) => (i < seats - small * classes ? small + 1 : small));
}

const REASONS = {
  lines: 'order.answers-lines',
  project: 'order.answers-project',
  attrition: 'order.answers-attrition',
  retirement: 'order.answers-retirements',
} as const;

function reasonFor(parts: GapPart[], quarter: string): Order['reason'] {
  let code: Order['reason']['code'] = REASONS.lines;
  let driver: GapPart = { kind: 'lines', heads: 0 };
  for (const part of parts) {
    if (part.kind === 'needed-today' || part.kind === 'in-post-today' || part.kind === 'supply') continue;
    if (part.heads <= driver.heads) continue;
    driver = part;
    code = REASONS[part.kind];
  }
  return { code, params: { driver: driver.id ?? driver.kind, heads: rounded(driver.heads), quarter } };
}

type Effect = { covered: number; idle: number };

/** Adds the people of one class to `cover` (heads per quarter) and says what that changes over the quarters. */
function addClass(problem: OrderProblem, cover: Float64Array, ready: number, joiners: number): Effect {
  const effect = { covered: 0, idle: 0 };
  let people = joiners;
  for (let t = ready; t < cover.length; t++) {
    const shortage = problem.shortages[t]!;
    const before = cover[t]!;
    const after = before + people;
    effect.covered += expectedLeft(shortage, before) - expectedLeft(shortage, after);
    effect.idle += expectedIdle(shortage, after) - expectedIdle(shortage, before);
    cover[t] = after;
    people *= problem.stay[t]!;
  }
  return effect;
}

function peakFrom(figures: QuarterFigures[], ready: number): number {
  let peak = ready;
  for (let t = ready + 1; t < figures.length; t++) {
    if (figures[t]!.expectedShortage > figures[peak]!.expectedShortage) peak = t;
  }
  return peak;
}

function leftBetween(problem: OrderProblem, cover: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let t = from; t < to; t++) sum += expectedLeft(problem.shortages[t]!, cover[t]!);
  return sum;
}

function ordersOf(
  input: OrderInput,
  problem: OrderProblem,
  rows: Training[],
  intakes: readonly Intake[],
  cover: Float64Array,
) {
  const { plan, occupation, figures, shortages } = input;
  const none = new Float64Array(shortages.length);
  return intakes.flatMap(({ route, ready, seats }) => {
    const row = rows[route]!;
    const start = ready - row.leadQuarters;
    const peak = peakFrom(figures, ready);
    const { quarter, gap, shortageProbability, expectedShortage } = figures[peak]!;
    const nothing = leftBetween(problem, none, ready, shortages.length);
    return splitSeats(seats, row.classSize.max).map((classSize): Order => {
      const expectedJoiners = classSize * row.completion * row.joinRate;
      const effect = addClass(problem, cover, ready, expectedJoiners);
      return {
        programme: row.programme,
        occupation: occupation.id,
        classSize,
        start: quarterAt(plan.start, start),
        ready: quarterAt(plan.start, ready),
        timing: start === 0 ? 'earliest' : 'in-time',
        expectedJoiners: rounded(expectedJoiners),
        answers: { quarter, gap, shortageProbability, expectedShortage },
        covered: rounded(effect.covered),
        idle: rounded(effect.idle),
        costOfDoingNothing: rounded(nothing),
        fullyNeededProbability: rounded(chanceAbove(shortages[peak]!, Math.max(0, cover[peak]! - 1e-9))),
        reason: reasonFor(input.parts(peak), quarter),
        needs: (row.needs ?? []).map(({ resource, perClass, perSeat }) => {
          return { resource, amount: rounded(perClass + perSeat * classSize) };
        }),
      };
    });
  });
}

function leftOpen(input: OrderInput, problem: OrderProblem, cover: Float64Array): Unanswered[] {
  const { plan, occupation } = input;
  const leads = problem.routes.filter((route) => route.joiners >= LEAST_JOINERS).map((route) => route.lead);
  const first = Math.min(plan.quarters, ...leads);
  const spans = [
    { from: 0, to: first, reason: leads.length === 0 ? ('no-training' as const) : ('too-soon' as const) },
    { from: first, to: plan.quarters, reason: 'remainder' as const },
  ];
  return spans.flatMap(({ from, to, reason }) => {
    const headcountQuarters = rounded(leftBetween(problem, cover, from, to));
    if (headcountQuarters <= 0) return [];
    return [
      {
        occupation: occupation.id,
        from: quarterAt(plan.start, from),
        to: quarterAt(plan.start, to - 1),
        headcountQuarters,
        reason,
      },
    ];
  });
}

/** The order problem of one occupation. */
export function orderProblemOf({ plan, occupation, shortages }: OrderInput): OrderProblem {
  const joiners = occupation.groups.at(-1)!;
  return {
    shortages,
    stay: joiners.attrition.map((leave) => 1 - leave),
    routes: trainingOf(plan, occupation).map(routeOf),
    costs: plan.costs ?? DEFAULT_COSTS,
  };
}

/** Puts chosen intakes of one occupation in words: its classes, why, and what they leave open. */
export function adviceFrom(
  input: OrderInput,
  problem: OrderProblem,
  choice: Pick<OrderChoice, 'intakes' | 'exact'>,
): OrderAdvice {
  const rows = trainingOf(input.plan, input.occupation);
  const cover = new Float64Array(input.shortages.length);
  const orders = ordersOf(input, problem, rows, choice.intakes, cover);
  return { orders, unanswered: leftOpen(input, problem, cover), exact: choice.exact };
}

/** Recommends classes for one occupation over its simulated shortages; see `searchOrders` for what is best. */
export function adviseOrders(input: OrderInput): OrderAdvice {
  const problem = orderProblemOf(input);
  return adviceFrom(input, problem, searchOrders(problem));
}
