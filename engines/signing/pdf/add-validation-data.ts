import { PDF, PdfArray, PdfDict, PdfStream } from '@libpdf/core';
import { SigningError } from '../signing-error.ts';

/** What verifying a file later needs: certificates, revocation lists, OCSP answers (all DER). */
export type ValidationData = {
  certificates: readonly Uint8Array[];
  lists: readonly Uint8Array[];
  answers: readonly Uint8Array[];
};

/**
 * Appends a document security store (ISO 32000-2, 12.8.4.3) as an incremental update. The given bytes stay the
 * beginning of the result. Refuses `pdf.unreadable`.
 */
export async function addValidationData(
  bytes: Uint8Array,
  data: ValidationData,
): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDF.load(bytes, { lenient: false }).catch(() => {
    throw new SigningError('pdf.unreadable');
  });
  const blocker = pdf.canSaveIncrementally();
  if (blocker !== null) throw new SigningError('pdf.unreadable', { blocker });
  const listOf = (items: readonly Uint8Array[]) =>
    new PdfArray(items.map((item) => pdf.register(new PdfStream([], new Uint8Array(item)))));
  const store = new PdfDict();
  for (const [key, items] of [
    ['Certs', data.certificates],
    ['CRLs', data.lists],
    ['OCSPs', data.answers],
  ] as const)
    if (items.length > 0) store.set(key, listOf(items));
  pdf.context.catalog.getDict().set('DSS', pdf.register(store));
  const saved = new Uint8Array(await pdf.save({ incremental: true }));
  if (!bytes.every((byte, i) => saved[i] === byte))
    throw new SigningError('pdf.unreadable', { blocker: 'not an incremental update' });
  return saved;
}
