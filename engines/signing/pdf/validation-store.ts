import type { PdfDocument } from './document.ts';
import { decodedStream } from './inflate.ts';
import { PdfStructureError } from './values.ts';

/** What a file carries for its own verification (ISO 32000-2, 12.8.4.3), DER each. Nothing of it is trusted by itself. */
export type ValidationStore = { certificates: Uint8Array[]; lists: Uint8Array[]; answers: Uint8Array[] };

/** Reads the document security store; what cannot be read is left out, since each item proves itself or nothing. */
export async function validationStore(document: PdfDocument): Promise<ValidationStore> {
  const catalog = await document.resolved(document.trailer.get('Root'));
  const store =
    catalog.type === 'dictionary' ? await document.resolved(catalog.entries.get('DSS')) : undefined;
  async function itemsOf(key: string): Promise<Uint8Array[]> {
    const found: Uint8Array[] = [];
    const list = store?.type === 'dictionary' ? await document.resolved(store.entries.get(key)) : undefined;
    for (const item of list?.type === 'array' ? list.items : []) {
      try {
        const stream = await document.resolved(item);
        if (stream.type === 'stream') found.push(await decodedStream(stream));
      } catch (error) {
        if (!(error instanceof PdfStructureError)) throw error;
      }
    }
    return found;
  }
  return {
    certificates: await itemsOf('Certs'),
    lists: await itemsOf('CRLs'),
    answers: await itemsOf('OCSPs'),
  };
}
