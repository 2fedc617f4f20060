import { saveFile } from '@dualtrack/platform/files';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { changeAgreement } from './act.ts';
import { composeAgreement } from './compose.ts';
import { type Hand, writeEvent } from './section-writer.ts';
import type { LockedRow } from './signing-slots.ts';

/** Composes the paper of an agreement and keeps it as the one that is to be signed; null when it has no text here. */
export async function composeFixed<Tables>(
  context: TransactionContext<Tables>,
  agreement: LockedRow,
): Promise<{ id: string; sha256: string; size: number } | null> {
  const bytes = await composeAgreement(context, agreement);
  if (bytes === null) return null;
  const { enterpriseId, number } = agreement;
  const name = `${number}.pdf`;
  return saveFile(context, { name, mediaType: 'application/pdf', bytes, enterpriseId });
}

/**
 * After a change of what is drawn into the paper: while it waits for its first signature it is composed anew, and
 * whoever had opened it sees another digest. Before that there is nothing to do.
 */
export async function recompose<Tables>(
  context: TransactionContext<Tables>,
  agreement: LockedRow,
  hand: Hand,
): Promise<string | null> {
  if (agreement.state !== 'signing') return agreement.documentDigest;
  const file = await composeFixed(context, agreement);
  if (file === null) return null;
  await changeAgreement(context, agreement, {
    documentId: file.id,
    fileDigest: file.sha256,
    documentDigest: file.sha256,
    documentSize: file.size,
  });
  await writeEvent(context, agreement, 'fixed', hand, { digest: file.sha256 });
  return file.sha256;
}
