import { setImmediate as nextTurn } from 'node:timers/promises';
import { detectDelimiter } from './csv-delimiter.ts';
import { createCsvParser } from './csv-parser.ts';
import { batchRows, type CellFault, type SheetBatch, type SheetRow } from './sheet-batch.ts';
import type { SheetLimits } from './sheet-limits.ts';
import { SheetRefusal } from './sheet-refusal.ts';
import { decodePieces, detectEncoding } from './text-encoding.ts';

/**
 * Reads a text table (.csv, .tsv, .txt) batch by batch, giving the server a turn between the pieces.
 * Throws SheetRefusal `import.encoding-unknown | file-damaged | too-many-rows | too-many-columns`.
 */
export async function* readCsv(bytes: Buffer, limits: SheetLimits): AsyncGenerator<SheetBatch> {
  let faults: CellFault[] = [];
  let waiting: SheetRow[] = [];
  let parser: ReturnType<typeof createCsvParser> | undefined;
  const take = (rows: SheetRow[]) => {
    for (const row of rows) waiting.push(within(unguard(row), limits));
  };
  for (const piece of decodePieces(bytes, detectEncoding(bytes))) {
    let text = piece;
    if (parser === undefined) {
      const { delimiter, skip } = detectDelimiter(text);
      parser = createCsvParser(delimiter, limits.cellLength, (fault) => faults.push(fault));
      text = text.slice(skip);
    }
    take(parser.push(text));
    while (waiting.length >= batchRows || faults.length >= batchRows) {
      yield { rows: waiting.splice(0, batchRows), faults, merged: [] };
      faults = [];
    }
    await nextTurn();
  }
  if (parser !== undefined) take(parser.finish());
  yield { rows: waiting, faults, merged: [] };
  waiting = [];
}

function within(row: SheetRow, limits: SheetLimits): SheetRow {
  if (row.row > limits.rows) throw new SheetRefusal('import.too-many-rows', { limit: limits.rows });
  if (row.cells.length > limits.columns && row.cells.slice(limits.columns).some((cell) => cell !== '')) {
    throw new SheetRefusal('import.too-many-columns', { limit: limits.columns, row: row.row });
  }
  return row;
}

/** Takes back the apostrophe with which `writeCsv` keeps a text from being run as a formula. */
function unguard(row: SheetRow): SheetRow {
  if (!row.cells.some((cell) => cell.startsWith("'"))) return row;
  return { ...row, cells: row.cells.map((cell) => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)) };
}
