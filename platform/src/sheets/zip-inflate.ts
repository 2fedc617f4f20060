import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { SheetRefusal } from './sheet-refusal.ts';
import type { ZipEntry } from './zip-directory.ts';

const damaged = (entry: ZipEntry) => new SheetRefusal('import.file-damaged', { part: entry.name });
const chunkSize = 1024 * 1024;

/**
 * The contents of one member as UTF-8 text, in pieces of about a megabyte. Never yields more than the
 * directory declared; a wrong size or checksum throws SheetRefusal `import.file-damaged`.
 */
export async function* inflateText(bytes: Buffer, entry: ZipEntry): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  let size = 0;
  let crc = 0;
  for await (const chunk of inflate(bytes, entry)) {
    size += chunk.length;
    if (size > entry.size) throw damaged(entry);
    crc = crc32(chunk, crc);
    yield decoder.decode(chunk, { stream: true });
  }
  if (size !== entry.size || crc !== entry.crc) throw damaged(entry);
  yield decoder.decode();
}

/** Most that a part which is read in one piece may hold: tens of thousands of styles fit. */
const wholeBytes = 64 * 1024 * 1024;

/** The whole of a small member (workbook, styles) as text. */
export async function inflateWhole(bytes: Buffer, entry: ZipEntry): Promise<string> {
  if (entry.size > wholeBytes)
    throw new SheetRefusal('import.zip-size', { bytes: entry.size, limit: wholeBytes });
  const pieces: string[] = [];
  for await (const piece of inflateText(bytes, entry)) pieces.push(piece);
  return pieces.join('');
}

async function* inflate(bytes: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
  const at = entry.headerAt;
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== 0x04034b50) throw damaged(entry);
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (start + entry.packed > bytes.length) throw damaged(entry);
  const packed = bytes.subarray(start, start + entry.packed);
  if (entry.method === 0) {
    yield packed;
    return;
  }
  if (entry.method !== 8) throw new SheetRefusal('import.zip-method', { method: entry.method });
  const inflater = Readable.from([packed]).pipe(createInflateRaw({ chunkSize }));
  try {
    for await (const chunk of inflater) yield chunk;
  } catch {
    // zlib's own errors say nothing to an office worker; the member's name is what can be acted on.
    throw damaged(entry);
  } finally {
    inflater.destroy();
  }
}
