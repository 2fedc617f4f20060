/** A repeatable source of numbers: equal seeds give equal streams on every machine. */
export type Random = {
  /** Uniform in [0, 1). */
  real(): number;
  /** Uniform integer in [0, limit). */
  below(limit: number): number;
  /** The same elements in a random order; the argument is left alone. */
  shuffled<T>(elements: readonly T[]): T[];
};

/** Makes the stream of a seed: 32-bit state from an FNV-1a hash, stepped as in Steele's SplitMix. */
export function randomFrom(seed: string): Random {
  let state = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193);
  const real = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let z = state ^ (state >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) / 0x1_0000_0000;
  };
  const below = (limit: number): number => Math.floor(real() * limit);
  const shuffled = <T>(elements: readonly T[]): T[] => {
    const copy = [...elements];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = below(i + 1);
      const swap = copy[i]!;
      copy[i] = copy[j]!;
      copy[j] = swap;
    }
    return copy;
  };
  return { real, below, shuffled };
}
