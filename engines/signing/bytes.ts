/** True when both hold the same bytes. Not for secrets: stops at the first difference. */
export function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && startsWith(left, right);
}

/** True when `whole` begins with all the bytes of `start`. */
export function startsWith(whole: Uint8Array, start: Uint8Array): boolean {
  // A plain loop: a call for each byte of a file takes twenty times as long.
  for (let at = 0; at < start.length; at += 1) if (whole[at] !== start[at]) return false;
  return true;
}

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** One byte string of several, in order. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The first place at or after `from` where `wanted` (ASCII) stands, else -1. */
export function indexOfText(bytes: Uint8Array, wanted: string, from = 0): number {
  const first = wanted.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    let matched = 1;
    while (matched < wanted.length && bytes[at + matched] === wanted.charCodeAt(matched)) matched += 1;
    if (matched === wanted.length) return at;
  }
  return -1;
}
