import { organisationNames } from '@dualtrack/organisations/server';
import { notFound } from '@dualtrack/platform/errors';
import type { OperationContext, TransactionContext } from '@dualtrack/platform/operation';
import { agreementActions, type Side, sides, signersOf, waitingFor, whyNot } from '../agreement.ts';
import type { AgreementDetail, AgreementRow, AgreementSection } from '../contract.ts';
import { standingCounts } from './obligation-open.ts';
import { ownDb } from './own-db.ts';
import { doneSides, whyNotSign } from './signing-abilities.ts';
import { type SigningPlan, signingPlan } from './signing-slots.ts';
import type { AgreementsTables } from './tables.ts';

type Head = Pick<
  AgreementsTables['agreement'],
  | 'id'
  | 'tenantId'
  | 'enterpriseId'
  | 'number'
  | 'kind'
  | 'title'
  | 'titleEn'
  | 'state'
  | 'orderId'
  | 'validFrom'
  | 'validTo'
  | 'isIllustrative'
  | 'changedAt'
>;

/** Columns of an agreement that a list shows. */
export const headColumns = [
  'id',
  'tenantId',
  'enterpriseId',
  'number',
  'kind',
  'title',
  'titleEn',
  'state',
  'orderId',
  'validFrom',
  'validTo',
  'isIllustrative',
  'changedAt',
] as const satisfies readonly (keyof Head)[];

async function sectionsOf<Tables>(context: TransactionContext<Tables>, ids: readonly string[]) {
  const db = ownDb(context);
  const sections = await db
    .selectFrom('agreementSection')
    .select(['agreementId', 'clause', 'revision'])
    .where('agreementId', 'in', [...ids])
    .execute();
  const confirmations = await db
    .selectFrom('agreementConfirmation')
    .select(['agreementId', 'clause', 'side', 'revision'])
    .where('agreementId', 'in', [...ids])
    .execute();
  const revisions = new Map(sections.map((one) => [`${one.agreementId} ${one.clause}`, one.revision]));
  return {
    count: (id: string) => sections.filter((one) => one.agreementId === id).length,
    confirmed: (id: string, side: Side) =>
      confirmations.filter(
        (one) =>
          one.agreementId === id &&
          one.side === side &&
          revisions.get(`${id} ${one.clause}`) === one.revision,
      ).length,
  };
}

/** Rows of the register, with how far each side is. */
export async function agreementRows<Tables>(
  context: TransactionContext<Tables>,
  heads: readonly Head[],
): Promise<AgreementRow[]> {
  if (heads.length === 0) return [];
  const ids = heads.map((head) => head.id);
  const names = await organisationNames(
    context,
    heads.flatMap((head) => [head.tenantId, head.enterpriseId]),
  );
  const progress = await sectionsOf(context, ids);
  const isSideDone = await doneSides(context, ids);
  const duties = await standingCounts(context, ids);
  return heads.map(({ tenantId, isIllustrative, changedAt, ...head }) => {
    const signedSides = sides.filter((side) => isSideDone(head.id, side));
    const sections = progress.count(head.id);
    const confirmed = {
      school: progress.confirmed(head.id, 'school'),
      enterprise: progress.confirmed(head.id, 'enterprise'),
    };
    return {
      ...head,
      home: tenantId,
      illustrative: isIllustrative,
      changedAt: changedAt.toISOString(),
      school: names.get(tenantId)?.name ?? '',
      schoolEn: names.get(tenantId)?.nameEn ?? '',
      enterprise: names.get(head.enterpriseId)?.name ?? '',
      enterpriseEn: names.get(head.enterpriseId)?.nameEn ?? '',
      ...{ sections, confirmed, signedSides },
      waitingFor: waitingFor(head.state, confirmed, sections, signedSides),
      duties: duties.get(head.id) ?? { missed: 0, atRisk: 0, open: 0 },
    };
  });
}

