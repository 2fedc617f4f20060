import type { Model } from '../../model/model.ts';
import type { Random } from '../../random.ts';
import type { Column } from '../column.ts';
import { rulePenalty } from '../rule-penalty.ts';
import { draftChange } from './moves.ts';
import {
  type Breach,
  columnsOf,
  type Draft,
  gainOf,
  lowestWith,
  occupy,
  openTimetable,
  settleDraft,
  type Timetable,
  vacate,
  weighBreaches,
} from './timetable.ts';

/** How an annealing goes and whom it tells. */
export type AnnealControl = {
  random: Random;
  /** Changes to be tried. */
  changes: number;
  /** Temperatures at the beginning and the end, as parts of the most that one block can win or lose. */
  hot: number;
  cold: number;
  mayGoOn: () => boolean;
  /** The best feasible plan of a stretch, whenever it is better than all before. */
  onPlan: (columns: readonly Column[], score: number) => void;
};

const STRETCH = 20_000;
/** What a head over or under a rule costs at first, and how much dearer a cell becomes that stays broken. */
const BREAK = { first: 0.4, more: 0.1, late: 1 };

type Kept = { unit: Int32Array; site: Int32Array; start: Int32Array; score: number; isTold: boolean };

/** Simulated annealing from one whole programme for each learner; returns where it stood at the end. */
export function anneal(model: Model, from: readonly Column[], control: AnnealControl): Column[] {
  const { random } = control;
  const spread = rulePenalty(model) / (1 + model.fairness);
  const table = openTimetable(model, from, BREAK.first * spread);
  const blocks = model.learners.flatMap(({ index, need }) =>
    Array.from({ length: need }, (_, k) => index * table.width + k),
  );
  const draft: Draft = {
    ...{ learner: 0, from: 0, to: 0 },
    unit: new Int32Array(table.width),
    site: new Int32Array(table.width),
    start: new Int32Array(table.width),
  };
  const kept: Kept = {
    unit: table.unit.slice(),
    site: table.site.slice(),
    start: table.start.slice(),
    score: -Infinity,
    isTold: true,
  };
  if (!blocks.length) return [...from];
  for (let tried = 0; tried < control.changes && control.mayGoOn(); tried += STRETCH) {
    const share = tried / control.changes;
    const temperature = spread * control.hot * (control.cold / control.hot) ** share;
    for (let i = 0; i < STRETCH; i++) {
      const at = blocks[random.below(blocks.length)]!;
      const learner = Math.floor(at / table.width);
      if (!draftChange(table, draft, learner, at - learner * table.width, random)) continue;
      tryDraft(table, draft, temperature * Math.log(random.real()), kept);
    }
    keep(table, kept);
    if (!kept.isTold) {
      kept.isTold = true;
      control.onPlan(columnsOf(table, kept), kept.score);
    }
    if (table.broken > 0) weighBreaches(table, spread * (share > 0.7 ? BREAK.late : BREAK.more));
  }
  return columnsOf(table, table);
}

function tryDraft(table: Timetable, draft: Draft, threshold: number, kept: Kept): void {
  const gain = gainOf(table, draft);
  if (gain === -Infinity) return;
  const lowest = lowestWith(table, draft.learner, table.scores[draft.learner]! + gain);
  const worth = gain + table.model.fairness * (lowest - table.lowest);
  // What is broken now is the most that a change can mend.
  if (worth + table.cost < threshold) return;
  const breach: Breach = { broken: 0, cost: 0 };
  occupy(table, draft, breach);
  const change = worth - breach.cost;
  if (change < threshold) {
    vacate(table, draft);
    return;
  }
  if (change < 0) keep(table, kept);
  settleDraft(table, draft, gain, breach);
}

/** Keeps the present plan if it is feasible and better than the one kept. */
function keep(table: Timetable, kept: Kept): void {
  if (table.broken > 0) return;
  const score = table.total + table.model.fairness * table.lowest;
  if (score <= kept.score + 1e-9) return;
  kept.unit.set(table.unit);
  kept.site.set(table.site);
  kept.start.set(table.start);
  kept.score = score;
  kept.isTold = false;
}
