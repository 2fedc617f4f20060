/**
 * All units that must come before each of the given ones, directly or by way of others, from pairs `[first, later]`; pairs
 * with other units do not count. Units that come before themselves are among their own.
 */
export function firstsOf<T>(units: readonly T[], before: readonly (readonly [T, T])[]): Map<T, Set<T>> {
  const firsts = new Map(units.map((unit) => [unit, new Set<T>()]));
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false;
    for (const [first, later] of before) {
      const own = firsts.get(later);
      const early = firsts.get(first);
      if (!own || !early) continue;
      const size = own.size;
      own.add(first);
      for (const unit of early) own.add(unit);
      if (own.size > size) isGrowing = true;
    }
  }
  return firsts;
}
