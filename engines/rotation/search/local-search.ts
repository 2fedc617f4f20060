import type { Random } from '../random.ts';
import { type Column, columnOf } from './column.ts';
import {
  assign,
  emptyOccupancy,
  excess,
  isFeasible,
  type Occupancy,
  objective,
  penalty,
} from './occupancy.ts';
import { rulePenalty } from './rule-penalty.ts';
import { bestWay, setCharges, type Workbench } from './workbench.ts';

/** How far a local search may go and whom it tells. */
export type LocalSearchControl = {
  random: Random;
  /** Searches of one learner at most. */
  replies: number;
  mayGoOn: () => boolean;
  /** Every feasible plan that is better than all before. */
  onPlan: (columns: readonly Column[], score: number) => void;
};

type Search = {
  bench: Workbench;
  plan: Occupancy;
  weights: Float64Array;
  control: LocalSearchControl;
  replies: number;
  best: number;
};

/**
 * Builds a plan learner by learner and improves it: a few learners leave, and each comes back by the best way that
 * the others leave open. Places that stay over- or underused weigh more and more until the plan is feasible.
 */
export function searchLocally(
  bench: Workbench,
  start: readonly (Column | null)[],
  control: LocalSearchControl,
): void {
  const { model } = bench;
  const plan = emptyOccupancy(model);
  const weights = new Float64Array(model.max.length).fill(rulePenalty(model));
  const search: Search = { bench, plan, weights, control, replies: 0, best: -Infinity };
  start.forEach((column, learner) => {
    assign(model, plan, learner, column);
  });
  const everyone = model.learners.map(({ index }) => index);
  for (const learner of control.random.shuffled(everyone)) if (control.mayGoOn()) reply(search, learner);
  settle(search, everyone);
  while (mayGoOn(search)) improve(search);
}

const mayGoOn = (search: Search): boolean =>
  search.replies < search.control.replies && search.control.mayGoOn();

/** Replies in turn until nothing changes; then, while infeasible, makes the broken cells dearer. */
function settle(search: Search, everyone: readonly number[]): void {
  const { bench, plan, weights, control } = search;
  while (mayGoOn(search)) {
    let changed = false;
    for (const learner of control.random.shuffled(everyone)) {
      const before = plan.columns[learner]?.key;
      reply(search, learner);
      if (plan.columns[learner]?.key !== before) changed = true;
      if (!mayGoOn(search)) break;
    }
    record(search);
    if (changed) continue;
    if (isFeasible(bench.model, plan)) return;
    plan.used.forEach((n, cell) => {
      if (excess(bench.model, cell, n)) weights[cell]! *= 1.5;
    });
  }
}

/** One learner leaves and comes back by the best way that is open. */
function reply(search: Search, learner: number): void {
  const { bench, plan, weights } = search;
  const { model } = bench;
  search.replies++;
  assign(model, plan, learner, null);
  const { size } = model.learners[learner]!;
  setCharges(bench, (cell) => {
    const used = plan.used[cell]!;
    if (used + size <= model.max[cell]! && used >= model.min[cell]!) return 0;
    return (weights[cell]! * (excess(model, cell, used + size) - excess(model, cell, used))) / size;
  });
  const { path } = bestWay(bench, learner, 1);
  if (!path) return;
  const column = columnOf(model, model.learners[learner]!, path);
  assign(model, plan, learner, column);
}

function improve(search: Search): void {
  const { bench, plan, weights, control } = search;
  const { model } = bench;
  const before = objective(model, plan) - penalty(model, plan, weights);
  const group = chooseGroup(search);
  const old = group.map((learner) => plan.columns[learner]!);
  for (const learner of group) assign(model, plan, learner, null);
  for (const learner of control.random.shuffled(group)) {
    reply(search, learner);
  }
  const after = objective(model, plan) - penalty(model, plan, weights);
  if (after < before - 1e-9) {
    group.forEach((learner, i) => {
      assign(model, plan, learner, old[i]!);
    });
  } else record(search);
}

/** A random learner and some who are where that learner is or would be. */
function chooseGroup({ bench, plan, control }: Search): number[] {
  const { random } = control;
  const n = bench.model.learners.length;
  const group = new Set([random.below(n)]);
  const size = Math.min(n, 2 + random.below(3));
  while (group.size < size) group.add(random.below(n));
  return [...group].filter((learner) => plan.columns[learner] !== null);
}

function record(search: Search): void {
  const { bench, plan, control } = search;
  if (!isFeasible(bench.model, plan)) return;
  const score = objective(bench.model, plan);
  if (score <= search.best + 1e-9) return;
  search.best = score;
  control.onPlan(
    plan.columns.flatMap((column) => column ?? []),
    score,
  );
}
