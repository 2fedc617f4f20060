/** A block of cells as a spreadsheet puts it on the clipboard: rows by line, cells by tab. */
export function readBlock(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  return lines.map((line) => line.split('\t').map(plainNumber));
}

/** A number as people write it in a cell: without group commas, spaces and full-width digits. */
export function plainNumber(text: string): string {
  return text.normalize('NFKC').replace(/[\s,]/g, '');
}

/**
 * The cells that a pasted block fills, beginning at a cell of a table with so many rows and columns, and how many
 * values lie outside of it. Empty cells of the block change nothing.
 */
export function placeBlock(
  block: readonly (readonly string[])[],
  at: { row: number; column: number },
  size: { rows: number; columns: number },
): { cells: { row: number; column: number; text: string }[]; left: number } {
  const all = block.flatMap((line, down) =>
    line.map((text, across) => ({ row: at.row + down, column: at.column + across, text })),
  );
  const filled = all.filter((cell) => cell.text !== '');
  const cells = filled.filter((cell) => cell.row < size.rows && cell.column < size.columns);
  return { cells, left: filled.length - cells.length };
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
