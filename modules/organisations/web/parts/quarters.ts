import { nextQuarter } from './pasted-grid.ts';

/** So many quarters, one behind the other, from a first one: `2026-Q3`, `2026-Q4`, `2027-Q1`. */
export function quartersFrom(first: string, count: number): string[] {
  const found = [first];
  while (found.length < count) found.push(nextQuarter(found.at(-1) ?? first));
  return found;
}
