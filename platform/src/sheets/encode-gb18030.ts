/**
 * Text as GB18030 bytes, for programs that read nothing else. The platform decodes this encoding but has
 * no encoder, so the table is turned around once, at the first call. Source: GB 18030, as in the WHATWG
 * encoding standard. A lone surrogate becomes `?`.
 */
export function encodeGb18030(text: string): Uint8Array {
  table ??= buildTable();
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code > 0xffff) bytes.push(...fourBytes(supplementaryStart + code - 0x10000));
    else {
      const known = table[code];
      if (known === undefined || known === 0) bytes.push(63);
      else if (known < 0x10000) bytes.push(known >> 8, known & 0xff);
      else bytes.push(...fourBytes(known - 0x10000));
    }
  }
  return Uint8Array.from(bytes);
}

/** Number of the four-byte sequence 90 30 81 30, which stands for U+10000. */
const supplementaryStart = 189_000;
/** Four-byte sequences for the basic plane. */
const basicFour = 39_420;
let table: Uint32Array | undefined;

/** For each code of the basic plane: its two bytes, or 0x10000 + the number of its four-byte sequence, or 0. */
function buildTable(): Uint32Array {
  const decoder = new TextDecoder('gb18030');
  const built = new Uint32Array(0x10000);
  const put = (bytes: readonly number[], value: number) => {
    const char = decoder.decode(Uint8Array.from(bytes));
    const code = char.charCodeAt(0);
    if (char.length === 1 && code >= 0x80 && code !== 0xfffd && built[code] === 0) built[code] = value;
  };
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) put([lead, trail], lead * 256 + trail);
  }
  for (let index = 0; index < basicFour; index += 1) put(fourBytes(index), 0x10000 + index);
  // U+FFFD is what a failed decoding gives, so it could not be told apart above.
  built[0xfffd] = 0x10000 + 39_417;
  return built;
}

function fourBytes(index: number): [number, number, number, number] {
  return [
    0x81 + Math.floor(index / 12_600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ];
}
