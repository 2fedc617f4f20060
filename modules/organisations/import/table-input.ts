import type { ColumnPlaces, IssueList, SheetIssue, TableRow } from '@dualtrack/platform/sheets';
import type { CellFault } from './column.ts';
import type { TableDefinition, TableKey } from './table.ts';

/** The rows of one file for one table. */
export type TableInput = {
  table: TableKey;
  file: string;
  sheet?: string;
  rows: readonly TableRow[];
  /** Part of the file could not be read, so a row that others refer to may be among what is missing. */
  incomplete?: boolean;
};

/** Where a row came from, for messages. */
export type Origin = { file: string; sheet: string | undefined; row: number; places: ColumnPlaces };

/** Adds an issue about one column of one row; `column` is the key of the table or of a quarter column. */
export type Complain = (
  origin: Origin,
  column: string,
  fault: CellFault,
  severity?: SheetIssue['severity'],
) => void;

/** A `Complain` that writes into a list; the params get the header as the file has it, else in both languages. */
export function complainTo(issues: IssueList, table: TableDefinition): Complain {
  return (origin, column, fault, severity = 'error') => {
    const place = origin.places[column];
    const known = table.columns[column];
    const header = place?.header ?? (known === undefined ? column : `${known.zh} / ${known.en}`);
    issues.add({
      file: origin.file,
      sheet: origin.sheet,
      row: origin.row,
      column: place?.column,
      code: fault.code,
      params: { header, ...fault.params },
      severity,
    });
  };
}
