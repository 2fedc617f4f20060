import type { PdfDictionary } from './values.ts';

/** The rule of a byte range that is broken. */
export type RangeRule =
  | 'four whole numbers'
  | 'begins with the file'
  | 'leaves out exactly the signature'
  | 'ends within the file';

export type SignedRange = {
  /** The place of the signature value: from its `<` to after its `>`. */
  open: number;
  close: number;
  /** End of what is covered. */
  end: number;
  contents: Uint8Array;
};

/**
 * Reads which bytes a signature covers (ISO 32000-1, 12.8.1) and checks that they are the whole file up to some end,
 * except the signature value itself. Anything else lets bytes be exchanged behind the signature’s back.
 */
export function signedRange(
  signature: PdfDictionary['entries'],
  file: Uint8Array,
): { range: SignedRange } | { broken: RangeRule } {
  const value = signature.get('ByteRange');
  const numbers =
    value?.type === 'array' ? value.items.map((each) => (each.type === 'number' ? each.value : -1)) : [];
  const [first = -1, open = -1, close = -1, rest = -1] = numbers;
  if (numbers.length !== 4 || numbers.some((each) => !Number.isSafeInteger(each) || each < 0))
    return { broken: 'four whole numbers' };
  if (first !== 0) return { broken: 'begins with the file' };
  const contents = signature.get('Contents');
  if (contents?.type !== 'string' || !contents.isHex || contents.start !== open || contents.end !== close)
    return { broken: 'leaves out exactly the signature' };
  // One way to write it: else the bytes that are not covered could change unnoticed.
  const digits = new TextDecoder('latin1').decode(file.subarray(open, close));
  if (!/^<(?:(?:[0-9a-f]{2})+|(?:[0-9A-F]{2})+)>$/.test(digits))
    return { broken: 'leaves out exactly the signature' };
  const end = close + rest;
  if (end > file.length) return { broken: 'ends within the file' };
  return { range: { open, close, end, contents: contents.bytes } };
}
