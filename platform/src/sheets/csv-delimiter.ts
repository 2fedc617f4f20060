/** Characters that may part the fields of a text table. */
export type Delimiter = ',' | ';' | '\t';

const candidates: readonly Delimiter[] = [',', ';', '\t'];

/**
 * The delimiter of a text table: the candidate found most often outside quotes on the first line that is
 * not blank, a comma if there is none. Excel's own hint (`sep=;` as the first line) wins and is to be
 * skipped: `skip` is the number of characters it takes.
 */
export function detectDelimiter(start: string): { delimiter: Delimiter; skip: number } {
  const hint = /^sep=([,;\t])(\r\n|\r|\n|$)/i.exec(start);
  if (hint !== null) {
    const delimiter = candidates.find((one) => one === hint[1]) ?? ',';
    return { delimiter, skip: hint[0].length };
  }
  const counts = new Map<string, number>();
  let quoted = false;
  let seen = false;
  for (const char of start) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '\n' || char === '\r')) {
      if (seen) break;
    } else if (!quoted) counts.set(char, (counts.get(char) ?? 0) + 1);
    seen ||= char.trim() !== '';
  }
  const most = candidates.reduce((best, one) =>
    (counts.get(one) ?? 0) > (counts.get(best) ?? 0) ? one : best,
  );
  return { delimiter: most, skip: 0 };
}
