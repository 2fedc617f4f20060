import { PDF, PdfArray, PdfDict, type PdfObject, PdfRef, PdfStream } from '@libpdf/core';
import { sameBytes } from '../bytes.ts';
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
  const catalog = pdf.context.catalog.getDict();
  // An earlier store is continued: its objects have to stay reachable, or they would look like something hidden.
  const known = catalog.get('DSS');
  const found = known instanceof PdfRef ? pdf.getObject(known) : known;
  const store = found instanceof PdfDict ? found : new PdfDict();
  const entriesOf = (key: string): PdfObject[] => {
    const kept = store.get(key);
    const list = kept instanceof PdfRef ? pdf.getObject(kept) : kept;
    return list instanceof PdfArray ? [...list] : [];
  };
  const isKept = (entries: readonly PdfObject[], item: Uint8Array) =>
    entries.some((entry) => {
      const value = entry instanceof PdfRef ? pdf.getObject(entry) : entry;
      return value instanceof PdfStream && sameBytes(value.data, item);
    });
  const listOf = (key: string, items: readonly Uint8Array[]) => {
    const entries = entriesOf(key);
    const fresh = items.filter((item) => !isKept(entries, item));
    const added = fresh.map((item) => pdf.register(new PdfStream([], new Uint8Array(item))));
    return new PdfArray([...entries, ...added]);
  };
  for (const [key, items] of [
    ['Certs', data.certificates],
    ['CRLs', data.lists],
    ['OCSPs', data.answers],
  ] as const)
    if (items.length > 0) store.set(key, listOf(key, items));
  if (store !== found) catalog.set('DSS', pdf.register(store));
  const saved = new Uint8Array(await pdf.save({ incremental: true }));
  if (!bytes.every((byte, i) => saved[i] === byte))
    throw new SigningError('pdf.unreadable', { blocker: 'not an incremental update' });
  return saved;
}
