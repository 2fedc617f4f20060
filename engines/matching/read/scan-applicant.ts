import { grownUint16 } from '../market/growing.ts';
import { type Word, wordOf } from '../market/id-table.ts';
import type { MarketBuilder } from '../market/market-builder.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const LETTER_E = 0x45;
const TENS = Float64Array.from({ length: 16 }, (_, power) => 10 ** power);
/** A mantissa of so many digits and a power of ten are both exact doubles, so their quotient is rounded once. */
const EXACT_DIGITS = 15;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPED = new Map(
  [...'"\\/bfnrt'].map((sign, i) => [sign.charCodeAt(0), '"\\/\b\f\n\r\t'.charCodeAt(i)]),
);

/** A place in a text that moves over JSON tokens. Every reader answers false, or NaN, when its token is not there. */
export type Scanner = {
  begin(text: string, from: number): void;
  /** Moves over white space. */
  at(): number;
  /** Moves over white space and then exactly these characters. */
  eat(token: string): boolean;
  string(into: Word): boolean;
  number(): number;
};

/** A scanner of the JSON grammar (RFC 8259) for numbers and strings; line breaks end every string. */
export function createScanner(): Scanner {
  let text = '';
  let at = 0;

  const space = (): void => {
    let code = text.charCodeAt(at);
    while (code === 0x20 || code === 0x09 || code === 0x0d) code = text.charCodeAt(++at);
  };

  const escaped = (): number => {
    const sign = text.charCodeAt(at++);
    if (sign !== 0x75) return ESCAPED.get(sign) ?? -1;
    const digits = text.slice(at, at + 4);
    at += 4;
    return /^[\da-fA-F]{4}$/.test(digits) ? Number.parseInt(digits, 16) : -1;
  };

  const string = (into: Word): boolean => {
    space();
    if (text.charCodeAt(at) !== QUOTE) return false;
    at++;
    let length = 0;
    for (;;) {
      let code = text.charCodeAt(at++);
      if (code === QUOTE) break;
      if (code === BACKSLASH) code = escaped();
      // NaN, past the end, fails the comparison too.
      else if (!(code >= 0x20)) return false;
      if (code < 0) return false;
      if (length === into.units.length) into.units = grownUint16(into.units, length + 1);
      into.units[length++] = code;
    }
    into.length = length;
    return true;
  };

  const anyNumber = (from: number): number => {
    NUMBER.lastIndex = from;
    const found = NUMBER.exec(text);
    if (!found) return Number.NaN;
    at = from + found[0].length;
    const value = Number(found[0]);
    return Number.isFinite(value) ? value : Number.NaN;
  };

  const number = (): number => {
    space();
    const from = at;
    const negative = text.charCodeAt(at) === MINUS;
    if (negative) at++;
    const first = at;
    let mantissa = 0;
    let digit = text.charCodeAt(at) - ZERO;
    while (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      digit = text.charCodeAt(++at) - ZERO;
    }
    const whole = at - first;
    if (whole === 0 || (whole > 1 && text.charCodeAt(first) === ZERO)) return Number.NaN;
    let decimals = 0;
    if (digit + ZERO === POINT) {
      digit = text.charCodeAt(++at) - ZERO;
      while (digit >= 0 && digit <= 9) {
        mantissa = mantissa * 10 + digit;
        decimals++;
        digit = text.charCodeAt(++at) - ZERO;
      }
      if (decimals === 0) return Number.NaN;
    }
    // Upper and lower case E differ in one bit.
    if (((digit + ZERO) & ~0x20) === LETTER_E || whole + decimals > EXACT_DIGITS) return anyNumber(from);
    const value = decimals === 0 ? mantissa : mantissa / TENS[decimals]!;
    return negative ? -value : value;
  };

  return {
    begin(source, from) {
      text = source;
      at = from;
    },
    at() {
      space();
      return at;
    },
    eat(token) {
      space();
      for (let i = 0; i < token.length; i++)
        if (text.charCodeAt(at + i) !== token.charCodeAt(i)) return false;
      at += token.length;
      return true;
    },
    string,
    number,
  };
}

/**
 * The fast way for one line `{"id": …, "choices": [{"seat": …, "score": …}, …]}`, fields in any order, any white
 * space. Adds the applicant and answers true; for anything else adds nothing and answers false, and the thorough
 * way says what is wrong, or that nothing is.
 */
export function createApplicantScanner(
  builder: MarketBuilder,
): (text: string, from: number, to: number) => boolean {
  const scanner = createScanner();
  const { eat, string, number } = scanner;
  const id = wordOf('');
  const seat = wordOf('');

  const choice = (): boolean => {
    if (!eat('{')) return false;
    let score = Number.NaN;
    let hasSeat = false;
    do {
      if (!hasSeat && eat('"seat"')) {
        if (!eat(':') || !string(seat)) return false;
        hasSeat = true;
      } else if (Number.isNaN(score) && eat('"score"')) {
        if (!eat(':')) return false;
        score = number();
        if (Number.isNaN(score)) return false;
      } else return false;
    } while (eat(','));
    return eat('}') && hasSeat && !Number.isNaN(score) && builder.choose(seat, score);
  };

  const choices = (): boolean => {
    if (!eat('[')) return false;
    if (eat(']')) return true;
    do {
      if (!choice()) return false;
    } while (eat(','));
    return eat(']');
  };

  const applicant = (): boolean => {
    if (!eat('{')) return false;
    let hasId = false;
    let hasChoices = false;
    do {
      if (!hasId && eat('"id"')) {
        if (!eat(':') || !string(id) || id.length === 0) return false;
        hasId = true;
      } else if (!hasChoices && eat('"choices"')) {
        if (!eat(':') || !choices()) return false;
        hasChoices = true;
      } else return false;
    } while (eat(','));
    return eat('}') && hasId && hasChoices;
  };

  return (text, from, to) => {
    scanner.begin(text, from);
    if (applicant() && scanner.at() === to) return builder.commit(id);
    builder.drop();
    return false;
  };
}
