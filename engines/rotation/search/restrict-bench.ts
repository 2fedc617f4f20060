import type { LearnerSearch } from '../model/learner-search.ts';
import type { Model } from '../model/model.ts';
import type { Occupancy } from './occupancy.ts';
import type { Workbench } from './workbench.ts';

/**
 * The bench for some learners only, renumbered from 0, in the room that the plan of the others leaves. State spaces
 * and buffers are shared with the whole bench. The lowest score counts only where the worst off is among them.
 */
export function restrictBench(
  bench: Workbench,
  part: readonly number[],
  others: Occupancy,
  isWorstAmong: boolean,
): Workbench {
  const { model } = bench;
  const max = model.max.map((n, cell) => n - others.used[cell]!);
  const min = model.min.map((n, cell) => Math.max(0, n - others.used[cell]!));
  const searches = part.map((learner, index): LearnerSearch => {
    const search = bench.searches[learner]!;
    return { ...search, learner: { ...search.learner, index, open: stillOpen(model, search, max) } };
  });
  const learners = searches.map(({ learner }) => learner);
  return {
    ...bench,
    searches,
    model: { ...model, min, max, learners, fairness: isWorstAmong ? model.fairness : 0 },
  };
}

function stillOpen(model: Model, { learner }: LearnerSearch, max: Int32Array): Uint8Array {
  const options = learner.value.length;
  return learner.open.map((isOpen, at) => {
    if (!isOpen) return 0;
    const option = at % options;
    const place = learner.place[option]!;
    const start = Math.floor(at / options);
    const length = learner.lengths[Math.floor(option / model.sites)]!;
    const hasRoom = [place, ...model.poolsOf[place]!].every((row) => {
      const first = row * model.periods + start;
      return max.subarray(first, first + length).every((n) => n >= learner.size);
    });
    return hasRoom ? 1 : 0;
  });
}
