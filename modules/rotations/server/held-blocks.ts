import { weekAfter } from '../week.ts';

/** A row of a plan that stands fast. One block of a student is several rows where it went on somewhere else or with somebody else. */
export type HeldRow = {
  id?: string;
  placementId: string;
  unitId: string;
  stationId: string;
  mentorId: string | null;
  firstWeek: string;
  /** Absent: as long as its unit. */
  weeks?: number;
  /** Begun before the plan is changed: what is past, and goes on whatever the rules are now. */
  isBegun?: boolean;
  /** Makes up for missed weeks of its unit. */
  isRest?: boolean;
};

const keyOf = (row: { placementId: string; unitId: string }) => `${row.placementId} ${row.unitId}`;

/** One row for each student and unit: the first, from which the block began. What is made up for later is no part of it. */
export function wholeBlocks<
  Row extends { placementId: string; unitId: string; firstWeek: string; isRest?: boolean },
>(rows: readonly Row[]): Row[] {
  const first = new Map<string, Row>();
  for (const row of rows) {
    if (row.isRest === true) continue;
    const known = first.get(keyOf(row));
    if (known === undefined || row.firstWeek < known.firstWeek) first.set(keyOf(row), row);
  }
  return [...first.values()];
}

/** Whether a student's block of a unit has begun. */
export function begunIn(
  rows: readonly HeldRow[],
): (block: { placementId: string; unitId: string }) => boolean {
  const begun = new Set(rows.filter((row) => row.isBegun === true && row.isRest !== true).map(keyOf));
  return (block) => begun.has(keyOf(block));
}

/** Mondays of a row. */
export function weeksOf(row: { firstWeek: string; weeks?: number }, length: number): string[] {
  return Array.from({ length: row.weeks ?? length }, (_, at) => weekAfter(row.firstWeek, at));
}
