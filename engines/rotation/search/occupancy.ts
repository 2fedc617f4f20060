import type { Model } from '../model/model.ts';
import type { Column } from './column.ts';

/** Who does what in a plan under way, and the heads in each cell. A learner may be without a column for a moment. */
export type Occupancy = { columns: (Column | null)[]; used: Int32Array };

export function emptyOccupancy(model: Model): Occupancy {
  return { columns: model.learners.map(() => null), used: new Int32Array(model.max.length) };
}

/** Gives a learner a column, or none, in place of the present one. */
export function assign(model: Model, plan: Occupancy, learner: number, column: Column | null): void {
  const { size } = model.learners[learner]!;
  for (const cell of plan.columns[learner]?.cells ?? []) plan.used[cell]! -= size;
  for (const cell of column?.cells ?? []) plan.used[cell]! += size;
  plan.columns[learner] = column;
}

/** Cells that want heads: most rules of places that bind are theirs. */
export function wantingCells({ min }: Model): number[] {
  return [...min.entries()].flatMap(([cell, heads]) => (heads > 0 ? [cell] : []));
}

/** Heads over the maximum or under the minimum of a cell. */
export function excess(model: Model, cell: number, used: number): number {
  return Math.max(0, used - model.max[cell]!, model.min[cell]! - used);
}

/** Sum of all excess heads, each weighted by its cell; 0 means that the plan keeps every place rule. */
export function penalty(model: Model, plan: Occupancy, weights: Float64Array): number {
  let sum = 0;
  for (let cell = 0; cell < plan.used.length; cell++) {
    const heads = excess(model, cell, plan.used[cell]!);
    if (heads) sum += heads * weights[cell]!;
  }
  return sum;
}

/** The objective without regard to place rules: all scores plus fairness times the lowest. */
export function objective(model: Model, plan: Occupancy): number {
  let sum = 0;
  let worst = plan.columns.length ? Infinity : 0;
  for (const column of plan.columns) {
    const score = column?.score ?? 0;
    sum += score;
    worst = Math.min(worst, score);
  }
  return sum + model.fairness * worst;
}

/** Whether every learner has a column and every place rule holds. */
export function isFeasible(model: Model, plan: Occupancy): boolean {
  return (
    plan.columns.every((column) => column !== null) && plan.used.every((n, cell) => !excess(model, cell, n))
  );
}
