/**
 * Counts of units per site, as far as a limit may still bind. `width` states at most on each level (units done);
 * `next[(level * width + state) * sites + site]` is the state after one more unit there, −1 where the limit is reached.
 */
export type SiteCounter = {
  width: number;
  sites: number;
  next: Int32Array;
  /** How many states there are on each level. */
  statesAt: Int32Array;
};

/**
 * Builds the counter of a programme of `need` units; `limits` by outer site, `outer`: that of each site. A limit of
 * `Infinity` is not counted.
 */
export function buildSiteCounter(need: number, limits: readonly number[], outer: Int32Array): SiteCounter {
  const sites = limits.length;
  const steps: number[][][] = [];
  // What is left at each site, cut to the units still to come: beyond that a limit cannot bind.
  let layer = [limits.map((limit) => Math.min(limit, need))];
  const statesAt = new Int32Array(need + 1).fill(1);
  for (let level = 0; level < need; level++) {
    const order = new Map<string, number>();
    const following: number[][] = [];
    const rows = layer.map((left) =>
      left.map((_, inner) => {
        const site = outer[inner]!;
        const allowance = left[site]!;
        if (allowance === 0) return -1;
        const after = left.with(site, allowance - 1).map((n) => Math.min(n, need - level - 1));
        const key = after.join();
        if (!order.has(key)) order.set(key, following.push(after) - 1);
        return order.get(key)!;
      }),
    );
    steps.push(rows);
    layer = following;
    statesAt[level + 1] = layer.length;
  }
  const width = Math.max(1, ...statesAt);
  const next = new Int32Array(Math.max(1, need) * width * sites).fill(-1);
  steps.forEach((rows, level) => {
    rows.forEach((row, state) => {
      next.set(row, (level * width + state) * sites);
    });
  });
  return { width, sites, next, statesAt };
}
