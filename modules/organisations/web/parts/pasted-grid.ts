/** A block of cells as a spreadsheet puts it on the clipboard: rows by line, cells by tab, as they stand there. */
export function readBlock(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  return lines.map((line) => line.split('\t').map((cell) => cell.trim()));
}

/** A number as people write it in a cell: without group commas, spaces and full-width digits. */
export function plainNumber(text: string): string {
  return text.normalize('NFKC').replace(/[\s,]/g, '');
}

/** The number in a cell of the plan, or `undefined` when it is none from 0 to 100,000. */
export function unitsOf(text: string): number | undefined {
  if (!/^\d+(\.\d+)?$/.test(text)) return undefined;
  const units = Number(text);
  return units <= 100_000 ? units : undefined;
}

/** The quarter behind one: `2026-Q4` is followed by `2027-Q1`. */
export function nextQuarter(quarter: string): string {
  const [year = 0, part = 0] = quarter.split('-Q').map(Number);
  return part === 4 ? `${year + 1}-Q1` : `${year}-Q${part + 1}`;
}

/** `2025Q1`, `2025-q1`, `2025/Q1` or `2025年1季度` as a quarter; undefined when it is none. */
export function quarterFrom(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const found = /^(\d{4})(?:[-/.]?[Qq]|年第?)([1-4])(?:季度?)?$/.exec(plain);
  return found === null ? undefined : `${found[1]}-Q${found[2]}`;
}
