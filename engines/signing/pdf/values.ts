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

/** True when both say the same: references by number, streams by dictionary and data. */
export function sameValue(left: PdfValue | undefined, right: PdfValue | undefined): boolean {
  return left === right || (left !== undefined && right !== undefined && print(left) === print(right));
}

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

function print(value: PdfValue): string {
  switch (value.type) {
    case 'null':
      return 'null';
    case 'boolean':
    case 'number':
      return String(value.value);
    case 'name':
      return `/${JSON.stringify(value.value)}`;
    case 'string':
      return `<${hex(value.bytes)}>`;
    case 'ref':
      return `${value.number} ${value.generation} R`;
    case 'array':
      return `[${value.items.map(print).join(' ')}]`;
    case 'dictionary':
      return printEntries(value.entries);
    case 'stream':
      return `${printEntries(value.entries)}stream${hex(value.data)}`;
  }
}

function printEntries(entries: ReadonlyMap<string, PdfValue>): string {
  const keys = [...entries.keys()].sort();
  return `<<${keys.map((key) => `/${JSON.stringify(key)} ${print(entries.get(key) ?? { type: 'null' })}`).join(' ')}>>`;
}

/** A text string in Unicode: UTF-16BE or UTF-8 by its mark, else as Latin-1 (equal to PDFDocEncoding for letters). */
export function pdfText(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2));
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return new TextDecoder().decode(bytes.subarray(3));
  return new TextDecoder('latin1').decode(bytes);
}
