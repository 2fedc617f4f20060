import {
  type Found,
  fillGains,
  type LearnerSearch,
  prepareSearch,
  searchBest,
} from '../model/learner-search.ts';
import type { Model } from '../model/model.ts';
import type { Aim } from '../model/penalised-search.ts';
import { emptyShelf } from '../model/state-space.ts';
import { emptyTable, type Gains, type Table } from '../model/value-to-go.ts';

/** What every phase of the search works with: the model, each learner's search, and buffers reused between calls. */
export type Workbench = {
  model: Model;
  searches: readonly LearnerSearch[];
  gains: Gains;
  table: Table;
  /** `place * (periods + 1) + t`: charges summed over the periods before `t`. */
  sums: Float64Array;
  /** Asked before each learner: when it says no, what is under way is left as it is. */
  mayGoOn: () => boolean;
};

/** Share of learners without an exact search from which on those whose exact searches are vast are searched like them. */
const MANY = 0.25;

/** Whether an exact search takes so long that a walk led by a smaller state space is worth more. */
function isVast({ memory, space }: LearnerSearch): boolean {
  const table = space.places * space.counter.width * space.counter.sites;
  return !memory && (space.graph.states > 25_000 || table > 1_000_000);
}

/**
 * Opens it. Searches of learners with more than `rememberAll` units remember little, and are open at once; so are those that
 * are left when `mayGoOn` says no.
 */
export function openWorkbench(
  model: Model,
  mayGoOn: () => boolean = () => true,
  rememberAll?: number,
): Workbench {
  const shelf = emptyShelf();
  const searches = model.learners.map((learner) =>
    prepareSearch(model, learner, mayGoOn() ? rememberAll : 0, shelf),
  );
  const walked = searches.filter(({ memory }) => memory).length;
  return {
    model,
    searches:
      walked > MANY * searches.length
        ? searches.map((one) => (isVast(one) ? prepareSearch(model, one.learner, 0, shelf) : one))
        : searches,
    gains: { block: new Float64Array(0), siteChange: 0, wait: 0 },
    table: emptyTable(),
    sums: new Float64Array(model.places * (model.periods + 1)),
    mayGoOn,
  };
}

/** Writes charges by cell, per head, as sums over periods; a place also pays those of its pools. */
export function setCharges(bench: Workbench, charge: (cell: number) => number): void {
  const { periods, places, poolsOf } = bench.model;
  for (let place = 0, cell = 0; place < places; place++) {
    const pools = poolsOf[place]!;
    let sum = 0;
    for (let t = 0, at = place * (periods + 1); t < periods; t++, cell++, at++) {
      sum += charge(cell);
      for (const row of pools) sum += charge(row * periods + t);
      bench.sums[at + 1] = sum;
    }
  }
}

/** The best way of a learner whose score counts `scale` times, under the charges set before; `aim` as in `searchBest`. */
export function bestWay(bench: Workbench, learner: number, scale: number, aim?: Aim): Found {
  const search = bench.searches[learner]!;
  fillGains(bench.model, search.learner, bench.sums, scale, bench.gains);
  return searchBest(search, bench.model.periods, bench.gains, bench.table, aim);
}
