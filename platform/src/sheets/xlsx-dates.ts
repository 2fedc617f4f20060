import { attribute } from './xml-text.ts';

const builtinDates: ReadonlyArray<readonly [number, number]> = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/**
 * For each cell style of a workbook whether its number format shows a date or a time.
 * Sources: ECMA-376 part 1, 18.8.30 (built-in formats; 27–36 and 50–58 are East Asian dates).
 */
export function dateStyles(stylesXml: string): boolean[] {
  const formats = new Map<number, boolean>();
  for (const tag of stylesXml.match(/<(?:\w+:)?numFmt\s[^>]*>/g) ?? []) {
    formats.set(Number(attribute(tag, 'numFmtId')), isDateFormat(attribute(tag, 'formatCode') ?? ''));
  }
  const cellXfs = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(stylesXml)?.[0] ?? '';
  return (cellXfs.match(/<(?:\w+:)?xf[\s>/][^>]*>?/g) ?? []).map((tag) => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0);
    return formats.get(id) ?? builtinDates.some(([from, to]) => id >= from && id <= to);
  });
}

/** Whether a number format code shows a date or a time of day (not an elapsed time such as [h]:mm). */
export function isDateFormat(code: string): boolean {
  const first = code.split(';')[0] ?? '';
  if (/\[(h+|m+|s+)\]/i.test(first)) return false;
  const bare = first.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').toLowerCase();
  return /[ydhs]/.test(bare) || /(^|[^a-z])m{1,5}($|[^a-z])/.test(bare);
}

/**
 * An Excel serial as ISO text: a day `2026-03-02`, or with a time of day `2026-03-02T08:30:00`; below 1
 * only the time. Undefined outside the years 1900–9999. The 1900 system counts the 29 February 1900
 * that never was, so days before 1 March 1900 are not given as dates.
 */
export function serialToIso(serial: number, is1904: boolean): string | undefined {
  const seconds = Math.round(serial * 86_400);
  if (seconds < 0) return undefined;
  if (seconds < 86_400) return iso(seconds).slice(11, 19);
  const day = Math.floor(seconds / 86_400);
  if ((!is1904 && day < 61) || day > 2_958_465) return undefined;
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const text = iso(epoch / 1000 + seconds);
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
}

function iso(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
