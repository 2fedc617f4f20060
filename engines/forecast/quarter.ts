/** A calendar quarter as text, `2026-Q1` to `9999-Q4`. */
export const QUARTER_PATTERN = /^\d{4}-Q[1-4]$/;

function serial(quarter: string): number {
  return Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1;
}

/** The quarter `offset` quarters after `start`; `start` must match {@link QUARTER_PATTERN}. */
export function quarterAt(start: string, offset: number): string {
  const at = serial(start) + offset;
  return `${String(Math.floor(at / 4)).padStart(4, '0')}-Q${(at % 4) + 1}`;
}

/** How many quarters `quarter` lies after `start` (negative: before); both must be well formed. */
export function quartersBetween(start: string, quarter: string): number {
  return serial(quarter) - serial(start);
}
