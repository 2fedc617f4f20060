/** What the bytes of a picture say of themselves. */
export type PictureFacts = {
  mediaType: 'image/jpeg' | 'image/png';
  /** In pixels, as the file has them (a camera's rotation is not applied). */
  width: number;
  height: number;
  /** The camera's data (model, time, settings) or an editor's are inside. */
  hasCameraData: boolean;
  /** Coordinates of the place are inside. */
  hasLocation: boolean;
};

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Ancillary PNG chunks that carry what somebody wrote into the file rather than how it looks. */
const pngWritten = new Set(['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME']);

/** Reads a JPEG or PNG by its bytes, whatever it is called; null for anything else or a file that is cut off. */
export function pictureFacts(bytes: Uint8Array): PictureFacts | null {
  return pngFacts(bytes) ?? jpegFacts(bytes);
}

/** The same picture without what camera and editor wrote into it; colours and rotation profile of the pixels stay. */
export function withoutCameraData(bytes: Uint8Array): Uint8Array {
  const facts = pictureFacts(bytes);
  if (facts === null || !facts.hasCameraData) return bytes;
  const isPng = facts.mediaType === 'image/png';
  const parts = isPng
    ? [
        bytes.subarray(0, 8),
        ...pngChunks(bytes)
          .filter((one) => !pngWritten.has(one.type))
          .map((one) => one.whole),
      ]
    : jpegWithoutWords(bytes);
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

type Chunk = { type: string; data: Uint8Array; whole: Uint8Array };

function pngChunks(bytes: Uint8Array): Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    if (at + 12 + length > bytes.length) return chunks;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const data = bytes.subarray(at + 8, at + 8 + length);
    chunks.push({ type, data, whole: bytes.subarray(at, at + 12 + length) });
    at += 12 + length;
  }
  return chunks;
}

function pngFacts(bytes: Uint8Array): PictureFacts | null {
  if (!pngSignature.every((byte, index) => bytes[index] === byte)) return null;
  const chunks = pngChunks(bytes);
  const head = chunks[0];
  if (head?.type !== 'IHDR' || head.data.length < 13 || chunks.at(-1)?.type !== 'IEND') return null;
  const view = new DataView(head.data.buffer, head.data.byteOffset, head.data.byteLength);
  const exif = chunks.find((chunk) => chunk.type === 'eXIf');
  return {
    mediaType: 'image/png',
    width: view.getUint32(0),
    height: view.getUint32(4),
    hasCameraData: chunks.some((chunk) => pngWritten.has(chunk.type)),
    hasLocation: exif !== undefined && hasGps(exif.data),
  };
}

type Segment = { marker: number; data: Uint8Array; whole: Uint8Array };

/** Segments before the pixels, and the rest of the file. Null when it is no JPEG or is cut off. */
function jpegSegments(bytes: Uint8Array): { segments: Segment[]; rest: Uint8Array } | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const segments: Segment[] = [];
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda) return { segments, rest: bytes.subarray(at) };
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (length < 2 || at + 2 + length > bytes.length) return null;
    const whole = bytes.subarray(at, at + 2 + length);
    segments.push({ marker, data: whole.subarray(4), whole });
    at += 2 + length;
  }
  return null;
}

const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Exif and XMP, Photoshop's notes, comments. */
const isWritten = (marker: number) => marker === 0xe1 || marker === 0xed || marker === 0xfe;

function jpegFacts(bytes: Uint8Array): PictureFacts | null {
  const found = jpegSegments(bytes);
  const frame = found?.segments.find((segment) => isFrame(segment.marker));
  if (found === null || found === undefined || frame === undefined || frame.data.length < 5) return null;
  const [, high = 0, low = 0, wide = 0, narrow = 0] = frame.data;
  const exif = found.segments.find((one) => one.marker === 0xe1 && startsWith(one.data, 'Exif'));
  return {
    mediaType: 'image/jpeg',
    width: (wide << 8) | narrow,
    height: (high << 8) | low,
    hasCameraData: found.segments.some((segment) => isWritten(segment.marker)),
    hasLocation: exif !== undefined && hasGps(exif.data.subarray(6)),
  };
}

function jpegWithoutWords(bytes: Uint8Array): Uint8Array[] {
  const found = jpegSegments(bytes);
  if (found === null) return [bytes];
  const kept = found.segments.filter((segment) => !isWritten(segment.marker));
  return [bytes.subarray(0, 2), ...kept.map((segment) => segment.whole), found.rest];
}

function startsWith(bytes: Uint8Array, word: string): boolean {
  return [...word].every((letter, index) => bytes[index] === letter.charCodeAt(0));
}

/** Whether the first directory of a TIFF block points to coordinates (tag 0x8825). */
function hasGps(tiff: Uint8Array): boolean {
  if (tiff.length < 8) return false;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const isLittle = startsWith(tiff, 'II');
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > tiff.length) return false;
  const count = view.getUint16(directory, isLittle);
  for (let index = 0; index < count; index += 1) {
    const at = directory + 2 + index * 12;
    if (at + 2 > tiff.length) return false;
    if (view.getUint16(at, isLittle) === 0x8825) return true;
  }
  return false;
}
