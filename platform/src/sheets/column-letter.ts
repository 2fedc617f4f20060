/** Column number (from 0) to the letters a spreadsheet shows: 0 → A, 25 → Z, 26 → AA. */
export function columnLetter(index: number): string {
  let rest = index;
  let letters = '';
  do {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26) - 1;
  } while (rest >= 0);
  return letters;
}

/** The column number (from 0) and row number (from 1) of a reference such as `AB12`; undefined if it is none. */
export function cellPosition(reference: string): { column: number; row: number } | undefined {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + (code - 64);
  }
  const row = Number(reference.slice(at));
  if (column === 0 || !Number.isInteger(row) || row < 1) return undefined;
  return { column: column - 1, row };
}
