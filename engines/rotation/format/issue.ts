/** One thing wrong with an input: where (JSON pointer, RFC 6901), which rule (code), and what was expected (params). */
export type Issue = { pointer: string; code: string; params: Record<string, unknown> };

/** Writes a path as JSON pointer (RFC 6901): `pointerTo('units', 0, 'id')` is `/units/0/id`. */
export function pointerTo(...path: readonly (string | number | symbol)[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
