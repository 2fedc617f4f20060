import type { SheetBatch } from './sheet-batch.ts';
import type { SheetLimits } from './sheet-limits.ts';
import { dateStyles } from './xlsx-dates.ts';
import { scanSheet } from './xlsx-sheet.ts';
import { readSharedStrings } from './xlsx-strings.ts';
import { openWorkbook } from './xlsx-workbook.ts';
import { readZipDirectory } from './zip-directory.ts';
import { inflateText, inflateWhole } from './zip-inflate.ts';

/**
 * Reads one sheet of an .xlsx file, row batch by row batch. Heavy and mostly synchronous: meant for a
 * worker thread (`readXlsxInWorker`). Throws SheetRefusal when the file as a whole cannot be read.
 */
export async function* readXlsx(
  bytes: Buffer,
  sheetNames: readonly string[],
  limits: SheetLimits,
): AsyncGenerator<SheetBatch> {
  const entries = readZipDirectory(bytes, limits);
  const workbook = await openWorkbook(bytes, entries, sheetNames);
  const strings =
    workbook.strings === undefined
      ? { texts: [], lengths: new Map<number, number>() }
      : await readSharedStrings(inflateText(bytes, workbook.strings), limits.cellLength);
  const context = {
    ...strings,
    dates: workbook.styles === undefined ? [] : dateStyles(await inflateWhole(bytes, workbook.styles)),
    is1904: workbook.is1904,
    cellLength: limits.cellLength,
  };
  for await (const batch of scanSheet(inflateText(bytes, workbook.sheet.entry), context, limits)) {
    yield { ...batch, sheet: workbook.sheet.name };
  }
}
