import { circleIn, requiredAfterOptional } from '../../unit-order.ts';

/** A unit of the list being edited; `after` holds keys of other rows. */
type Row = { key: string; name: string; nameEn: string; isRequired: boolean; after: readonly string[] };

/** What is wrong at the fields of one unit: its name stands twice, its order goes round in a ring or cannot be kept. */
export type UnitFaults = { isTwice?: boolean; circle?: readonly string[]; optional?: string };

/** Faults of a list of units by row, as the server would refuse them, units as `nameOf` calls them; rows without any are left out. */
export function unitFaults(
  units: readonly Row[],
  nameOf: (unit: { name: string; nameEn: string }) => string,
): Map<string, UnitFaults> {
  const faults = new Map<string, UnitFaults>();
  const add = (key: string, fault: UnitFaults) => faults.set(key, { ...faults.get(key), ...fault });
  const labelOf = (key: string) => {
    const unit = units.find((one) => one.key === key);
    return unit === undefined ? '' : nameOf(unit);
  };
  const seen = new Set<string>();
  for (const unit of units) {
    const name = unit.name.trim();
    if (name !== '' && seen.has(name)) add(unit.key, { isTwice: true });
    seen.add(name);
  }
  const byKey = units.map((unit) => ({ ...unit, name: unit.key }));
  const circle = circleIn(byKey);
  for (const key of circle ?? []) add(key, { circle: (circle ?? []).map(labelOf) });
  const wrong = requiredAfterOptional(byKey);
  if (wrong !== undefined) add(wrong.name, { optional: labelOf(wrong.first) });
  return faults;
}
