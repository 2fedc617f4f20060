// A cell that begins like this would be run as a formula by a spreadsheet; a leading apostrophe makes it text.
const formulaStart = /^[=+\-@\t\r]/;

function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A value of an exported cell. Numbers stay numbers; texts are kept from running as formulas. */
export type CsvValue = string | number | null | undefined;

/** Rows as CSV (RFC 4180) with a byte order mark, so that spreadsheets read Chinese right. */
export function writeCsv(rows: readonly (readonly CsvValue[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
