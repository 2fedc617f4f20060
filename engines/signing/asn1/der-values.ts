import { contentOf, type Der, derTag, expectTag, malformed } from './der.ts';

/** An object identifier in dotted form. */
export function oidOf(node: Der | undefined): string {
  const content = contentOf(expectTag(node, derTag.oid));
  const arcs: number[] = [];
  let arc = 0;
  let fresh = true;
  for (const byte of content) {
    if (fresh && byte === 0x80) malformed(node?.start ?? -1, 'shortest arc');
    arc = arc * 128 + (byte & 0x7f);
    fresh = (byte & 0x80) === 0;
    if (fresh) {
      arcs.push(arc);
      arc = 0;
    }
  }
  const [first] = arcs;
  if (!fresh || first === undefined) return malformed(node?.start ?? -1, 'object identifier');
  const top = Math.min(2, Math.floor(first / 40));
  return [top, first - top * 40, ...arcs.slice(1)].join('.');
}

/** Content octets of an INTEGER in shortest form, two's complement. */
export function integerOf(node: Der | undefined): Uint8Array {
  const content = contentOf(expectTag(node, derTag.integer));
  const [first, second = 0] = content;
  const padded = content.length > 1 && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80));
  if (first === undefined || padded) malformed(node?.start ?? -1, 'shortest integer');
  return content;
}

/** A small non-negative INTEGER. */
export function smallIntegerOf(node: Der | undefined): number {
  const content = integerOf(node);
  if (content.length > 6 || (content[0] ?? 0) >= 0x80) malformed(node?.start ?? -1, 'small integer');
  return content.reduce((value, byte) => value * 256 + byte, 0);
}

/** The octets of a BIT STRING that has whole octets. */
export function wholeBitsOf(node: Der | undefined): Uint8Array {
  const content = contentOf(expectTag(node, derTag.bits));
  if (content[0] !== 0) malformed(node?.start ?? -1, 'bit string of whole octets');
  return content.subarray(1);
}

const decoders: Record<number, TextDecoder> = {
  [derTag.utf8]: new TextDecoder('utf-8', { fatal: true }),
  [derTag.printable]: new TextDecoder('utf-8', { fatal: true }),
  [derTag.ia5]: new TextDecoder('utf-8', { fatal: true }),
  [derTag.teletex]: new TextDecoder('latin1'),
  [derTag.bmp]: new TextDecoder('utf-16be', { fatal: true }),
};

/** A character string of the kinds that names use. */
export function textOf(node: Der): string {
  const decoder = decoders[node.tag] ?? malformed(node.start, 'character string');
  try {
    return decoder.decode(contentOf(node));
  } catch {
    return malformed(node.start, 'well-formed text');
  }
}

/** UTCTime or GeneralizedTime as X.509 and CMS allow them: UTC, with seconds, no offset. */
export function timeOf(node: Der): Date {
  const text = new TextDecoder('latin1').decode(contentOf(node));
  const long = node.tag === derTag.generalizedTime;
  const parts = (
    long ? /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/ : /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/
  ).exec(text);
  if (parts === null || (!long && node.tag !== derTag.utcTime)) return malformed(node.start, 'time');
  const [year = 0, month = 0, ...rest] = parts.slice(1).map(Number);
  const full = long ? year : year + (year < 50 ? 2000 : 1900);
  const time = new Date(Date.UTC(full, month - 1, ...rest));
  // Date.UTC lets the 31st of a short month run over; DER must not.
  if (time.getUTCMonth() !== month - 1) malformed(node.start, 'calendar time');
  return time;
}
