import { encodeGb18030 } from './encode-gb18030.ts';
import type { WriteColumn, WriteValue } from './write-xlsx.ts';

/** A table to be written as text. */
export type CsvTable = {
  columns: readonly WriteColumn[];
  rows: Iterable<Readonly<Record<string, WriteValue>>>;
  /** Default `utf-8` with a byte order mark. */
  encoding?: 'utf-8' | 'gb18030';
};

/**
 * UTF-8 text with a byte order mark (so that Excel shows Chinese) and CRLF line ends. A text that Excel
 * would run as a formula (`= + - @`, tab or CR first) gets an apostrophe in front, which `readSheet` takes
 * back; numbers stay numbers.
 */
export function writeCsv(table: CsvTable): Uint8Array {
  const lines = [table.columns.map((column) => quoted(guarded(column.header))).join(',')];
  for (const row of table.rows) {
    lines.push(table.columns.map((column) => quoted(cellText(row[column.key]))).join(','));
  }
  const text = `${lines.join('\r\n')}\r\n`;
  return table.encoding === 'gb18030' ? encodeGb18030(text) : new TextEncoder().encode(`\ufeff${text}`);
}

function cellText(value: WriteValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return guarded(value);
}

function guarded(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
