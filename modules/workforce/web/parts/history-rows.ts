import { quarterAt } from '@dualtrack/forecast';
import type { HeadcountRecord } from '../../contract.ts';

/** Columns of the table, in the order in which they are pasted behind the quarter. */
export const historyColumns = ['headcount', 'needed', 'leavers', 'joiners'] as const;
export type HistoryColumn = (typeof historyColumns)[number];

/** A row as it is typed. */
export type HistoryRow = { quarter: string } & Record<HistoryColumn, string>;

/** The rows of one occupation, oldest first. */
export function rowsOf(records: readonly HeadcountRecord[], occupation: string): HistoryRow[] {
  return records
    .filter((record) => record.occupation === occupation)
    .map(({ quarter, headcount, needed, leavers, joiners }) => ({
      quarter,
      headcount: String(headcount),
      needed: needed === null ? '' : String(needed),
      leavers: String(leavers),
      joiners: String(joiners),
    }));
}

/** Whether the text of a cell stands for a whole number; what is needed may stay open. */
export function isSound(column: HistoryColumn, text: string): boolean {
  return (column === 'needed' && text === '') || /^\d{1,6}$/.test(text);
}

/** A row as a record; only for rows whose cells are all sound. */
export function recordOf(occupation: string, row: HistoryRow): HeadcountRecord {
  return {
    occupation,
    quarter: row.quarter,
    headcount: Number(row.headcount),
    needed: row.needed === '' ? null : Number(row.needed),
    leavers: Number(row.leavers),
    joiners: Number(row.joiners),
  };
}

const empty = { headcount: '', needed: '', leavers: '0', joiners: '0' };

/** The quarter to add behind the last row; with no rows, the quarter a year before `today`. */
export function nextRowQuarter(rows: readonly HistoryRow[], today: string): string {
  const last = rows.at(-1)?.quarter;
  if (last !== undefined) return quarterAt(last, 1);
  const now = `${today.slice(0, 4)}-Q${Math.floor((Number(today.slice(5, 7)) - 1) / 3) + 1}`;
  return quarterAt(now, -4);
}

/** Rows with one more quarter, empty but for leavers and joiners. */
export function withQuarter(rows: readonly HistoryRow[], quarter: string): HistoryRow[] {
  return [...rows, { quarter, ...empty }];
}

/** `2025Q1`, `2025-q1` or `2025年1季度` as a quarter; undefined when it is none. */
export function quarterFrom(text: string): string | undefined {
  const found = /^(\d{4})\s*(?:-?\s*[Qq]|年第?)\s*([1-4])(?:\s*季度?)?$/.exec(text.trim());
  return found === null ? undefined : `${found[1]}-Q${found[2]}`;
}

/**
 * Rows after a block from a spreadsheet was pasted. A block whose first column is quarters goes to those quarters, new
 * ones included; any other is laid down from the given row and column on. Answers how many cells took a value.
 */
export function pasted(
  rows: readonly HistoryRow[],
  block: readonly (readonly string[])[],
  at: { row: number; column: number },
): { rows: HistoryRow[]; cells: number } {
  const made = rows.map((row) => ({ ...row }));
  let cells = 0;
  const put = (row: HistoryRow | undefined, values: readonly string[], from: number) => {
    for (const [i, text] of values.entries()) {
      const column = historyColumns[from + i];
      if (row === undefined || column === undefined || text === '') continue;
      row[column] = text;
      cells++;
    }
  };
  const named = block.map(([first = '']) => quarterFrom(first));
  if (named.some((quarter) => quarter !== undefined)) {
    for (const [i, line] of block.entries()) {
      const quarter = named[i];
      if (quarter === undefined) continue;
      let row = made.find((one) => one.quarter === quarter);
      if (row === undefined) {
        row = { quarter, ...empty };
        made.push(row);
      }
      put(row, line.slice(1), 0);
    }
    made.sort((a, b) => a.quarter.localeCompare(b.quarter));
  } else for (const [i, line] of block.entries()) put(made[at.row + i], line, at.column);
  return { rows: made, cells };
}
