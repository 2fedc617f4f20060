/** The round constants of FIPS 180-4 §4.2.2. */
const K = Int32Array.of(
  0x428a2f98,
  0x71374491,
  0xb5c0fbcf,
  0xe9b5dba5,
  0x3956c25b,
  0x59f111f1,
  0x923f82a4,
  0xab1c5ed5,
  0xd807aa98,
  0x12835b01,
  0x243185be,
  0x550c7dc3,
  0x72be5d74,
  0x80deb1fe,
  0x9bdc06a7,
  0xc19bf174,
  0xe49b69c1,
  0xefbe4786,
  0x0fc19dc6,
  0x240ca1cc,
  0x2de92c6f,
  0x4a7484aa,
  0x5cb0a9dc,
  0x76f988da,
  0x983e5152,
  0xa831c66d,
  0xb00327c8,
  0xbf597fc7,
  0xc6e00bf3,
  0xd5a79147,
  0x06ca6351,
  0x14292967,
  0x27b70a85,
  0x2e1b2138,
  0x4d2c6dfc,
  0x53380d13,
  0x650a7354,
  0x766a0abb,
  0x81c2c92e,
  0x92722c85,
  0xa2bfe8a1,
  0xa81a664b,
  0xc24b8b70,
  0xc76c51a3,
  0xd192e819,
  0xd6990624,
  0xf40e3585,
  0x106aa070,
  0x19a4c116,
  0x1e376c08,
  0x2748774c,
  0x34b0bcb5,
  0x391c0cb3,
  0x4ed8aa4a,
  0x5b9cca4f,
  0x682e6ff3,
  0x748f82ee,
  0x78a5636f,
  0x84c87814,
  0x8cc70208,
  0x90befffa,
  0xa4506ceb,
  0xbef9a3f7,
  0xc67178f2,
);
const START = Int32Array.of(
  0x6a09e667,
  0xbb67ae85,
  0x3c6ef372,
  0xa54ff53a,
  0x510e527f,
  0x9b05688c,
  0x1f83d9ab,
  0x5be0cd19,
);
const schedule = new Int32Array(64);

/** FIPS 180-4 §6.2.2: one block of 64 bytes into the state. */
function compress(state: Int32Array, bytes: Uint8Array, at: number): void {
  const w = schedule;
  for (let t = 0, i = at; t < 16; t++, i += 4) {
    w[t] = (bytes[i]! << 24) | (bytes[i + 1]! << 16) | (bytes[i + 2]! << 8) | bytes[i + 3]!;
  }
  for (let t = 16; t < 64; t++) {
    const x = w[t - 15]!;
    const y = w[t - 2]!;
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[t] = (w[t - 16]! + s0 + w[t - 7]! + s1) | 0;
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let t = 0; t < 64; t++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[t]! + w[t]!) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0]! += a;
  state[1]! += b;
  state[2]! += c;
  state[3]! += d;
  state[4]! += e;
  state[5]! += f;
  state[6]! += g;
  state[7]! += h;
}

/** SHA-256 of one prefix followed by many tails. */
export type PrefixHasher = {
  /** Where the tail's bytes go; at least `longest` bytes. */
  readonly tail: Uint8Array;
  /**
   * The digest of prefix and the first `length` bytes of `tail` as eight 32-bit words; overwritten by the
   * next call.
   */
  digest(length: number): Int32Array;
};

/**
 * Hashes `prefix` once and then any number of tails of at most `longest` bytes. Synchronous, unlike the
 * browser's own, because a draw takes a million of them.
 */
export function createPrefixHasher(prefix: Uint8Array, longest: number): PrefixHasher {
  const whole = prefix.length - (prefix.length % 64);
  const rest = prefix.length - whole;
  const middle = START.slice();
  for (let at = 0; at < whole; at += 64) compress(middle, prefix, at);
  const buffer = new Uint8Array((Math.ceil((rest + longest + 9) / 64) + 1) * 64);
  buffer.set(prefix.subarray(whole));
  const state = new Int32Array(8);
  return {
    tail: buffer.subarray(rest, rest + longest),
    digest(length) {
      const end = rest + length;
      const blocks = Math.ceil((end + 9) / 64);
      buffer.fill(0, end, blocks * 64);
      buffer[end] = 0x80;
      const bits = (whole + end) * 8;
      // Lengths stay far below 2^53 bits; the high word matters only above half a gigabyte.
      const view = new DataView(buffer.buffer);
      view.setUint32(blocks * 64 - 8, Math.floor(bits / 2 ** 32));
      view.setUint32(blocks * 64 - 4, bits >>> 0);
      state.set(middle);
      for (let block = 0; block < blocks; block++) compress(state, buffer, block * 64);
      return state;
    },
  };
}

/** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal. */
export function sha256Hex(text: string): string {
  const words = createPrefixHasher(new TextEncoder().encode(text), 0).digest(0);
  return Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
