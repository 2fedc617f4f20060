/** Order of 16-bit digits of 32-bit keys: one stable counting pass. */
function countingPass(keys: Uint32Array, shift: number, from: Int32Array): Int32Array {
  const starts = new Int32Array(0x10001);
  for (let i = 0; i < keys.length; i++) starts[((keys[i]! >>> shift) & 0xffff) + 1]!++;
  for (let digit = 0; digit < 0x10000; digit++) starts[digit + 1]! += starts[digit]!;
  const into = new Int32Array(from.length);
  for (let i = 0; i < from.length; i++) into[starts[(keys[from[i]!]! >>> shift) & 0xffff]!++] = from[i]!;
  return into;
}

/**
 * Places 0 … n − 1 of numbers in [0, 1), the lowest first. Equal numbers: the one for which `winsTie(a, b)`
 * holds comes later, so that the order never depends on positions in the input.
 */
export function standingsOf(
  number: Float64Array,
  winsTie: (a: number, b: number) => boolean,
): { standing: Int32Array; byStanding: Int32Array } {
  const keys = new Uint32Array(number.length);
  for (let i = 0; i < keys.length; i++) keys[i] = Math.floor(number[i]! * 2 ** 32);
  const positions = Int32Array.from(keys, (_, i) => i);
  const byStanding = countingPass(keys, 16, countingPass(keys, 0, positions));
  for (let from = 0, to = 1; from < byStanding.length; from = to++) {
    while (to < byStanding.length && keys[byStanding[to]!] === keys[byStanding[from]!]) to++;
    if (to - from === 1) continue;
    byStanding
      .subarray(from, to)
      .sort((a, b) => number[a]! - number[b]! || (a === b ? 0 : winsTie(a, b) ? 1 : -1));
  }
  const standing = new Int32Array(number.length);
  for (let place = 0; place < byStanding.length; place++) standing[byStanding[place]!] = place;
  return { standing, byStanding };
}
