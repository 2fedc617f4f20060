import { readIndirect } from './indirect.ts';
import { decodedStream } from './inflate.ts';
import { type Cursor, expectWord, readCount, readValue, readWord, skipSpace } from './reader.ts';
import { type PdfDictionary, type PdfValue, unreadable } from './values.ts';

/** Where an object stands: at a place of the file, inside an object stream, or nowhere any more. */
export type ObjectPlace =
  | { kind: 'at'; offset: number; generation: number }
  | { kind: 'inside'; stream: number; index: number }
  | { kind: 'free' };

/** One cross-reference section: what it says of its objects, and its trailer. */
export type Section = {
  offset: number;
  places: ReadonlyMap<number, ObjectPlace>;
  trailer: PdfDictionary['entries'];
  /** Object number of the cross-reference stream itself. */
  streamObject: number | null;
};

const decoder = new TextDecoder('latin1');
const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  decoder.decode(bytes.subarray(at, at + length));

function readTable(cursor: Cursor): Map<number, ObjectPlace> {
  const places = new Map<number, ObjectPlace>();
  for (;;) {
    skipSpace(cursor);
    const at = cursor.at;
    if (readWord(cursor) === 'trailer') return places;
    cursor.at = at;
    const first = readCount(cursor);
    const count = readCount(cursor);
    skipSpace(cursor);
    const table = textAt(cursor.bytes, cursor.at, 20 * count);
    for (let i = 0; i < count; i += 1, cursor.at += 20) {
      const line = /^(\d{10}) (\d{5}) ([fn])[ \r][\r\n]$/.exec(table.slice(20 * i, 20 * i + 20));
      if (line === null) return unreadable(cursor.at, 'cross-reference entry');
      const [, offset, generation, kind] = line;
      if (places.has(first + i)) unreadable(cursor.at, 'object that stands once');
      places.set(
        first + i,
        kind === 'n'
          ? { kind: 'at', offset: Number(offset), generation: Number(generation) }
          : { kind: 'free' },
      );
    }
  }
}

const numbersOf = (value: PdfValue | undefined): number[] | null =>
  value?.type === 'array' ? value.items.map((each) => (each.type === 'number' ? each.value : -1)) : null;

function readStreamPlaces(data: Uint8Array, widths: number[], index: number[]): Map<number, ObjectPlace> {
  const places = new Map<number, ObjectPlace>();
  const [w0 = 0, w1 = 0, w2 = 0] = widths;
  const field = (at: number, width: number) =>
    data.subarray(at, at + width).reduce((value, byte) => value * 256 + byte, 0);
  let at = 0;
  for (let pair = 0; pair < index.length; pair += 2) {
    for (let i = 0; i < (index[pair + 1] ?? 0); i += 1, at += w0 + w1 + w2) {
      if (at + w0 + w1 + w2 > data.length) return unreadable(at, 'cross-reference entry');
      const kind = w0 === 0 ? 1 : field(at, w0);
      const [second, third] = [field(at + w0, w1), field(at + w0 + w1, w2)];
      const number = (index[pair] ?? 0) + i;
      if (places.has(number)) unreadable(at, 'object that stands once');
      if (kind === 0) places.set(number, { kind: 'free' });
      else if (kind === 1) places.set(number, { kind: 'at', offset: second, generation: third });
      else if (kind === 2) places.set(number, { kind: 'inside', stream: second, index: third });
      else unreadable(at, 'known kind of entry');
    }
  }
  return places;
}

async function readStreamSection(bytes: Uint8Array, offset: number): Promise<Section> {
  const { number, value } = readIndirect(bytes, offset);
  if (value.type !== 'stream') return unreadable(offset, 'cross-reference stream');
  const { entries } = value;
  const type = entries.get('Type');
  const widths = numbersOf(entries.get('W'));
  const size = entries.get('Size');
  if (type?.type !== 'name' || type.value !== 'XRef' || widths?.length !== 3 || size?.type !== 'number')
    return unreadable(offset, 'cross-reference stream');
  const index = numbersOf(entries.get('Index')) ?? [0, size.value];
  if (
    [...widths, ...index].some((each) => !Number.isInteger(each) || each < 0) ||
    widths.some((each) => each > 6) ||
    // Entries without width would let a few bytes describe any number of objects.
    widths[1] === 0
  )
    return unreadable(offset, 'cross-reference stream');
  const places = readStreamPlaces(await decodedStream(value), widths, index);
  return { offset, places, trailer: entries, streamObject: number };
}

async function readSection(bytes: Uint8Array, offset: number): Promise<Section> {
  const cursor: Cursor = { bytes, at: offset };
  if (textAt(bytes, offset, 4) !== 'xref') return await readStreamSection(bytes, offset);
  expectWord(cursor, 'xref');
  const places = readTable(cursor);
  const trailer = readValue(cursor);
  if (trailer.type !== 'dictionary') return unreadable(cursor.at, 'trailer');
  // Hybrid files tell old and new readers different things; nobody needs them any more.
  if (trailer.entries.has('XRefStm')) unreadable(offset, 'one kind of cross-reference');
  return { offset, places, trailer: trailer.entries, streamObject: null };
}

/** The place named by the `startxref` that ends the file, and nothing but line ends after `%%EOF`. */
export function lastSectionOffset(bytes: Uint8Array): number {
  const tailStart = Math.max(0, bytes.length - 64);
  const tail = textAt(bytes, tailStart, bytes.length - tailStart);
  const match = /startxref[ \t]*(?:\r\n|\r|\n)(\d{1,10})[ \t]*(?:\r\n|\r|\n)%%EOF[\r\n]{0,4}$/.exec(tail);
  const offset = match === null ? bytes.length : Number(match[1]);
  return offset < bytes.length ? offset : unreadable(bytes.length, 'startxref and %%EOF');
}

/** All sections that a reader of this file would use, newest first. */
export async function readSections(bytes: Uint8Array): Promise<Section[]> {
  const sections: Section[] = [];
  const seen = new Set<number>();
  for (let offset: number | null = lastSectionOffset(bytes); offset !== null; ) {
    if (seen.has(offset)) unreadable(offset, 'cross-reference that stands once');
    seen.add(offset);
    const section = await readSection(bytes, offset);
    sections.push(section);
    const previous: PdfValue | undefined = section.trailer.get('Prev');
    if (previous !== undefined && previous.type !== 'number') return unreadable(offset, 'Prev');
    offset = previous?.value ?? null;
  }
  return sections;
}
