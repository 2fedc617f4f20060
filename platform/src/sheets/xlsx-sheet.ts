import { cellPosition } from './column-letter.ts';
import { batchRows, type MergedRange, type SheetBatch } from './sheet-batch.ts';
import type { SheetLimits } from './sheet-limits.ts';
import { SheetRefusal } from './sheet-refusal.ts';
import { type CellContext, readCell } from './xlsx-cell.ts';
import { attribute } from './xml-text.ts';

/** Source that waits for its end may not grow beyond this: 512 cells of the longest text fit in a row. */
const longestRow = 64 * 1024 * 1024;

/**
 * Reads the rows of a worksheet from the pieces of its XML without ever holding the sheet. The last batch
 * carries the merged ranges, as they stand behind the rows. Ends with SheetRefusal `import.file-damaged`
 * if the XML stops before the rows do. Format: ECMA-376 part 1, 18.3.1.
 */
export async function* scanSheet(
  pieces: AsyncIterable<string>,
  context: Omit<CellContext, 'prefix'>,
  limits: SheetLimits,
): AsyncGenerator<SheetBatch> {
  let rest = '';
  let place: 'before' | 'rows' | 'after' = 'before';
  let scan: RowScan | undefined;
  let batch = emptyBatch();
  for await (const piece of pieces) {
    rest += piece;
    if (rest.length > longestRow) throw new SheetRefusal('import.file-damaged', { part: 'sheetData' });
    if (place === 'before') {
      const start = /<(\w+:)?sheetData\s*(\/?)>/.exec(rest);
      if (start === null) continue;
      scan = { context: { ...context, prefix: start[1] ?? '' }, limits, last: 0, count: 0 };
      place = start[2] === '/' ? 'after' : 'rows';
      rest = rest.slice(start.index + start[0].length);
    }
    if (place === 'rows' && scan !== undefined) {
      const taken = takeRows(rest, scan, batch);
      rest = rest.slice(taken.at);
      if (taken.ended) place = 'after';
      if (batch.rows.length >= batchRows || batch.faults.length >= batchRows) {
        yield batch;
        batch = emptyBatch();
      }
    }
  }
  if (place !== 'after') throw new SheetRefusal('import.file-damaged', { part: 'sheetData' });
  batch.merged.push(...mergedRanges(rest));
  yield batch;
}

type RowScan = { context: CellContext; limits: SheetLimits; last: number; count: number };

const emptyBatch = (): SheetBatch => ({ rows: [], faults: [], merged: [] });

/** Takes every complete row off the front of `xml`; `ended` once the end of the rows was seen. */
function takeRows(xml: string, scan: RowScan, batch: SheetBatch): { at: number; ended: boolean } {
  const p = scan.context.prefix;
  let at = 0;
  for (;;) {
    const open = xml.indexOf('<', at);
    if (open < 0) return { at, ended: false };
    if (xml.startsWith(`</${p}sheetData`, open)) return { at: open, ended: true };
    const tagEnd = xml.indexOf('>', open);
    if (tagEnd < 0) return { at: open, ended: false };
    const isRow = xml.startsWith(`<${p}row`, open);
    if (!isRow || xml.charAt(tagEnd - 1) === '/') {
      // An empty row counts, as the next one may not carry its number.
      if (isRow) scan.last = Number(attribute(xml.slice(open, tagEnd), 'r') ?? scan.last + 1);
      at = tagEnd + 1;
      continue;
    }
    const close = xml.indexOf(`</${p}row>`, tagEnd);
    if (close < 0) return { at: open, ended: false };
    takeRow(xml.slice(open, tagEnd + 1), xml.slice(tagEnd + 1, close), scan, batch);
    at = close + p.length + 6;
  }
}

function takeRow(tag: string, xml: string, scan: RowScan, batch: SheetBatch): void {
  const row = Number(attribute(tag, 'r') ?? scan.last + 1);
  scan.last = row;
  scan.count += 1;
  if (scan.count > scan.limits.rows)
    throw new SheetRefusal('import.too-many-rows', { limit: scan.limits.rows });
  const cells: string[] = [];
  const faultsBefore = batch.faults.length;
  const open = `<${scan.context.prefix}c`;
  const close = `</${scan.context.prefix}c>`;
  let column = -1;
  let at = xml.indexOf(open);
  while (at >= 0) {
    const tagEnd = xml.indexOf('>', at);
    if (tagEnd < 0) break;
    const source = xml.slice(at, tagEnd + 1);
    column = cellPosition(attribute(source, 'r') ?? '')?.column ?? column + 1;
    let next = tagEnd + 1;
    if (xml.charCodeAt(tagEnd - 1) !== 47) {
      next = xml.indexOf(close, tagEnd);
      if (next < 0) break;
      placeCell(row, column, source, xml.slice(tagEnd + 1, next), cells, scan, batch);
    }
    at = xml.indexOf(open, next);
  }
  if (cells.length > 0 || batch.faults.length > faultsBefore) batch.rows.push({ row, cells });
}

function placeCell(
  row: number,
  column: number,
  tag: string,
  inner: string,
  cells: string[],
  scan: RowScan,
  batch: SheetBatch,
): void {
  const result = readCell(tag, inner, scan.context);
  if ('code' in result) {
    batch.faults.push({ row, column, code: result.code, params: result.params });
    return;
  }
  if (result.text === '') return;
  if (column >= scan.limits.columns) {
    throw new SheetRefusal('import.too-many-columns', { limit: scan.limits.columns, row });
  }
  while (cells.length < column) cells.push('');
  cells[column] = result.text;
}

function mergedRanges(xml: string): MergedRange[] {
  return (xml.match(/<(?:\w+:)?mergeCell\s[^>]*>/g) ?? []).flatMap((tag) => {
    const range = attribute(tag, 'ref') ?? '';
    const [from, to] = range.split(':').map((one) => cellPosition(one));
    if (from === undefined || to === undefined) return [];
    return [{ range, firstRow: from.row, lastRow: to.row, firstColumn: from.column }];
  });
}
