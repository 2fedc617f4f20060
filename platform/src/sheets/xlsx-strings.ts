import { SheetRefusal } from './sheet-refusal.ts';
import { richText } from './xml-text.ts';

/** An item whose end has not come after this much is no item. */
const longestItem = 64 * 1024 * 1024;

/**
 * The shared strings of a workbook in order. A text above `limit` is kept one character over the limit
 * with its true length noted, so that the cell which uses it can be named without holding megabytes.
 */
export async function readSharedStrings(
  pieces: AsyncIterable<string>,
  limit: number,
): Promise<{ texts: string[]; lengths: Map<number, number> }> {
  const texts: string[] = [];
  const lengths = new Map<number, number>();
  let rest = '';
  let p: string | undefined;
  for await (const piece of pieces) {
    rest += piece;
    if (rest.length > longestItem) throw new SheetRefusal('import.file-damaged', { part: 'sharedStrings' });
    p ??= /<(\w+:)?sst[\s>]/.exec(rest) === null ? undefined : (/<(\w+:)?sst[\s>]/.exec(rest)?.[1] ?? '');
    if (p === undefined) continue;
    let at = rest.indexOf(`<${p}si`);
    while (at >= 0) {
      const next = itemEnd(rest, at, p);
      if (next < 0) break;
      const text = richText(rest.slice(at, next), p);
      if (text.length > limit) lengths.set(texts.length, text.length);
      texts.push(text.length > limit ? text.slice(0, limit + 1) : text);
      at = rest.indexOf(`<${p}si`, next);
      if (at < 0) rest = rest.slice(next);
    }
    if (at > 0) rest = rest.slice(at);
  }
  return { texts, lengths };
}

/** Index after the item that begins at `at`, or -1 if its end has not arrived yet. */
function itemEnd(xml: string, at: number, p: string): number {
  const tagEnd = xml.indexOf('>', at);
  if (tagEnd < 0) return -1;
  if (xml.charAt(tagEnd - 1) === '/') return tagEnd + 1;
  const close = `</${p}si>`;
  const end = xml.indexOf(close, tagEnd);
  return end < 0 ? -1 : end + close.length;
}
