const LINE_FEED = 0x0a;
const encoder = new TextEncoder();

/** Takes pieces of text or UTF-8 bytes, cut anywhere, and hands over whole lines without their line feed. */
export type LineCutter = {
  push(piece: string | Uint8Array): void;
  /** Hands over what is left after the last line feed, when there is something. */
  end(): void;
};

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}

/** Calls `take(bytes, from, to)` for every line; `bytes` may hold more than the line and is only lent. */
export function createLineCutter(take: (bytes: Uint8Array, from: number, to: number) => void): LineCutter {
  let carry: Uint8Array = new Uint8Array(0);
  // A piece of text may end between the halves of a surrogate pair, which have bytes only together.
  let half = '';

  const bytesOf = (piece: string | Uint8Array): Uint8Array => {
    // Node's buffers are another class, and one class keeps the scanner fast.
    if (typeof piece !== 'string') return new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength);
    const text = half + piece;
    const last = text.charCodeAt(text.length - 1);
    const cut = last >= 0xd800 && last < 0xdc00 ? text.length - 1 : text.length;
    half = text.slice(cut);
    return encoder.encode(cut < text.length ? text.slice(0, cut) : text);
  };

  return {
    push(piece) {
      const bytes = bytesOf(piece);
      let from = 0;
      let to = bytes.indexOf(LINE_FEED);
      if (to >= 0 && carry.length > 0) {
        const line = joined(carry, bytes.subarray(0, to));
        carry = new Uint8Array(0);
        take(line, 0, line.length);
        from = to + 1;
        to = bytes.indexOf(LINE_FEED, from);
      }
      for (; to >= 0; to = bytes.indexOf(LINE_FEED, from)) {
        take(bytes, from, to);
        from = to + 1;
      }
      if (from < bytes.length) carry = joined(carry, bytes.subarray(from));
    },
    end() {
      const line = half === '' ? carry : joined(carry, encoder.encode(half));
      carry = new Uint8Array(0);
      half = '';
      if (line.length > 0) take(line, 0, line.length);
    },
  };
}
