import type { Kernel } from '@dualtrack/platform/operation';
import { type SignatureReport, verifyPdf } from '@dualtrack/signing';
import type { Verification } from '../verification.ts';
import { trustFolder } from './trust-folder.ts';

function stampOf({ timestamp }: SignatureReport): Verification['signatures'][number]['timestamp'] {
  if (timestamp === null) return null;
  const { at, authority, isAnchored, outcome } = timestamp;
  return { at, authority, isAnchored, outcome };
}

/**
 * What the signatures of a file are worth to somebody who trusts what `DUALTRACK_TRUST` holds and nothing else: a
 * certificate that the platform made itself is said to be self-issued. Refuses as `verifyPdf` does.
 */
export async function verified(kernel: Kernel, bytes: Uint8Array, at: Date): Promise<Verification> {
  const trust = await trustFolder(kernel);
  const { outcome, reasons, digest, size, signatures } = await verifyPdf(bytes, { ...trust, at });
  return {
    ...{ outcome, digest, size },
    reasons: [...reasons],
    signatures: signatures.map((signature) => {
      const { field, kind, certificate, claimedAt, provenAt, reason, location, coversWholeFile } = signature;
      return {
        ...{ field, kind, claimedAt, provenAt, reason, location, coversWholeFile },
        outcome: signature.outcome,
        reasons: [...signature.reasons],
        certificate,
        timestamp: stampOf(signature),
        changesSince: signature.changesSince.map((change) => ({
          kind: change.kind,
          field: 'field' in change ? change.field : null,
        })),
      };
    }),
  };
}
