import type { TransactionContext } from '@dualtrack/platform/operation';
import { carriedDuty, recordedKinds } from '../recorded-duty.ts';
import type { Party } from '../shapes.ts';
import { type ActContext, handOf, type LockedAgreement } from './act.ts';
import { publicParties } from './create-agreement.ts';
import { insertTyped, typedDuties } from './recorded-rows.ts';
import { recordedSections } from './recorded-sections.ts';
import { insertSections, writeEvent } from './section-writer.ts';

/** Parties for a paper that follows this one: a registered one has their names as its source tells them, and no codes. */
export async function partiesOf<Tables>(
  context: TransactionContext<Tables>,
  agreement: Pick<LockedAgreement, 'kind' | 'tenantId' | 'enterpriseId' | 'parties'>,
): Promise<Party[]> {
  if (agreement.kind !== 'registered') return agreement.parties;
  const known = await publicParties(context, agreement.tenantId, agreement.enterpriseId);
  return known.map((party) => {
    const said = agreement.parties.find((one) => one.side === party.side);
    return {
      ...party,
      name: party.name || (said?.name ?? ''),
      nameEn: party.nameEn || (said?.nameEn ?? ''),
    };
  });
}

/** What the first section of the renewal of a typed paper says. */
function basis({ number, title, titleEn, fileDigest, kind }: LockedAgreement) {
  const digest = fileDigest ?? '—';
  const isInk = kind === 'registered';
  return {
    ...{ clause: 'A00', position: 0, title: '续签的依据', titleEn: 'Basis of the renewal' },
    body: [
      isInk
        ? `本协议续签双方线下纸质签署的《${title || titleEn}》（登记编号${number}，扫描件SHA-256摘要：${digest}）。`
        : `本协议续签双方签订的《${title || titleEn}》（编号${number}，文件SHA-256摘要：${digest}）。`,
      '期限和义务以下列条款为准；其他约定沿用原协议。',
    ].join('\n'),
    bodyEn: [
      isInk
        ? `This agreement renews the agreement “${titleEn || title}”, signed on paper elsewhere (register No. ${number}, SHA-256 digest of the scan: ${digest}).`
        : `This agreement renews the agreement “${titleEn || title}” (No. ${number}, SHA-256 digest of the file: ${digest}).`,
      'Term and duties are those of the articles below; everything else is as in the agreement before.',
    ].join('\n'),
  };
}

/**
 * Begins the renewal of a paper with typed duties: they are carried into the new term, article by article, and are
 * negotiated, confirmed and signed here like any other.
 */
export async function continueRecorded(
  inner: ActContext,
  agreement: LockedAgreement,
  given: { id: string; validFrom: string; validTo: string },
): Promise<void> {
  if (!recordedKinds.includes(agreement.kind)) throw new Error('only typed papers are continued');
  const { id, validFrom, validTo } = given;
  const { tenantId, enterpriseId, title, titleEn, isIllustrative } = agreement;
  const renewal = { id, enterpriseId };
  await inner.db
    .insertInto('agreement')
    .values({
      ...{ tenantId, enterpriseId, id, validFrom, validTo, isIllustrative },
      // The name of the paper alone would be taken for the paper.
      ...(agreement.kind === 'registered'
        ? { title: `${title || titleEn}（续签）`, titleEn: `${titleEn || title} (renewal)` }
        : { title, titleEn }),
      number: `AG-${inner.today.replaceAll('-', '')}-${id.slice(-4).toUpperCase()}`,
      ...{ kind: 'continued', state: 'negotiating', orderId: null },
      parties: JSON.stringify(await partiesOf(inner, agreement)),
      variables: JSON.stringify({ terms: null, order: null }),
      ...{ documentId: null, fileDigest: null, documentDigest: null, documentSize: null, declineReason: '' },
      ...{ createdBy: inner.actor.personId, createdAt: inner.now, changedAt: inner.now },
    })
    .execute();
  const standing = (await typedDuties(inner, agreement.id)).filter((one) => !one.isDropped);
  const typed = standing.map(({ number, side, words, duty }) => ({
    ...{ number, side, words, isDropped: false, confirmation: 'confirmed' as const },
    duty: duty === null ? null : carriedDuty(duty, agreement, { validFrom, validTo }),
  }));
  // Nothing counts before both have signed, and their signatures confirm it.
  await insertTyped(inner, renewal, typed, handOf(inner), 'confirmed');
  const sections = recordedSections({ validFrom, validTo }, typed);
  await insertSections(inner, renewal, handOf(inner), [
    basis(agreement),
    ...sections.map((section, index) => ({ ...section, position: index + 1 })),
  ]);
  await writeEvent(inner, renewal, 'created', handOf(inner));
}
