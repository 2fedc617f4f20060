import type { PdfDocument } from './document.ts';
import { type PdfDictionary, type PdfValue, pdfText, unreadable } from './values.ts';

/** A signature field that holds a signature. */
export type SignatureField = {
  name: string;
  /** Object number of the signature dictionary. */
  valueNumber: number;
  signature: PdfDictionary['entries'];
};

const isSignature = (value: PdfValue | undefined) => value?.type === 'name' && value.value === 'Sig';

const textOf = (value: PdfValue | undefined): string =>
  value?.type === 'string' ? pdfText(value.bytes) : '';

type Inherited = { name: string; type: PdfValue | undefined };

async function collect(
  document: PdfDocument,
  fields: PdfValue,
  inherited: Inherited,
  seen: Set<number>,
): Promise<SignatureField[]> {
  const found: SignatureField[] = [];
  for (const item of fields.type === 'array' ? fields.items : []) {
    if (item.type === 'ref' && seen.has(item.number)) return unreadable(0, 'field that stands once');
    if (item.type === 'ref') seen.add(item.number);
    const field = await document.resolved(item);
    if (field.type !== 'dictionary') continue;
    const { entries } = field;
    const own = textOf(await document.resolved(entries.get('T')));
    const name = [inherited.name, own].filter((part) => part !== '').join('.');
    const type = entries.get('FT') ?? inherited.type;
    const kids = await document.resolved(entries.get('Kids'));
    found.push(...(await collect(document, kids, { name, type }, seen)));
    const value = entries.get('V');
    if (!isSignature(type) || value === undefined) continue;
    const signature = await document.resolved(value);
    // A direct dictionary has no place of its own in the cross-reference and cannot be told apart from its field.
    if (value.type !== 'ref' || signature.type !== 'dictionary')
      return unreadable(0, 'signature as its own object');
    found.push({ name, valueNumber: value.number, signature: signature.entries });
  }
  return found;
}

/** The form of the document, if any. */
export async function formOf(document: PdfDocument): Promise<PdfDictionary | null> {
  const catalog = await document.resolved(document.trailer.get('Root'));
  if (catalog.type !== 'dictionary') return unreadable(0, 'catalogue');
  const form = await document.resolved(catalog.entries.get('AcroForm'));
  return form.type === 'dictionary' ? form : null;
}

/** Every signed signature field, in the order of the form. */
export async function signatureFields(document: PdfDocument): Promise<SignatureField[]> {
  const form = await formOf(document);
  const fields = await document.resolved(form?.entries.get('Fields'));
  return await collect(document, fields, { name: '', type: undefined }, new Set());
}
