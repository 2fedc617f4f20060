import { EMPTY_HASH, hashed, type Word, wordOf } from '../market/word.ts';

/*
 * One function per token of JSON (RFC 8259). Each begins at `at`, passes over white space, and returns where its
 * token ends, or −1 when the token is not there. They hold no state, which lets the engine that runs them merge
 * them into one loop.
 */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const LETTER_E = 0x65;
const TENS = Float64Array.from({ length: 16 }, (_, power) => 10 ** power);
/**
 * A mantissa of so many digits and a power of ten are both exact doubles, so their quotient is rounded only
 * once.
 */
const EXACT_DIGITS = 15;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/;
const LONGEST_NUMBER = 400;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of some bytes, or undefined when they are not UTF-8. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether a word is sound UTF-8: a word that comes from {@link pastString} need not be. */
export function isUtf8(word: Word): boolean {
  const end = word.from + word.length;
  for (let i = word.from; i < end; i++) {
    if (word.bytes[i]! >= 0x80) return utf8Text(word.bytes.subarray(word.from, end)) !== undefined;
  }
  return true;
}

/** White space alone; never −1. A line feed is none: here it ends a value. */
export function pastSpace(source: Uint8Array, at: number): number {
  let to = at;
  let byte = source[to]!;
  while (byte <= 0x20 && (byte === 0x20 || byte === 0x09 || byte === 0x0d)) byte = source[++to]!;
  return to;
}

/** One byte, such as a bracket. */
export function pastByte(source: Uint8Array, at: number, byte: number): number {
  const to = pastSpace(source, at);
  return source[to] === byte ? to + 1 : -1;
}

/** Exactly these bytes. */
export function pastToken(source: Uint8Array, at: number, token: Uint8Array): number {
  const to = pastSpace(source, at);
  for (let i = 0; i < token.length; i++) if (source[to + i] !== token[i]) return -1;
  return to + token.length;
}

function stringText(bytes: Uint8Array): string | undefined {
  try {
    const text: unknown = JSON.parse(utf8Text(bytes) ?? '');
    return typeof text === 'string' && text.isWellFormed() ? text : undefined;
  } catch {
    return undefined;
  }
}

function pastEscapedString(source: Uint8Array, at: number, into: Word): number {
  let end = at + 1;
  while (end < source.length && source[end] !== QUOTE) end += source[end] === BACKSLASH ? 2 : 1;
  const text = stringText(source.subarray(at, end + 1));
  if (text === undefined) return -1;
  Object.assign(into, wordOf(text));
  return end + 1;
}

/** A string, put into a word. Bytes above 127 are taken as they are. */
export function pastString(source: Uint8Array, at: number, into: Word): number {
  const quote = pastSpace(source, at);
  if (source[quote] !== QUOTE) return -1;
  let hash = EMPTY_HASH;
  let to = quote + 1;
  let byte = source[to]!;
  while (byte !== QUOTE) {
    if (byte === BACKSLASH) return pastEscapedString(source, quote, into);
    // Past the end the byte is undefined, which fails the comparison too.
    if (!(byte >= 0x20)) return -1;
    hash = hashed(hash, byte);
    byte = source[++to]!;
  }
  into.bytes = source;
  into.from = quote + 1;
  into.length = to - quote - 1;
  into.hash = hash;
  return to + 1;
}

function pastAnyNumber(source: Uint8Array, at: number, into: Float64Array): number {
  const text = String.fromCharCode(...source.subarray(at, at + LONGEST_NUMBER));
  const found = NUMBER.exec(text)?.[0];
  if (found === undefined || found.length === LONGEST_NUMBER) return -1;
  const value = Number(found);
  if (!Number.isFinite(value)) return -1;
  into[0] = value;
  return at + found.length;
}

/** A finite number, put into the first element. */
export function pastNumber(source: Uint8Array, at: number, into: Float64Array): number {
  const from = pastSpace(source, at);
  const first = source[from] === MINUS ? from + 1 : from;
  let to = first;
  let mantissa = 0;
  let digit = source[to]! - ZERO;
  while (digit >= 0 && digit <= 9) {
    mantissa = mantissa * 10 + digit;
    digit = source[++to]! - ZERO;
  }
  const whole = to - first;
  let decimals = 0;
  if (digit === POINT - ZERO) {
    const point = to;
    digit = source[++to]! - ZERO;
    while (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      digit = source[++to]! - ZERO;
    }
    decimals = to - point - 1;
  }
  const isPlain = whole === 1 || (whole > 1 && source[first] !== ZERO);
  const hasExponent = ((digit + ZERO) | 0x20) === LETTER_E;
  const isUnfinished = source[to - 1] === POINT;
  if (!isPlain || hasExponent || isUnfinished || whole + decimals > EXACT_DIGITS) {
    return pastAnyNumber(source, from, into);
  }
  const value = decimals === 0 ? mantissa : mantissa / TENS[decimals]!;
  into[0] = first > from ? -value : value;
  return to;
}
