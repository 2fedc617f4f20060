import { isUtf8 } from 'node:buffer';
import { SheetRefusal } from './sheet-refusal.ts';

/** Encodings in which office programs of the region save text. */
export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const pieceBytes = 256 * 1024;

/**
 * Which encoding a text file is in: by its byte order mark, else UTF-8 if every byte fits, else GB18030
 * (the superset of GBK and GB2312). A UTF-8 text cut in the middle of its last character is
 * `import.file-damaged`, as GB18030 would read it as nonsense; zero bytes are `import.encoding-unknown`.
 */
export function detectEncoding(bytes: Buffer): TextEncodingName {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.includes(0)) throw new SheetRefusal('import.encoding-unknown');
  if (isUtf8(bytes)) return 'utf-8';
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  for (const cut of [1, 2, 3]) {
    const whole = bytes.subarray(0, Math.max(0, bytes.length - cut));
    const isAscii = !whole.some((byte) => byte > 127);
    if (isUtf8(whole) && !isAscii) throw new SheetRefusal('import.file-damaged', { part: 'end' });
  }
  if (hasMark) throw new SheetRefusal('import.encoding-unknown');
  return 'gb18030';
}

/** The text in pieces, without its byte order mark. Throws `import.encoding-unknown` at a byte that cannot be. */
export function* decodePieces(bytes: Buffer, encoding: TextEncodingName): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      yield decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new SheetRefusal('import.encoding-unknown');
    throw error;
  }
}
