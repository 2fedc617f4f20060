/** One row of a sheet. `row` counts from 1; `cells[0]` is column A; blank cells are ''. */
export type SheetRow = { row: number; cells: string[] };

/** Something wrong in one cell, not yet tied to a file. `column` counts from 0. */
export type CellFault = {
  row: number;
  column?: number;
  code: string;
  params: Readonly<Record<string, string | number>>;
};

/** A merged range such as A1:D1; rows count from 1. */
export type MergedRange = { range: string; firstRow: number; lastRow: number; firstColumn: number };

/** What a reader hands over at a time: several rows with the faults found in them. */
export type SheetBatch = { sheet?: string; rows: SheetRow[]; faults: CellFault[]; merged: MergedRange[] };

/** Rows per batch: large enough that a message between threads costs little per row. */
export const batchRows = 500;
