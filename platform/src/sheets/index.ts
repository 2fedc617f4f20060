/** Tables from and to files that office programs write: .xlsx and .csv. */

export { type ReadSheetOptions, readSheet } from './read-sheet.ts';
export {
  type ColumnPlaces,
  plainHeader,
  readSheetRows,
  type SheetColumn,
  type SheetTable,
  type TableRow,
} from './read-sheet-rows.ts';
export { rowIssues, type SayIssue } from './row-issues.ts';
export type { MergedRange, SheetRow } from './sheet-batch.ts';
export { bookFile, sheetFile } from './sheet-file.ts';
export { createIssueList, type IssueList, type SheetIssue } from './sheet-issue.ts';
export { defaultSheetLimits, type SheetLimits } from './sheet-limits.ts';
export type { SheetSource } from './sheet-source.ts';
export { type CsvTable, writeCsv } from './write-csv.ts';
export {
  type WriteBook,
  type WriteColumn,
  type WriteSheet,
  type WriteValue,
  writeXlsx,
} from './write-xlsx.ts';
