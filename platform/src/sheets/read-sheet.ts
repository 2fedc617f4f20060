import { columnLetter } from './column-letter.ts';
import { readCsv } from './csv-reader.ts';
import type { MergedRange, SheetRow } from './sheet-batch.ts';
import type { IssueList } from './sheet-issue.ts';
import { defaultSheetLimits, type SheetLimits } from './sheet-limits.ts';
import { SheetRefusal } from './sheet-refusal.ts';
import { loadSource, type SheetSource, sheetKind } from './sheet-source.ts';
import { readXlsxInWorker } from './xlsx-in-worker.ts';

/** How a file is to be read. */
export type ReadSheetOptions = {
  /** Where everything that is wrong goes; reading itself does not throw for a bad file. */
  issues: IssueList;
  /** Names under which the sheet is looked for; without a match the first visible sheet is read. */
  sheetNames?: readonly string[];
  limits?: Partial<SheetLimits>;
  /** Called with each merged range instead of adding `import.merged-cells`. */
  onMerged?: (range: MergedRange, sheet: string | undefined) => void;
  /** Called once with the name of the sheet that is read. */
  onSheet?: (sheet: string) => void;
};

/**
 * The rows of a table file (.xlsx in a thread of its own; .csv, .tsv, .txt) as text, blank rows left out.
 * A cell that cannot be read is '' and adds an issue; a file that cannot be read adds one issue and ends.
 * Rows already given are worth nothing once `issues.errors()` is above zero.
 */
export async function* readSheet(
  fileName: string,
  source: SheetSource,
  options: ReadSheetOptions,
): AsyncGenerator<SheetRow> {
  const limits = { ...defaultSheetLimits, ...options.limits };
  const { issues } = options;
  let sheet: string | undefined;
  try {
    const bytes = await loadSource(source, limits);
    const batches =
      sheetKind(fileName, bytes) === 'xlsx'
        ? readXlsxInWorker(bytes, options.sheetNames ?? [], limits)
        : readCsv(bytes, limits);
    for await (const batch of batches) {
      if (sheet === undefined && batch.sheet !== undefined) options.onSheet?.(batch.sheet);
      sheet = batch.sheet;
      for (const fault of batch.faults) {
        const column = fault.column === undefined ? undefined : columnLetter(fault.column);
        const { row, code, params } = fault;
        issues.add({ file: fileName, sheet, row, column, code, params, severity: 'error' });
      }
      for (const range of batch.merged) {
        if (options.onMerged !== undefined) options.onMerged(range, sheet);
        else issues.add(mergedIssue(fileName, sheet, range));
      }
      yield* batch.rows;
    }
  } catch (error) {
    if (!(error instanceof SheetRefusal)) throw error;
    const { code, params } = error;
    issues.add({ file: fileName, sheet, code, params, severity: 'error' });
  }
}

/** The issue for a merged range inside the data. */
export function mergedIssue(file: string, sheet: string | undefined, merged: MergedRange) {
  return {
    file,
    sheet,
    row: merged.firstRow,
    column: columnLetter(merged.firstColumn),
    code: 'import.merged-cells',
    params: { range: merged.range },
    severity: 'error' as const,
  };
}
