import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive; its path is plain, with `/` between folders. */
export type ArchivedFile = { path: string; bytes: Uint8Array };

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Version 2.0 of the format; names in UTF-8. */
const [VERSION, UTF8, DEFLATE] = [20, 0x0800, 8];

/** Writes files into one ZIP archive (APPNOTE 6.3, no ZIP64: up to 65,535 files and 4 GB in all). */
export function writeZip(files: readonly ArchivedFile[], at: Date): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, bytes } of files) {
    const name = Buffer.from(path, 'utf8');
    const packed = deflateRawSync(bytes);
    const head = headOf(bytes, packed.length, name.length, at);
    const local = Buffer.alloc(4);
    local.writeUInt32LE(LOCAL);
    const central = Buffer.alloc(6);
    central.writeUInt32LE(CENTRAL);
    central.writeUInt16LE(VERSION, 4);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(central, head, place, name);
    parts.push(local, head, name, packed);
    offset += 4 + head.length + name.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, listed, end]));
}

/** What stands both before a file and in the directory, without the length of comments. */
function headOf(bytes: Uint8Array, packed: number, name: number, at: Date): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(VERSION, 0);
  head.writeUInt16LE(UTF8, 2);
  head.writeUInt16LE(DEFLATE, 4);
  head.writeUInt16LE((at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1), 6);
  head.writeUInt16LE(
    ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
    8,
  );
  head.writeUInt32LE(crc32(bytes), 10);
  head.writeUInt32LE(packed, 14);
  head.writeUInt32LE(bytes.length, 18);
  head.writeUInt16LE(name, 22);
  return head;
}
