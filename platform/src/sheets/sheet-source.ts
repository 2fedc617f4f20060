import { open } from 'node:fs/promises';
import type { SheetLimits } from './sheet-limits.ts';
import { SheetRefusal } from './sheet-refusal.ts';

/** The file itself, or the path at which it lies. */
export type SheetSource = Uint8Array | string;

/** How the bytes of a file are to be read. */
export type SheetKind = 'xlsx' | 'text';

/**
 * Loads a file, size first. Throws SheetRefusal `import.file-too-large | file-empty | file-unreadable`.
 */
export async function loadSource(source: SheetSource, limits: SheetLimits): Promise<Buffer> {
  const bytes = typeof source === 'string' ? await loadPath(source, limits) : asBuffer(source);
  refuseTooLarge(bytes.length, limits);
  if (bytes.length === 0) throw new SheetRefusal('import.file-empty');
  return bytes;
}

async function loadPath(path: string, limits: SheetLimits): Promise<Buffer> {
  try {
    await using file = await open(path);
    const { size } = await file.stat();
    refuseTooLarge(size, limits);
    return await file.readFile();
  } catch (error) {
    if (error instanceof SheetRefusal) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new SheetRefusal('import.file-unreadable', { reason });
  }
}

function refuseTooLarge(size: number, limits: SheetLimits): void {
  if (size > limits.fileBytes) {
    throw new SheetRefusal('import.file-too-large', { bytes: size, limit: limits.fileBytes });
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const oleSignature = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * What a file is, by its first bytes rather than its name (an .xlsx renamed to .csv is still read). Throws
 * SheetRefusal `import.password-protected | old-excel-format | not-a-workbook | format-unknown`.
 */
export function sheetKind(fileName: string, bytes: Buffer): SheetKind {
  const extension = /\.([^.]*)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (bytes.subarray(0, 8).equals(oleSignature)) {
    if (bytes.includes(encryptedPackage)) throw new SheetRefusal('import.password-protected');
    throw new SheetRefusal('import.old-excel-format', { saveAs: '.xlsx' });
  }
  if (bytes.toString('latin1', 0, 4) === 'PK\u0003\u0004') return 'xlsx';
  // Many old systems "export to Excel" by giving a web page or a text the ending .xls.
  if (extension === 'xls') throw new SheetRefusal('import.old-excel-format', { saveAs: '.xlsx' });
  if (extension === 'xlsx' || extension === 'xlsm')
    throw new SheetRefusal('import.file-damaged', { part: 'start' });
  if (['csv', 'tsv', 'txt'].includes(extension)) return 'text';
  throw new SheetRefusal('import.format-unknown', { extension });
}
