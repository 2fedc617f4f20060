import type { TransactionContext } from '@dualtrack/platform/operation';
import { addArchiveStamp, signPdf } from '@dualtrack/signing';
import { platformSeal } from './platform-seal.ts';
import { timestampRefusal, timestampSource } from './timestamp-source.ts';

/** A finished file, by whose seal and at which level it is closed. */
export type Closed = { pdf: Uint8Array; fingerprint: string; level: 'B-B' | 'B-LTA' };

/** Name of the signature field of the platform's seal. */
export const sealField = 'platform';

/**
 * Closes a file that all have signed with the installation's own seal. With a time-stamp authority the certificates
 * and an archive time-stamp over everything are added (B-LTA). @throws signing.timestamp-refused
 */
export async function closeDocument(
  context: Pick<TransactionContext<never>, 'kernel' | 'tenant' | 'now'>,
  number: string,
  pdf: Uint8Array,
): Promise<Closed> {
  const { signer, fingerprint } = await platformSeal(context.kernel, context.tenant, context.now);
  const authority = await timestampSource(context.kernel);
  const order = {
    ...{ pdf, signer, at: context.now, fieldName: sealField },
    reason: `${number} · 平台封存 sealed by the platform`,
  };
  if (authority === undefined) return { pdf: await signPdf(order), fingerprint, level: 'B-B' };
  try {
    const sealed = await signPdf({ ...order, level: 'B-T', timestampAuthority: authority });
    const archived = await addArchiveStamp({ pdf: sealed, timestampAuthority: authority, at: context.now });
    return { pdf: archived, fingerprint, level: 'B-LTA' };
  } catch (error) {
    throw timestampRefusal(error);
  }
}
