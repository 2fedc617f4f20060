/** Import of organisations' own files: what each table holds, how it is checked, templates to fill in. */
export { type CheckResult, checkTables } from './check-tables.ts';
export type { CellFault, Choice, Column, ColumnType } from './column.ts';
export { checkCreditCode, creditCheckDigit, organisationCheckDigit } from './credit-code.ts';
export { type HazardTag, hazardTags } from './hazard-tags.ts';
export { type CodeList, type Known, nothingKnown, recordKey } from './known.ts';
export { levels, majorCategories, readMajorCode } from './major-categories.ts';
export { type ImportFile, type ReadRows, readTables, sheetTableOf } from './read-tables.ts';
export { type QuarterValue, type TableDefinition, type TableKey, tableKeys } from './table.ts';
export type { TableInput } from './table-input.ts';
export { type ImportBundle, type RowOf, rowSchema, tableOf, tableOfFile, tables } from './tables.ts';
export { sheetFor, sheetLanguage, templateFor } from './template.ts';
export { readQuarter } from './time-columns.ts';
