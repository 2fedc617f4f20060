import type { Highs } from '@dualtrack/solver';
import type { Random } from '../random.ts';
import type { Column } from './column.ts';
import type { Prices } from './prices.ts';
import type { Workbench } from './workbench.ts';

/** What is known at a moment of the search. `elapsed` in seconds by the caller's clock. */
export type Progress = {
  phase: 'first-plan' | 'bound' | 'integer';
  score: number | null;
  bound: number | null;
  gap: number | null;
  elapsed: number;
};

/** How to solve. The engine has no clock: `now` gives seconds and is asked often. */
export type SolveOptions = {
  /** Budget by `now`; 60 if not given. */
  seconds?: number | undefined;
  seed?: string | undefined;
  now: () => number;
  onProgress?: ((progress: Progress) => void) | undefined;
  /** Looked at often, so that a flag in shared memory can stop a search that never yields; an AbortSignal fits too. */
  signal?: { readonly aborted: boolean } | undefined;
  /** A loaded solver; by default the engine loads its own. */
  highs?: Highs | undefined;
};

/** How much work a run puts into each of its phases; counted in work, not in time, so that it repeats. */
export type Effort = {
  /** Searches of one learner that a local search may make, for each learner. */
  replies: number;
  /** Columns that one integer solve may have. */
  columns: number;
  /** Branching nodes that an integer solve may look at which cannot prove anything. */
  nodes: number;
};

/** One search under way: best plan and best bound so far. */
export type Run = {
  bench: Workbench;
  highs: Highs;
  random: Random;
  best: { columns: readonly Column[]; score: number } | null;
  bound: number;
  /** Prices that prove a bound, for explanation and enumeration. */
  prices: Prices | null;
  columns: Map<string, Column>;
  /** Prices that prove infeasibility by the place rules. */
  proof: Prices | null;
  /** A learner who has no programme at all. */
  hopeless: number | null;
  effort: Effort;
  secondsLeft: () => number;
  mayGoOn: () => boolean;
  report: (phase: Progress['phase']) => void;
};

const TOLERANCE = 1e-6;

/** Gap as the format defines it; against a bound of 0 the plain difference. */
export function gapOf(score: number, bound: number): number {
  return (bound - score) / (Math.abs(bound) || 1);
}

/** Lowers a proven bound to the next value that a plan can have. */
export function attainable(run: Run, bound: number): number {
  const step = run.bench.model.objectiveStep;
  if (!step || !Number.isFinite(bound)) return bound;
  const parts = Math.round(1 / step);
  return Math.floor(bound * parts + TOLERANCE * Math.max(1, Math.abs(bound) * 1e-3)) / parts;
}

/** Whether the best plan is proven to be a best possible one. */
export function isProven(run: Run): boolean {
  return run.best !== null && attainable(run, run.bound) <= run.best.score + TOLERANCE;
}

/** Takes note of a feasible plan. */
export function offerPlan(run: Run, columns: readonly Column[], score: number): void {
  if (run.best && score <= run.best.score + 1e-9) return;
  run.best = { columns: [...columns], score };
}

/** Takes note of a proven bound. */
export function offerBound(run: Run, bound: number): void {
  if (bound < run.bound) run.bound = bound;
}

/** Keeps columns for the integer master, each once. */
export function keepColumns(run: Run, columns: readonly Column[]): void {
  for (const column of columns) run.columns.set(`${column.learner}:${column.key}`, column);
}
