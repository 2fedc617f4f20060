import type { TableRow } from './read-sheet-rows.ts';
import type { IssueList, SheetIssue } from './sheet-issue.ts';

/** Says what is wrong with a cell of a row, by the key of its column. */
export type SayIssue = (key: string, code: string, params?: SheetIssue['params']) => void;

/** Gives what is said of a row its place in the file; a column that the file lacks leaves the row alone. */
export function rowIssues(issues: IssueList, file: string, row: TableRow): SayIssue {
  return (key, code, params = {}) => {
    const column = row.columns[key]?.column;
    const place = { file, row: row.row, ...(column === undefined ? {} : { column }) };
    issues.add({ ...place, code, params, severity: 'error' });
  };
}
