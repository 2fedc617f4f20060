import type { ProjectNeed } from '../../contract/records.ts';

/** One line of a project's needs as a person types it. */
export type NeedLine = { occupation: string; quarter: string; headcount: string };

/** Lines as texts, because a form keeps (and drafts) texts only. */
export function needTexts(needs: readonly ProjectNeed[]): string[] {
  return needs.map((need) => textOf({ ...need, headcount: String(need.headcount) }));
}

/** The text of a line. */
export function textOf(line: NeedLine): string {
  return [line.occupation, line.quarter, line.headcount].join('\t');
}

/** The line of a text. */
export function lineOf(text: string): NeedLine {
  const [occupation = '', quarter = '', headcount = ''] = text.split('\t');
  return { occupation, quarter, headcount };
}

/** Whether a text stands for people: a whole number up to 100,000. */
export function isPeople(text: string): boolean {
  return /^\d+$/.test(text) && Number(text) <= 100_000;
}

/** Lines after cells of a table of occupations and quarters were typed or pasted; an emptied cell has no line. */
export function withCells(
  texts: readonly string[],
  cells: readonly { readonly rowId: string; readonly quarter: string; readonly text: string }[],
): string[] {
  const keyOf = (occupation: string, quarter: string) => `${occupation}\t${quarter}`;
  const lines = new Map(
    texts.map(lineOf).map((line) => [keyOf(line.occupation, line.quarter), line] as const),
  );
  for (const { rowId, quarter, text } of cells) {
    if (text === '') lines.delete(keyOf(rowId, quarter));
    else lines.set(keyOf(rowId, quarter), { occupation: rowId, quarter, headcount: text });
  }
  return [...lines.values()].map(textOf);
}

/** The needs that lines mean; lines in which nothing is typed mean none. */
export function needsOf(texts: readonly string[]): ProjectNeed[] {
  return texts
    .map(lineOf)
    .filter((line) => line.headcount.trim() !== '')
    .map((line) => ({
      occupation: line.occupation.trim(),
      quarter: line.quarter,
      headcount: Number(line.headcount.normalize('NFKC').trim()),
    }));
}
