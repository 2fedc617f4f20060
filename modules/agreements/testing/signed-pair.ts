import { asSystem } from '@dualtrack/platform/operation';
import { onInForce } from '../server/amend-in-force.ts';
import { fixAgreement } from '../server/move-agreement.ts';
import { setTerms } from '../server/negotiate.ts';
import { getAgreement } from '../server/read-agreements.ts';
import { signAgreement } from '../server/sign-agreement.ts';
import type { AgreementsTables } from '../server/tables.ts';
import type { AgreementTerms } from '../shapes.ts';
import type { TestPair } from './test-pair.ts';

/** Signing word of everybody in these tests. */
const secret = 'a long enough word';

/** Both sides sign a fixed paper; what follows of it has happened. */
export async function signBoth(pair: TestPair, agreementId: string): Promise<void> {
  const { kit, office, hr } = pair;
  const { documentDigest } = await kit.call(getAgreement, office, { agreementId });
  const digest = documentDigest ?? '';
  await kit.call(signAgreement, office, { agreementId, secret, digest });
  await kit.call(signAgreement, hr, { agreementId, secret, digest });
  await kit.settle();
}

/** An agreement whose clauses name figures, confirmed by both sides. */
async function confirmedWith(pair: TestPair, terms: Partial<AgreementTerms>): Promise<string> {
  const { kit, office } = pair;
  const agreementId = await pair.begun();
  const view = await kit.call(getAgreement, office, { agreementId });
  const { title, titleEn, validFrom, validTo } = view;
  if (view.terms === null || validFrom === null || validTo === null) throw new Error('no terms');
  const figures = { ...view.terms, enterpriseCourseHours: 64, minimumHireShare: 0.8, ...terms };
  await kit.call(setTerms, office, { agreementId, title, titleEn, validFrom, validTo, terms: figures });
  await pair.confirmBoth(agreementId);
  return agreementId;
}

/** An agreement whose clauses name figures, signed by both sides. */
export async function signedInForce(pair: TestPair): Promise<string> {
  const agreementId = await confirmedWith(pair, {});
  await pair.kit.call(fixAgreement, pair.office, { agreementId });
  await signBoth(pair, agreementId);
  return agreementId;
}

/** The same without composing and signing a paper, which take their time: only what follows of it is done. */
export async function inForce(pair: TestPair, terms: Partial<AgreementTerms> = {}): Promise<string> {
  const agreementId = await confirmedWith(pair, terms);
  await asSystem<AgreementsTables, void>(pair.kit.kernel, pair.school, async (context) => {
    await context.db
      .updateTable('agreement')
      .set({ state: 'in-force' })
      .where('id', '=', agreementId)
      .execute();
    await onInForce(context, { agreementId });
  });
  return agreementId;
}

/** Writes agreements that are in force without playing their whole way, for tests about what comes after. */
export async function plainInForce(
  pair: TestPair,
  given: { id: string; validFrom: string; validTo: string | null; state?: 'in-force' | 'suspended' },
): Promise<void> {
  const { kit, school, firm } = pair;
  await asSystem<AgreementsTables, void>(kit.kernel, school, async ({ db, now }) => {
    await db
      .insertInto('agreement')
      .values({
        ...{
          tenantId: school,
          enterpriseId: firm,
          number: given.id,
          kind: 'order-class',
          title: '协议',
          titleEn: '',
        },
        ...{ state: 'in-force', orderId: null, parties: '[]', documentId: null, fileDigest: null },
        ...{
          documentDigest: null,
          documentSize: null,
          declineReason: '',
          isIllustrative: true,
          createdBy: null,
        },
        ...{ createdAt: now, changedAt: now, variables: JSON.stringify({ terms: null, order: null }) },
        ...given,
      })
      .execute();
  });
}