async function clausesOf<Tables>(
  context: TransactionContext<Tables>,
  id: string,
): Promise<AgreementSection[]> {
  const db = ownDb(context);
  const sections = await db
    .selectFrom('agreementSection as s')
    .leftJoin('agreementSectionRevision as r', (join) =>
      join
        .onRef('r.tenantId', '=', 's.tenantId')
        .onRef('r.agreementId', '=', 's.agreementId')
        .onRef('r.clause', '=', 's.clause')
        .onRef('r.revision', '=', 's.revision'),
    )
    .selectAll('s')
    .select('r.changedName')
    .where('s.agreementId', '=', id)
    .orderBy('s.position')
    .execute();
  const marks = await db
    .selectFrom('agreementConfirmation')
    .select(['clause', 'side', 'revision', 'confirmedName', 'confirmedAt'])
    .where('agreementId', '=', id)
    .execute();
  return sections.map((section) => {
    const { clause, position, revision, title, titleEn, body, bodyEn, owner, changedSide, changedAt } =
      section;
    const mark = (side: Side) => {
      const found = marks.find(
        (one) => one.clause === clause && one.side === side && one.revision === revision,
      );
      return found === undefined ? null : { name: found.confirmedName, at: found.confirmedAt.toISOString() };
    };
    return {
      ...{ clause, position, revision, title, titleEn, body, bodyEn, owner, changedSide },
      changedName: section.changedName ?? '',
      changedAt: changedAt.toISOString(),
      confirmed: { school: mark('school'), enterprise: mark('enterprise') },
    };
  });
}

async function historyOf<Tables>(context: TransactionContext<Tables>, id: string) {
  const rows = await ownDb(context)
    .selectFrom('agreementEvent')
    .select(['kind', 'side', 'personName', 'details', 'at'])
    .where('agreementId', '=', id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
  return rows.map(({ kind, side, personName, details, at }) => ({
    ...{ kind, side, details },
    name: personName,
    at: at.toISOString(),
  }));
}

async function signaturesOf<Tables>(context: TransactionContext<Tables>, id: string) {
  const rows = await ownDb(context)
    .selectFrom('agreementSignature')
    .select(['side', 'role', 'signerName', 'signerPost', 'certificateFingerprint', 'signedAt'])
    .where('agreementId', '=', id)
    .orderBy('signedAt')
    .execute();
  return rows.map(({ certificateFingerprint, signedAt, ...row }) => ({
    ...row,
    fingerprint: certificateFingerprint,
    signedAt: signedAt.toISOString(),
  }));
}

/** Who binds each side by signing, in the order of the plan. */
function signatoriesOf({ slots }: SigningPlan): AgreementDetail['signatories'] {
  return sides.flatMap((side) =>
    slots
      .filter((slot) => slot.side === side && (slot.role === 'signer' || slot.role === 'delegate'))
      .map(({ name, post, role, mandate, signedAt }) => ({
        ...{ side, name, post, signedAt: signedAt?.toISOString() ?? null },
        delegateOf: role === 'delegate' ? (mandate?.for ?? '') : null,
      })),
  );
}

/** One agreement as its two sides see it, with what the caller may do now. @throws thing.not-found */
export async function agreementView(
  context: OperationContext<AgreementsTables>,
  id: string,
): Promise<AgreementDetail> {
  const db = ownDb(context);
  const row = await db.selectFrom('agreement').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw notFound('agreement');
  const [head] = await agreementRows(
    context,
    [row].map((one) => pickHead(one)),
  );
  if (head === undefined) throw notFound('agreement');
  const record = await db
    .selectFrom('registeredRecord')
    .select(['facts', 'source'])
    .where('agreementId', '=', id)
    .executeTakeFirst();
  const identity = await db
    .selectFrom('signingIdentity')
    .select('personId')
    .where('personId', '=', context.actor.personId)
    .executeTakeFirst();
  const { parties, variables, documentDigest, documentId, declineReason, state, validTo } = row;
  const plan = await signingPlan(context, row);
  const facts = {
    hasSignature: plan.slots.some((slot) => slot.state === 'signed'),
    ...{ state, validTo },
    signedSides: head.signedSides,
    signers: signersOf(parties),
    today: context.today,
  };
  return {
    ...head,
    ...{ parties, documentDigest, declineReason },
    terms: variables.terms,
    order: variables.order,
    clauses: await clausesOf(context, id),
    signatures: await signaturesOf(context, id),
    signatories: signatoriesOf(plan),
    hasDocument: documentId !== null,
    record: record ?? null,
    history: await historyOf(context, id),
    hasSigningIdentity: identity !== undefined,
    abilities: Object.fromEntries(
      agreementActions.map((action) => [
        action,
        action === 'sign' ? whyNotSign(plan, facts, context.actor) : whyNot(facts, context.actor, action),
      ]),
      // Every action is there, because the list of actions was mapped.
    ) as AgreementDetail['abilities'],
  };
}

function pickHead(row: Head): Head {
  const { id, tenantId, enterpriseId, number, kind, title, titleEn } = row;
  const { state, orderId, validFrom, validTo, isIllustrative, changedAt } = row;
  return {
    ...{ id, tenantId, enterpriseId, number, kind, title, titleEn },
    ...{ state, orderId, validFrom, validTo, isIllustrative, changedAt },
  };
}
