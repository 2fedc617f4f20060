import { indexOfText } from '../bytes.ts';
import { type Cursor, expectWord, readCount, readValue, readWord, skipSpace } from './reader.ts';
import { type PdfValue, unreadable } from './values.ts';

/** An object with its number, and the place where it begins and ends. */
export type Indirect = { number: number; generation: number; value: PdfValue; start: number; end: number };

/** Resolves a stream's length when it stands in another object. */
export type LengthOf = (number: number) => number;

const noLengths: LengthOf = () => unreadable(0, 'length inside the stream’s own dictionary');

/** Reads `n g obj … endobj` at exactly this place. */
export function readIndirect(bytes: Uint8Array, offset: number, lengthOf: LengthOf = noLengths): Indirect {
  const cursor: Cursor = { bytes, at: offset };
  const number = readCount(cursor);
  const generation = readCount(cursor);
  expectWord(cursor, 'obj');
  const value = readValue(cursor);
  skipSpace(cursor);
  const at = cursor.at;
  const word = readWord(cursor);
  if (word === 'endobj') return { number, generation, value, start: offset, end: cursor.at };
  if (word !== 'stream' || value.type !== 'dictionary') return unreadable(at, 'endobj');
  if (bytes[cursor.at] === 0x0d) cursor.at += 1;
  if (bytes[cursor.at] !== 0x0a) unreadable(cursor.at, 'line end');
  const start = cursor.at + 1;
  const declared = value.entries.get('Length');
  const length =
    declared?.type === 'ref' ? lengthOf(declared.number) : declared?.type === 'number' ? declared.value : -1;
  if (length < 0 || indexOfText(bytes.subarray(start + length, start + length + 12), 'endstream') === -1)
    unreadable(start, 'stream of its declared length');
  cursor.at = start + length;
  expectWord(cursor, 'endstream');
  expectWord(cursor, 'endobj');
  const data = bytes.subarray(start, start + length);
  return {
    number,
    generation,
    value: { type: 'stream', entries: value.entries, data },
    start: offset,
    end: cursor.at,
  };
}
