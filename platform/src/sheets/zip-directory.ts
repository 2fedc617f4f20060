import type { SheetLimits } from './sheet-limits.ts';
import { SheetRefusal } from './sheet-refusal.ts';

/** One member of a zip archive, as its central directory describes it. */
export type ZipEntry = {
  name: string;
  method: number;
  crc: number;
  packed: number;
  size: number;
  headerAt: number;
};

const directoryEnd = 0x06054b50;
const directoryEntry = 0x02014b50;
const ratioFloor = 16 * 1024 * 1024;
const damaged = (part: string) => new SheetRefusal('import.file-damaged', { part });

/**
 * Reads the directory of a zip archive without inflating anything and refuses bombs by what the
 * directory declares (inflating later enforces that the declaration was true).
 * Throws SheetRefusal `import.file-damaged | zip-entries | zip-size | zip-ratio | password-protected`.
 * Format: PKWARE APPNOTE 6.3.
 */
export function readZipDirectory(bytes: Buffer, limits: SheetLimits): Map<string, ZipEntry> {
  const end = findDirectoryEnd(bytes);
  const directory = locateDirectory(bytes, end);
  if (directory.count > limits.zipEntries) {
    throw new SheetRefusal('import.zip-entries', { count: directory.count, limit: limits.zipEntries });
  }
  const entries = new Map<string, ZipEntry>();
  let at = directory.at;
  let total = 0;
  for (let i = 0; i < directory.count; i += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directoryEntry) throw damaged('directory');
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const entry = readEntry(bytes, at, nameLength, extraLength);
    total += entry.size;
    refuseBomb(entry, total, limits);
    entries.set(entry.name, entry);
    at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function findDirectoryEnd(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65_535); at -= 1) {
    if (bytes.readUInt32LE(at) === directoryEnd) return at;
  }
  throw damaged('end');
}

function locateDirectory(bytes: Buffer, end: number): { at: number; count: number } {
  const count = bytes.readUInt16LE(end + 10);
  const at = bytes.readUInt32LE(end + 16);
  if (count !== 0xffff && at !== 0xffffffff) return { at, count };
  // ZIP64: a locator of 20 bytes stands right before the ordinary end record.
  if (end < 20 || bytes.readUInt32LE(end - 20) !== 0x07064b50) throw damaged('end');
  const record = Number(bytes.readBigUInt64LE(end - 12));
  if (record + 56 > bytes.length) throw damaged('end');
  return {
    at: Number(bytes.readBigUInt64LE(record + 48)),
    count: Number(bytes.readBigUInt64LE(record + 32)),
  };
}

function readEntry(bytes: Buffer, at: number, nameLength: number, extraLength: number): ZipEntry {
  const extraAt = at + 46 + nameLength;
  if (extraAt + extraLength > bytes.length) throw damaged('directory');
  if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw new SheetRefusal('import.password-protected');
  const entry = {
    name: bytes.toString('utf8', at + 46, extraAt),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    headerAt: bytes.readUInt32LE(at + 42),
  };
  readZip64Sizes(bytes, extraAt, extraAt + extraLength, entry);
  return entry;
}

/** Large members keep their true sizes in extra field 1, in this order, each only if its 32-bit field is full. */
function readZip64Sizes(bytes: Buffer, from: number, to: number, entry: ZipEntry): void {
  let at = from;
  while (at + 4 <= to) {
    const length = bytes.readUInt16LE(at + 2);
    if (bytes.readUInt16LE(at) === 1) {
      let field = at + 4;
      for (const key of ['size', 'packed', 'headerAt'] as const) {
        if (entry[key] !== 0xffffffff) continue;
        if (field + 8 > Math.min(to, at + 4 + length)) throw damaged('directory');
        entry[key] = Number(bytes.readBigUInt64LE(field));
        field += 8;
      }
    }
    at += 4 + length;
  }
}

function refuseBomb(entry: ZipEntry, total: number, limits: SheetLimits): void {
  if (total > limits.zipTotalBytes) {
    throw new SheetRefusal('import.zip-size', { bytes: total, limit: limits.zipTotalBytes });
  }
  const ratio = entry.size / Math.max(1, entry.packed);
  if (entry.size > ratioFloor && ratio > limits.zipRatio) {
    throw new SheetRefusal('import.zip-ratio', { ratio: Math.round(ratio), limit: limits.zipRatio });
  }
}
