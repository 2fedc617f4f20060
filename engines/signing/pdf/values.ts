import { sameBytes } from '../bytes.ts';

/** A value of a PDF file (ISO 32000-1, 7.3). Strings and streams keep the place where they stand. */
export type PdfValue =
  | { type: 'null' }
  | { type: 'boolean'; value: boolean }
  | { type: 'number'; value: number }
  | { type: 'name'; value: string }
  | { type: 'string'; bytes: Uint8Array; isHex: boolean; start: number; end: number }
  | { type: 'ref'; number: number; generation: number }
  | { type: 'array'; items: readonly PdfValue[] }
  | PdfDictionary
  | PdfStream;

export type PdfDictionary = { type: 'dictionary'; entries: ReadonlyMap<string, PdfValue> };
/** `data` is still encoded. */
export type PdfStream = { type: 'stream'; entries: ReadonlyMap<string, PdfValue>; data: Uint8Array };

/** The structure of a file cannot be read without guessing; `expected` names what was looked for at `at`. */
export class PdfStructureError extends Error {
  readonly at: number;
  readonly expected: string;

  constructor(at: number, expected: string) {
    super(`${expected} expected at ${at}`);
    this.name = 'PdfStructureError';
    this.at = at;
    this.expected = expected;
  }
}

/** Refuses the structure. */
export function unreadable(at: number, expected: string): never {
  throw new PdfStructureError(at, expected);
}

/** True when both say the same: references by number, strings by their bytes, streams by dictionary and data. */
export function sameValue(left: PdfValue | undefined, right: PdfValue | undefined): boolean {
  if (left === undefined || right === undefined || left === right) return left === right;
  switch (left.type) {
    case 'null':
      return right.type === 'null';
    case 'boolean':
    case 'number':
    case 'name':
      return right.type === left.type && right.value === left.value;
    case 'string':
      return right.type === 'string' && sameBytes(left.bytes, right.bytes);
    case 'ref':
      return right.type === 'ref' && right.number === left.number && right.generation === left.generation;
    case 'array':
      return (
        right.type === 'array' &&
        right.items.length === left.items.length &&
        left.items.every((item, i) => sameValue(item, right.items[i]))
      );
    case 'dictionary':
      return right.type === 'dictionary' && sameEntries(left.entries, right.entries);
    case 'stream':
      return (
        right.type === 'stream' &&
        sameBytes(left.data, right.data) &&
        sameEntries(left.entries, right.entries)
      );
  }
}

const sameEntries = (left: PdfDictionary['entries'], right: PdfDictionary['entries']): boolean =>
  left.size === right.size && [...left].every(([key, value]) => sameValue(value, right.get(key)));

/** A text string in Unicode: UTF-16BE or UTF-8 by its mark, else as Latin-1 (equal to PDFDocEncoding for letters). */
export function pdfText(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2));
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return new TextDecoder().decode(bytes.subarray(3));
  return new TextDecoder('latin1').decode(bytes);
}
