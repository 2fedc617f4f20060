import type { IdTable } from '../market/id-table.ts';
import { type Solved, summaryOf } from './result.ts';

const PIECE = 1 << 16;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** UTF-8 bytes that become one piece of text: decoding once per piece is far cheaper than a string per id. */
function createPiece() {
  let bytes = new Uint8Array(PIECE * 2);
  let length = 0;
  const makeRoom = (more: number): void => {
    if (length + more <= bytes.length) return;
    const next = new Uint8Array((length + more) * 2);
    next.set(bytes);
    bytes = next;
  };
  const put = (part: Uint8Array): void => {
    makeRoom(part.length);
    for (let i = 0; i < part.length; i++) bytes[length++] = part[i]!;
  };
  return {
    isFull: () => length >= PIECE,
    put,
    /** An id as a JSON string. */
    putId(ids: IdTable, index: number): void {
      makeRoom(ids.length(index) + 2);
      const end = ids.copy(index, bytes, length + 1);
      for (let i = length + 1; i < end; i++) {
        const byte = bytes[i]!;
        if (byte >= 0x20 && byte !== QUOTE && byte !== BACKSLASH) continue;
        put(encoder.encode(JSON.stringify(ids.text(index))));
        return;
      }
      bytes[length] = QUOTE;
      bytes[end] = QUOTE;
      length = end + 1;
    },
    take(): string {
      const text = decoder.decode(bytes.subarray(0, length));
      length = 0;
      return text;
    },
  };
}

/**
 * The result as JSON text in pieces of some 64 thousand characters, one assignment a line; see `resultOf`.
 */
export function* writeResult(solved: Solved): Generator<string, void> {
  const { market, outcome } = solved;
  yield `${JSON.stringify(summaryOf(solved)).slice(0, -1)},"assignments":[`;
  const seats = Array.from({ length: market.seats }, (_, seat) =>
    encoder.encode(`,"seat":${JSON.stringify(market.placeIds.text(seat))},"choice":`),
  );
  const beginnings = ['\n{"applicant":', ',\n{"applicant":'].map((text) => encoder.encode(text));
  const ends: Uint8Array[] = [];
  const piece = createPiece();
  let beginning = beginnings[0]!;
  for (let applicant = 0; applicant < market.applicants; applicant++) {
    const choice = outcome.held[applicant]!;
    if (choice < 0) continue;
    const rank = choice - market.start[applicant]! + 1;
    ends[rank] ??= encoder.encode(`${rank}}`);
    piece.put(beginning);
    piece.putId(market.applicantIds, applicant);
    piece.put(seats[market.seat[choice]!]!);
    piece.put(ends[rank]);
    beginning = beginnings[1]!;
    if (piece.isFull()) yield piece.take();
  }
  yield `${piece.take()}\n]}\n`;
}
