import type { MarketBuilder } from '../market/market-builder.ts';
import { type Word, wordOf } from '../market/word.ts';
import { isUtf8, pastByte, pastNumber, pastSpace, pastString, pastToken } from './json-tokens.ts';

const OPEN = 0x7b;
const CLOSE = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const COMMA = 0x2c;
const COLON = 0x3a;
const ID = wordOf('"id"').bytes;
const CHOICES = wordOf('"choices"').bytes;
const SEAT = wordOf('"seat"').bytes;
const SCORE = wordOf('"score"').bytes;

/** A field's name and colon. */
function pastName(source: Uint8Array, at: number, name: Uint8Array): number {
  const to = pastToken(source, at, name);
  return to < 0 ? -1 : pastByte(source, to, COLON);
}

/** `{"seat": …, "score": …}` in either order. */
function pastChoice(source: Uint8Array, from: number, seat: Word, score: Float64Array): number {
  let at = pastByte(source, from, OPEN);
  if (at < 0) return -1;
  const first = pastName(source, at, SEAT);
  if (first >= 0) {
    at = pastString(source, first, seat);
    if (at >= 0) at = pastByte(source, at, COMMA);
    if (at >= 0) at = pastName(source, at, SCORE);
    if (at >= 0) at = pastNumber(source, at, score);
  } else {
    at = pastName(source, at, SCORE);
    if (at >= 0) at = pastNumber(source, at, score);
    if (at >= 0) at = pastByte(source, at, COMMA);
    if (at >= 0) at = pastName(source, at, SEAT);
    if (at >= 0) at = pastString(source, at, seat);
  }
  return at < 0 ? -1 : pastByte(source, at, CLOSE);
}

/** Reads the line between two positions; false when nothing was added. */
export type ApplicantScanner = (bytes: Uint8Array, from: number, to: number) => boolean;

/**
 * The fast way for one line `{"id": …, "choices": [{"seat": …, "score": …}, …]}`, fields in any order, any
 * white space. Adds the applicant and answers true; for anything else adds nothing and answers false, and the
 * thorough way says what is wrong, or that nothing is.
 */
export function createApplicantScanner(builder: MarketBuilder): ApplicantScanner {
  const id = wordOf('');
  const seat = wordOf('');
  const score = new Float64Array(1);

  const pastChoices = (source: Uint8Array, from: number): number => {
    let at = pastByte(source, from, OPEN_LIST);
    if (at < 0) return -1;
    const empty = pastByte(source, at, CLOSE_LIST);
    if (empty >= 0) return empty;
    for (;;) {
      at = pastChoice(source, at, seat, score);
      if (at < 0 || !builder.choose(seat, score[0]!)) return -1;
      const next = pastByte(source, at, COMMA);
      if (next < 0) return pastByte(source, at, CLOSE_LIST);
      at = next;
    }
  };

  const pastApplicant = (source: Uint8Array, from: number): number => {
    let at = pastByte(source, from, OPEN);
    if (at < 0) return -1;
    const first = pastName(source, at, ID);
    if (first >= 0) {
      at = pastString(source, first, id);
      if (at >= 0) at = pastByte(source, at, COMMA);
      if (at >= 0) at = pastName(source, at, CHOICES);
      if (at >= 0) at = pastChoices(source, at);
    } else {
      at = pastName(source, at, CHOICES);
      if (at >= 0) at = pastChoices(source, at);
      if (at >= 0) at = pastByte(source, at, COMMA);
      if (at >= 0) at = pastName(source, at, ID);
      if (at >= 0) at = pastString(source, at, id);
    }
    return at < 0 ? -1 : pastByte(source, at, CLOSE);
  };

  return (source, from, to) => {
    const end = pastApplicant(source, from);
    const isWhole = end >= 0 && pastSpace(source, end) === to;
    if (isWhole && id.length > 0 && isUtf8(id)) return builder.commit(id);
    builder.drop();
    return false;
  };
}
