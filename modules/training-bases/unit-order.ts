/** A unit by its name, with the names of the units that have to be begun before it. */
export type OrderedUnit = { name: string; after: readonly string[] };

/**
 * A ring of units in which each comes after the one before it, such as `['焊接', '装配', '焊接']`; undefined where the
 * order can be kept. Names that no unit has are no ring.
 */
export function circleIn(units: readonly OrderedUnit[]): string[] | undefined {
  const after = new Map(units.map((unit) => [unit.name, unit.after]));
  const isClear = new Set<string>();
  /** Walks backwards from a unit; `way` leads from where the walk began to it. */
  const walk = (name: string, way: readonly string[]): string[] | undefined => {
    const met = way.indexOf(name);
    if (met >= 0) return [...way.slice(met), name].reverse();
    if (isClear.has(name)) return undefined;
    for (const first of after.get(name) ?? []) {
      const ring = walk(first, [...way, name]);
      if (ring !== undefined) return ring;
    }
    isClear.add(name);
    return undefined;
  };
  for (const { name } of units) {
    const ring = walk(name, []);
    if (ring !== undefined) return ring;
  }
  return undefined;
}

/** A required unit that is to come after an optional one, which not everybody takes; undefined without any. */
export function requiredAfterOptional(
  units: readonly (OrderedUnit & { isRequired: boolean })[],
): { name: string; first: string } | undefined {
  const optional = new Set(units.filter((unit) => !unit.isRequired).map((unit) => unit.name));
  for (const { name, after, isRequired } of units) {
    const first = isRequired ? after.find((one) => optional.has(one)) : undefined;
    if (first !== undefined) return { name, first };
  }
  return undefined;
}
