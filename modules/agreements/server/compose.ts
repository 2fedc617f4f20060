import { createHash } from 'node:crypto';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { composePdf } from '@dualtrack/platform/pdf';
import { canonicalText, printedAgreement } from '../paper.ts';
import { ownDb } from './own-db.ts';
import { printedSigning } from './printed-signing.ts';
import type { AgreementsTables } from './tables.ts';

/** SHA-256, lower-case hexadecimal. */
export const sha256 = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex');

type Row = Pick<
  AgreementsTables['agreement'],
  'id' | 'tenantId' | 'enterpriseId' | 'number' | 'title' | 'titleEn' | 'isIllustrative'
> & {
  parties: Parameters<typeof printedAgreement>[0]['parties'];
  variables: Pick<Parameters<typeof printedAgreement>[0], 'order' | 'terms'>;
};

/**
 * Composes the paper of an agreement from its present wording; null while it has no text of its own. A trial has the
 * first section only, with everything that is drawn: it tells whether a seal can be printed.
 */
export async function composeAgreement<Tables>(
  context: TransactionContext<Tables>,
  row: Row,
  extent: 'whole' | 'trial' = 'whole',
): Promise<Uint8Array | null> {
  const all = await ownDb(context)
    .selectFrom('agreementSection')
    .select(['clause', 'revision', 'title', 'titleEn', 'body', 'bodyEn'])
    .where('agreementId', '=', row.id)
    .orderBy('position')
    .execute();
  if (all.length === 0) return null;
  const sections = extent === 'trial' ? all.slice(0, 1) : all;
  const { number, title, titleEn, parties, isIllustrative, variables } = row;
  const text = { number, title, titleEn, parties, sections, ...variables };
  const textDigest = sha256(canonicalText(text));
  const { signatoryOf, ...signing } = await printedSigning(context, row);
  const printed = printedAgreement({ ...text, textDigest, illustrative: isIllustrative });
  const [first, second] = printed.parties;
  const withHand = (party: typeof first): typeof first => ({ ...party, ...signatoryOf(party.side) });
  const handed: typeof printed.parties = [withHand(first), withHand(second)];
  const data = { ...printed, ...signing, parties: handed };
  return composePdf({ template: 'agreement', data, createdAt: context.now });
}
