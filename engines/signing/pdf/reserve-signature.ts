import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfString } from '@libpdf/core';
import { indexOfText, startsWith } from '../bytes.ts';
import { SigningError } from '../signing-error.ts';

/** A signature to come: its field and what the signature dictionary says. */
export type Reservation = {
  pdf: Uint8Array;
  fieldName: string;
  at: Date;
  reason?: string;
  location?: string;
  /** The signer's name as the dictionary shows it. */
  name: string;
  /** Octets kept free for the signature. */
  room: number;
  /** A document time-stamp (ISO 32000-2, 12.8.5) instead of a person's signature. */
  isTimestamp?: boolean;
};

/** The file with an empty signature, and where its signature goes: between `<` at `open` and `>` before `close`. */
export type Reserved = { pdf: Uint8Array<ArrayBuffer>; open: number; close: number };

const unpatched = 9_999_999_999;

const pdfDate = (at: Date): string => `D:${at.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;

function dictionaryOf(reservation: Reservation): PdfDict {
  const numbers = [0, unpatched, unpatched, unpatched].map((each) => PdfNumber.of(each));
  const { isTimestamp = false } = reservation;
  const dictionary = PdfDict.of({
    Type: PdfName.of(isTimestamp ? 'DocTimeStamp' : 'Sig'),
    Filter: PdfName.of('Adobe.PPKLite'),
    SubFilter: PdfName.of(isTimestamp ? 'ETSI.RFC3161' : 'ETSI.CAdES.detached'),
    ByteRange: new PdfArray(numbers),
    Contents: PdfString.fromBytes(new Uint8Array(reservation.room)),
  });
  // Its time is in the stamp itself.
  if (isTimestamp) return dictionary;
  for (const [key, value] of Object.entries({
    M: PdfString.fromString(pdfDate(reservation.at)),
    Name: PdfString.fromString(reservation.name),
  }))
    dictionary.set(key, value);
  if (reservation.reason) dictionary.set('Reason', PdfString.fromString(reservation.reason));
  if (reservation.location) dictionary.set('Location', PdfString.fromString(reservation.location));
  return dictionary;
}

async function loaded(bytes: Uint8Array): Promise<PDF> {
  const pdf = await PDF.load(bytes, { lenient: false }).catch(() => {
    throw new SigningError('pdf.unreadable');
  });
  if (pdf.isEncrypted) throw new SigningError('pdf.encrypted');
  const blocker = pdf.canSaveIncrementally();
  if (pdf.recoveredViaBruteForce || blocker !== null)
    throw new SigningError('pdf.unreadable', { blocker: blocker ?? 'damaged cross-reference' });
  return pdf;
}

// An invisible field: what is seen was drawn before the first signature (ISO 32000-1, 12.7.4.5).
function addField(pdf: PDF, reservation: Reservation): void {
  const page = pdf.getPage(0);
  if (page === null) throw new SigningError('pdf.unreadable', { blocker: 'no pages' });
  const form = pdf.getOrCreateForm();
  if (form.getFieldNames().includes(reservation.fieldName))
    throw new SigningError('field.taken', { field: reservation.fieldName });
  const field = form.createSignatureField(reservation.fieldName).acroField();
  field.set('V', pdf.register(dictionaryOf(reservation)));
  field.delete('Kids');
  field.set('Type', PdfName.of('Annot'));
  field.set('Subtype', PdfName.of('Widget'));
  field.set('F', PdfNumber.of(132));
  field.set('P', page.ref);
  field.set('Rect', new PdfArray([0, 0, 0, 0].map((each) => PdfNumber.of(each))));
}

function patched(pdf: Uint8Array<ArrayBuffer>, from: number): Reserved {
  const start = indexOfText(pdf, '/ByteRange', from);
  const numbersAt = indexOfText(pdf, '[', start);
  const numbersEnd = indexOfText(pdf, ']', numbersAt);
  const open = indexOfText(pdf, '<', indexOfText(pdf, '/Contents', start));
  const close = indexOfText(pdf, '>', open) + 1;
  if (start === -1 || open === -1 || close === 0) throw new SigningError('pdf.unreadable');
  const numbers = `[0 ${open} ${close} ${pdf.length - close}`.padEnd(numbersEnd - numbersAt);
  pdf.set(new TextEncoder().encode(numbers), numbersAt);
  return { pdf, open, close };
}

/**
 * Appends an incremental update with one more empty signature. The given bytes stay the beginning of the result.
 * Refuses `pdf.unreadable`, `pdf.encrypted`, `field.taken`.
 */
export async function reserveSignature(reservation: Reservation): Promise<Reserved> {
  const pdf = await loaded(reservation.pdf);
  addField(pdf, reservation);
  const bytes = new Uint8Array(await pdf.save({ incremental: true }));
  if (!startsWith(bytes, reservation.pdf))
    throw new SigningError('pdf.unreadable', { blocker: 'not an incremental update' });
  return patched(bytes, reservation.pdf.length);
}
