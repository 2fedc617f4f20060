/**
 * A copy of `array` with room for at least `needed` numbers, the rest 0; at least doubled, so that growth is
 * rare.
 */
export function grownInt32(array: Int32Array, needed: number): Int32Array<ArrayBuffer> {
  const next = new Int32Array(Math.max(needed, array.length * 2));
  next.set(array);
  return next;
}

/** As {@link grownInt32}, for double precision numbers. */
export function grownFloat64(array: Float64Array, needed: number): Float64Array<ArrayBuffer> {
  const next = new Float64Array(Math.max(needed, array.length * 2));
  next.set(array);
  return next;
}

/** As {@link grownInt32}, for bytes. */
export function grownBytes(array: Uint8Array, needed: number): Uint8Array<ArrayBuffer> {
  const next = new Uint8Array(Math.max(needed, array.length * 2));
  next.set(array);
  return next;
}
