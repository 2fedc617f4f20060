/** Kinds of papers beside an application. */
export const paperKinds = ['resume', 'certificate', 'portfolio', 'other'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** The most papers beside one application, and the most bytes of each. */
export const mostPapers = 5;
export const mostPaperBytes = 5 * 1024 * 1024;

const marks: readonly { mediaType: string; bytes: readonly number[] }[] = [
  { mediaType: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
];

/** What a file is by its first bytes, whatever it is called: PDF, PNG or JPEG; null for anything else. */
export function mediaTypeOf(bytes: Uint8Array): string | null {
  const found = marks.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte));
  return found?.mediaType ?? null;
}

/** Whether somebody born on a day is under age on another. */
export function isUnderAge(birthDate: string, day: string): boolean {
  const [year = 0, rest = ''] = [Number(birthDate.slice(0, 4)), birthDate.slice(4)];
  return day < `${year + 18}${rest}`;
}
