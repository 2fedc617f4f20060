import { type PdfValue, unreadable } from './values.ts';

const whitespace = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);
const delimiters = new Set([...'()<>[]{}/%'].map((sign) => sign.charCodeAt(0)));
const oneByteText = new TextDecoder('latin1');
const code = (sign: string): number => sign.charCodeAt(0);

/** A place in a file that moves forward while values are read. */
export type Cursor = { readonly bytes: Uint8Array; at: number };

/** Moves over white space and comments. */
export function skipSpace(cursor: Cursor): void {
  for (;;) {
    const byte = cursor.bytes[cursor.at];
    if (byte === code('%')) {
      while (cursor.at < cursor.bytes.length && ![0x0a, 0x0d].includes(cursor.bytes[cursor.at] ?? 0x0a))
        cursor.at += 1;
    } else if (byte !== undefined && whitespace.has(byte)) cursor.at += 1;
    else return;
  }
}

/** Reads letters, digits and signs up to the next delimiter; may be empty. */
export function readWord(cursor: Cursor): string {
  const start = cursor.at;
  for (;;) {
    const byte = cursor.bytes[cursor.at];
    if (byte === undefined || whitespace.has(byte) || delimiters.has(byte)) break;
    cursor.at += 1;
  }
  return oneByteText.decode(cursor.bytes.subarray(start, cursor.at));
}

/** Reads exactly this word. */
export function expectWord(cursor: Cursor, word: string): void {
  skipSpace(cursor);
  const at = cursor.at;
  if (readWord(cursor) !== word) unreadable(at, word);
}

/** Reads a whole number of at least zero. */
export function readCount(cursor: Cursor): number {
  skipSpace(cursor);
  const at = cursor.at;
  const word = readWord(cursor);
  return /^\d{1,10}$/.test(word) ? Number(word) : unreadable(at, 'whole number');
}

function readName(cursor: Cursor): PdfValue {
  cursor.at += 1;
  const at = cursor.at;
  const word = readWord(cursor);
  if (/#(?![0-9A-Fa-f]{2})/.test(word)) unreadable(at, 'name');
  const value = word.replace(/#([0-9A-Fa-f]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return { type: 'name', value };
}

const hexDigit = (byte: number): number => {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
};

function readHexString(cursor: Cursor): PdfValue {
  const start = cursor.at;
  const digits: number[] = [];
  for (cursor.at += 1; ; cursor.at += 1) {
    const byte = cursor.bytes[cursor.at] ?? unreadable(cursor.at, '>');
    if (byte === code('>')) break;
    if (whitespace.has(byte)) continue;
    const digit = hexDigit(byte);
    digits.push(digit >= 0 ? digit : unreadable(cursor.at, 'hexadecimal digit'));
  }
  cursor.at += 1;
  if (digits.length % 2 === 1) digits.push(0);
  const bytes = Uint8Array.from(
    { length: digits.length / 2 },
    (_, i) => (digits[2 * i] ?? 0) * 16 + (digits[2 * i + 1] ?? 0),
  );
  return { type: 'string', bytes, isHex: true, start, end: cursor.at };
}

const escapes: Record<string, number> = { n: 0x0a, r: 0x0d, t: 0x09, b: 0x08, f: 0x0c };

// After a backslash: the byte it stands for, or none for a folded line.
function readEscape(cursor: Cursor): number | null {
  const byte = cursor.bytes[cursor.at] ?? unreadable(cursor.at, 'escape');
  cursor.at += 1;
  if (byte === 0x0a) return null;
  if (byte === 0x0d) {
    if (cursor.bytes[cursor.at] === 0x0a) cursor.at += 1;
    return null;
  }
  if (byte < 0x30 || byte > 0x37) return escapes[String.fromCharCode(byte)] ?? byte;
  let value = byte - 0x30;
  for (let i = 0; i < 2; i += 1) {
    const digit = (cursor.bytes[cursor.at] ?? 0) - 0x30;
    if (digit < 0 || digit > 7) break;
    value = value * 8 + digit;
    cursor.at += 1;
  }
  return value & 0xff;
}

function readLiteralString(cursor: Cursor): PdfValue {
  const start = cursor.at;
  const bytes: number[] = [];
  let depth = 1;
  for (cursor.at += 1; depth > 0; ) {
    const byte = cursor.bytes[cursor.at] ?? unreadable(cursor.at, ')');
    cursor.at += 1;
    if (byte === code('\\')) {
      const meant = readEscape(cursor);
      if (meant !== null) bytes.push(meant);
      continue;
    }
    if (byte === code('(')) depth += 1;
    if (byte === code(')')) depth -= 1;
    if (depth > 0) bytes.push(byte);
  }
  return { type: 'string', bytes: Uint8Array.from(bytes), isHex: false, start, end: cursor.at };
}

function readEntries(cursor: Cursor, depth: number): Map<string, PdfValue> {
  const entries = new Map<string, PdfValue>();
  for (cursor.at += 2; ; ) {
    skipSpace(cursor);
    if (cursor.bytes[cursor.at] === code('>') && cursor.bytes[cursor.at + 1] === code('>')) break;
    const at = cursor.at;
    const key = cursor.bytes[at] === code('/') ? readName(cursor) : unreadable(at, 'key');
    // Readers disagree on which of two equal keys counts: a file that has both is not read at all.
    if (key.type !== 'name' || entries.has(key.value)) return unreadable(at, 'key that stands once');
    entries.set(key.value, readValue(cursor, depth + 1));
  }
  cursor.at += 2;
  return entries;
}

function readArray(cursor: Cursor, depth: number): PdfValue {
  const items: PdfValue[] = [];
  for (cursor.at += 1; ; ) {
    skipSpace(cursor);
    if (cursor.bytes[cursor.at] === code(']')) break;
    items.push(readValue(cursor, depth + 1));
  }
  cursor.at += 1;
  return { type: 'array', items };
}

function readNumberOrRef(cursor: Cursor): PdfValue {
  const at = cursor.at;
  const word = readWord(cursor);
  if (word === 'true' || word === 'false') return { type: 'boolean', value: word === 'true' };
  if (word === 'null') return { type: 'null' };
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) unreadable(at, 'value');
  const after = cursor.at;
  if (/^\d+$/.test(word)) {
    skipSpace(cursor);
    const generation = readWord(cursor);
    skipSpace(cursor);
    if (/^\d+$/.test(generation) && readWord(cursor) === 'R')
      return { type: 'ref', number: Number(word), generation: Number(generation) };
    cursor.at = after;
  }
  return { type: 'number', value: Number(word) };
}

/** Reads one value at the cursor; refuses what is not well-formed, duplicate keys and nesting beyond 100. */
export function readValue(cursor: Cursor, depth = 0): PdfValue {
  if (depth > 100) unreadable(cursor.at, 'less nesting');
  skipSpace(cursor);
  const byte = cursor.bytes[cursor.at];
  switch (byte) {
    case code('/'):
      return readName(cursor);
    case code('('):
      return readLiteralString(cursor);
    case code('['):
      return readArray(cursor, depth);
    case code('<'):
      if (cursor.bytes[cursor.at + 1] !== code('<')) return readHexString(cursor);
      return { type: 'dictionary', entries: readEntries(cursor, depth) };
    default:
      return readNumberOrRef(cursor);
  }
}
