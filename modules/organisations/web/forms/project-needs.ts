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

/** The needs that lines mean; lines in which nothing is typed mean none. */
export function needsOf(texts: readonly string[]): ProjectNeed[] {
  return texts
    .map(lineOf)
    .filter((line) => line.occupation.trim() !== '' || line.headcount.trim() !== '')
    .map((line) => ({
      occupation: line.occupation.trim(),
      quarter: line.quarter,
      headcount: Number(line.headcount.normalize('NFKC').trim()),
    }));
}
