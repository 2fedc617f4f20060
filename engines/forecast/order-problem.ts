import { chanceAbove, expectedIdle, expectedLeft, type Shortage } from './shortage.ts';

/** A way to train: people work `lead` quarters after the start, `joiners` of them per seat, in classes of min…max. */
export type Route = { lead: number; joiners: number; min: number; max: number };

/** Under one joiner in a hundred seats a route counts as none: seats cost nothing here, so absurd numbers would pay. */
export const LEAST_JOINERS = 0.01;

/** Seats of one route that become ready in one quarter. */
export type Intake = { route: number; ready: number; seats: number };

/** What the search works on; `stay[t]` is the share of joiners who remain from quarter t to t + 1. */
export type OrderProblem = {
  shortages: Shortage[];
  stay: Float64Array;
  routes: Route[];
  costs: { shortage: number; surplus: number };
};

/** Whether `seats` can be split into classes of min…max seats each (0 = no class). */
export function fitsClasses(seats: number, min: number, max: number): boolean {
  return Math.ceil(seats / max) * min <= seats;
}

/** Cost of one quarter with `cover` people from the chosen classes: weighted expected shortage and idle people. */
export function quarterCost(shortage: Shortage, cover: number, costs: OrderProblem['costs']): number {
  return costs.shortage * expectedLeft(shortage, cover) + costs.surplus * expectedIdle(shortage, cover);
}

/** The most one more covered head can save in a quarter; the cost is convex in the cover, so that is at cover 0. */
export function steepestFall(shortage: Shortage, costs: OrderProblem['costs']): number {
  const short = chanceAbove(shortage, 0);
  return costs.shortage * short - costs.surplus * (1 - short);
}
