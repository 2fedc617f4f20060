import { enumeratePaths } from '../model/enumerate-paths.ts';
import { fillGains } from '../model/learner-search.ts';
import { fillValueToGo } from '../model/value-to-go.ts';
import { type Column, columnOf } from './column.ts';
import type { Prices } from './prices.ts';
import { setCharges, type Workbench } from './workbench.ts';

/**
 * All columns that lose at most `slack` against their learner's best at the given prices, or null when there are
 * more than `limit`, or time is up. With a slack of bound less target they hold every plan that reaches the target: each learner's
 * loss counts fully against the bound.
 */
export function enumerateColumns(
  bench: Workbench,
  prices: Prices,
  slack: number,
  limit: number,
): Column[] | null {
  const { model, gains, table } = bench;
  // What a large learner's ways lose is not known exactly, so that none could be left out.
  if (bench.searches.some(({ memory }) => memory)) return null;
  const columns: Column[] = [];
  // Ways that turn out not to be programmes count too, or a weak state space could keep the walk going for ever.
  let left = limit;
  setCharges(bench, (cell) => prices.cells[cell]!);
  for (const { learner, space } of bench.searches) {
    if (space.start < 0) continue;
    if (!bench.mayGoOn()) return null;
    fillGains(model, learner, bench.sums, 1 + prices.lowest[learner.index]!, gains);
    fillValueToGo(learner, space, gains, table);
    const best = table.values[space.start * space.counter.width * space.counter.sites]!;
    // Blocks that may not begin gain −Infinity: a threshold that low would let them pass.
    const threshold = Math.max(best - slack - 1e-7, -Number.MAX_VALUE);
    const done = enumeratePaths(learner, space, gains, table, threshold, (path, isProgramme) => {
      if (isProgramme) columns.push(columnOf(model, learner, path));
      return --left >= 0;
    });
    if (!done) return null;
  }
  return columns;
}
