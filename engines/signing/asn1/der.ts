import { SigningError } from '../signing-error.ts';

/**
 * One element of a DER encoding (X.690): identifier octet, and where header and content lie in the buffer.
 * Reading is strict: definite and shortest lengths, low tag numbers, nothing left over.
 */
export type Der = { bytes: Uint8Array; tag: number; start: number; content: number; end: number };

/** Identifier octets used by X.509 and CMS. */
export const derTag = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8: 0x0c,
  printable: 0x13,
  teletex: 0x14,
  ia5: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmp: 0x1e,
  sequence: 0x30,
  set: 0x31,
  /** Context-specific, constructed. */
  context: (n: number) => 0xa0 + n,
  /** Context-specific, primitive. */
  contextPrimitive: (n: number) => 0x80 + n,
} as const;

/** Refuses with `der.malformed`. */
export function malformed(at: number, expected: string): never {
  throw new SigningError('der.malformed', { at, expected });
}

function lengthAt(bytes: Uint8Array, at: number): { length: number; next: number } {
  const first = bytes[at] ?? malformed(at, 'length');
  if (first < 0x80) return { length: first, next: at + 1 };
  const count = first & 0x7f;
  if (count === 0 || count > 4) malformed(at, 'definite length of at most four octets');
  let length = 0;
  for (let i = 1; i <= count; i += 1)
    length = length * 256 + (bytes[at + i] ?? malformed(at, 'length octet'));
  if (length < 0x80 || length < 256 ** (count - 1)) malformed(at, 'shortest length');
  return { length, next: at + 1 + count };
}

/** The element that starts at `start` and must end at or before `limit`. */
export function derAt(bytes: Uint8Array, start: number, limit = bytes.length): Der {
  const tag = bytes[start];
  if (start >= limit || tag === undefined || (tag & 0x1f) === 0x1f) malformed(start, 'element');
  const { length, next } = lengthAt(bytes, start + 1);
  if (next + length > limit) malformed(start, 'content within its parent');
  return { bytes, tag, start, content: next, end: next + length };
}

/** The one element that fills `bytes`. */
export function readDer(bytes: Uint8Array): Der {
  const node = derAt(bytes, 0);
  if (node.end !== bytes.length) malformed(node.end, 'end of data');
  return node;
}

/** The elements inside a constructed one, in order. */
export function childrenOf(node: Der, tag?: number): Der[] {
  if (tag !== undefined) expectTag(node, tag);
  if ((node.tag & 0x20) === 0) malformed(node.start, 'constructed element');
  const children: Der[] = [];
  for (let at = node.content; at < node.end; ) {
    const child = derAt(node.bytes, at, node.end);
    children.push(child);
    at = child.end;
  }
  return children;
}

/** The element itself, refused unless it has the tag. */
export function expectTag(node: Der | undefined, tag: number): Der {
  if (node === undefined) return malformed(-1, `element ${tag}`);
  return node.tag === tag ? node : malformed(node.start, `tag ${tag}`);
}

/** Header and content. */
export const wholeOf = (node: Der): Uint8Array => node.bytes.subarray(node.start, node.end);

/** Content only. */
export const contentOf = (node: Der): Uint8Array => node.bytes.subarray(node.content, node.end);
