const LANE_MULTIPLIERS = [0x01000193, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f] as const;

// Finaliser of MurmurHash3 (A. Appleby, public domain): spreads every input bit over all 32.
function spread(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** 128-bit state for a text: four lanes of an xor-multiply hash over its UTF-16 units, never all zero. */
export function stateOf(text: string): Int32Array {
  const state = new Int32Array(4);
  for (const [lane, multiplier] of LANE_MULTIPLIERS.entries()) {
    let h = 0x811c9dc5 ^ Math.imul(lane + 1, 0x9e3779b9);
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), multiplier);
    state[lane] = spread(h);
  }
  if (state.every((word) => word === 0)) state[0] = 1;
  return state;
}

/**
 * Fills `out` with xoshiro128** output (D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators",
 * ACM TOMS 47, 2021) as numbers strictly between 0 and 1 on a grid of 2^-32. `state` is left untouched.
 */
export function fillUniforms(out: Float64Array, state: Int32Array): void {
  let s0 = state[0]!;
  let s1 = state[1]!;
  let s2 = state[2]!;
  let s3 = state[3]!;
  for (let i = 0; i < out.length; i++) {
    const five = Math.imul(s1, 5);
    const word = Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
    out[i] = (word + 0.5) / 4294967296;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);
  }
}

/**
 * Fills `out` with the random numbers that belong to one address (seed, then what they decide, for whom, when).
 * Each address has its own stream, so a change elsewhere in the plan leaves these numbers as they were: scenarios
 * are compared under the same luck (common random numbers).
 */
export function fillAddressed(out: Float64Array, seed: string, ...address: (string | number)[]): void {
  fillUniforms(out, stateOf(JSON.stringify([seed, ...address])));
}
