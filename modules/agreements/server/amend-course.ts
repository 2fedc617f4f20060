import { notFound } from '@dualtrack/platform/errors';
import { type OperationContext, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { type AgreementAction, signersOf, whyNot } from '../agreement.ts';
import { clausesForStudents, signersOfChange } from '../amendment.ts';
import type { AgreementCourse, ClauseDiff } from '../contract/amendments.ts';
import { amendmentsContract as contract } from '../contract/amendments.ts';
import { earliestEffect, noticeGrounds } from '../notice.ts';
import type { Debtor } from '../obligation.ts';
import { recordedKinds } from '../recorded-duty.ts';
import { diffWords } from '../word-diff.ts';
import type { AmendedDuty } from './amendment-tables.ts';
import { ownDb } from './own-db.ts';
import { typedDebtors } from './recorded-amend.ts';
import { typedDuties } from './recorded-rows.ts';
import type { AgreementsTables } from './tables.ts';

const operation = operationsOn<AgreementsTables>();

const relatedColumns = [
  ...(['a.id', 'a.number', 'a.title', 'a.titleEn', 'a.state', 'a.kind as paperKind'] as const),
  'k.agreementId as isInk',
  ...(['r.kind', 'r.createdAt', 'r.confirmation'] as const),
] as const;

async function relatives<Tables>(context: TransactionContext<Tables>, id: string) {
  const query = ownDb(context)
    .selectFrom('agreementRelation as r')
    .innerJoin('agreement as a', (join) => join.onRef('a.tenantId', '=', 'r.tenantId').onTrue())
    .leftJoin('registeredRecord as k', (join) =>
      join.onRef('k.tenantId', '=', 'a.tenantId').onRef('k.agreementId', '=', 'a.id'),
    )
    .select([...relatedColumns])
    .orderBy('r.createdAt');
  const children = await query.whereRef('a.id', '=', 'r.agreementId').where('r.parentId', '=', id).execute();
  const parent = await query
    .whereRef('a.id', '=', 'r.parentId')
    .where('r.agreementId', '=', id)
    .select(['r.details', 'r.parentId', 'r.typedSide', 'r.typedName'])
    .select(['r.answer', 'r.answeredSide', 'r.answeredName', 'r.answeredAt'])
    .executeTakeFirst();
  return { children, parent };
}

/** What an amendment changes, clause by clause, against the signed wording it was drafted from. */
async function amendmentDiff<Tables>(
  context: TransactionContext<Tables>,
  amendmentId: string,
  parentId: string,
): Promise<ClauseDiff[]> {
  const db = ownDb(context);
  const of = (id: string) =>
    db.selectFrom('agreementSection').selectAll().where('agreementId', '=', id).orderBy('position').execute();
  const sections = await of(amendmentId);
  const present = await of(parentId);
  const bases = await db
    .selectFrom('amendmentBase')
    .selectAll()
    .where('agreementId', '=', amendmentId)
    .execute();
  return sections.flatMap((section) => {
    const base = bases.find((one) => one.clause === section.clause);
    const signed = present.find((one) => one.clause === section.clause);
    // What an amendment adds has no wording before it.
    const isAdded = base?.revision === 0;
    if (base === undefined || (signed === undefined && !isAdded)) return [];
    const { position, title, titleEn } = signed ?? { ...section, position: present.length };
    return {
      ...{ clause: section.clause, position, title, titleEn, isAdded },
      isChanged: base.body !== section.body || base.bodyEn !== section.bodyEn,
      isOvertaken: signed !== undefined && signed.revision !== base.revision,
      zh: diffWords(base.body, section.body, 'zh'),
      en: diffWords(base.bodyEn, section.bodyEn, 'en'),
    };
  });
}

/** Who answers for the duties of each clause of an agreement: both when the duties of a clause lie on both. */
async function debtorsOf<Tables>(
  context: TransactionContext<Tables>,
  agreementId: string,
  amendment: { paperKind: string; details: { duties?: AmendedDuty[] } },
) {
  if (recordedKinds.includes(amendment.paperKind))
    return typedDebtors(context, agreementId, amendment.details.duties ?? []);
  const rows = await ownDb(context)
    .selectFrom('obligation')
    .select(['clause', 'owedBy'])
    .where('agreementId', '=', agreementId)
    .where('isWaived', '=', false)
    .execute();
  return (clause: string): Debtor | null => {
    const own = new Set(rows.filter((row) => row.clause === clause).map((row) => row.owedBy));
    if (own.size === 0) return null;
    return own.size === 1 ? ([...own][0] ?? null) : 'both';
  };
}

/** Who registered a paper signed by hand, and what the other side says of it; null for what was signed here. */
function standingOf(parent: Awaited<ReturnType<typeof relatives>>['parent']): AgreementCourse['paper'] {
  if (parent === undefined || parent.confirmation === null) return null;
  const { confirmation, typedSide, typedName, answer, answeredSide, answeredName, answeredAt } = parent;
  return {
    ...{ confirmation, typedSide, typedName, answer, answeredSide, answeredName },
    effectiveOn: parent.details.effectiveOn ?? null,
    typedAt: parent.createdAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
  };
}

async function noticesOf<Tables>(context: TransactionContext<Tables>, agreementId: string) {
  const rows = await ownDb(context)
    .selectFrom('agreementNotice')
    .selectAll()
    .where('agreementId', '=', agreementId)
    .orderBy('givenAt', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  return rows.map(
    ({
      id,
      kind,
      ground,
      side,
      reason,
      effectiveOn,
      state,
      givenName,
      givenAt,
      answeredName,
      answeredAt,
      paperId,
    }) => ({
      ...{ id, kind, ground, side, reason, effectiveOn, state, answeredName, paperId },
      name: givenName,
      at: givenAt.toISOString(),
      answeredAt: answeredAt?.toISOString() ?? null,
    }),
  );
}

/** What an agreement came from and what became of it, as both sides see it. @throws thing.not-found */
export async function courseView(
  context: OperationContext<AgreementsTables>,
  agreementId: string,
): Promise<AgreementCourse> {
  const row = await ownDb(context)
    .selectFrom('agreement')
    .select(['id', 'kind', 'state', 'validTo', 'parties', 'variables'])
    .where('id', '=', agreementId)
    .executeTakeFirst();
  if (row === undefined) throw notFound('agreement');
  const { children, parent } = await relatives(context, row.id);
  const diff = parent?.kind === 'amendment' ? await amendmentDiff(context, row.id, parent.parentId) : [];
  const changed = diff.filter((one) => one.isChanged).map((one) => one.clause);
  const debtors = parent === undefined ? () => null : await debtorsOf(context, parent.parentId, parent);
  const typed = recordedKinds.includes(row.kind) ? await typedDuties(context, row.id) : [];
  const { today, actor } = context;
  const isAmendment = row.kind === 'amendment';
  const facts = {
    ...{ state: row.state, validTo: row.validTo, today, signedSides: [] },
    signers: signersOf(row.parties),
  };
  // An amendment has no course of its own but that of the agreement it belongs to.
  const why = (action: AgreementAction) =>
    isAmendment ? 'agreement.not-in-state' : whyNot(facts, actor, action);
  const related = (one: (typeof children)[number]) => {
    const { id, number, title, titleEn, state, kind, confirmation, createdAt } = one;
    const isInk = one.isInk !== null;
    return {
      ...{ id, number, title, titleEn, state, kind, isInk, confirmation },
      createdAt: createdAt.toISOString(),
    };
  };
  return {
    parent: parent === undefined ? null : related(parent),
    paper: standingOf(parent),
    children: children.map(related),
    notices: await noticesOf(context, row.id),
    typed: typed
      .filter((one) => !one.isDropped)
      .map(({ number, side, words, duty }) => ({ number, side, words, duty })),
    diff,
    signers: signersOfChange(changed, debtors),
    concernsStudents: clausesForStudents(changed),
    missed: parent?.details.missed ?? [],
    reason: parent?.details.reason ?? '',
    earliest: Object.fromEntries(
      noticeGrounds.map((ground) => [
        ground,
        earliestEffect('terminate', ground, row.variables.terms, today),
      ]),
      // Every ground is there, because the list of grounds was mapped.
    ) as AgreementCourse['earliest'],
    whyNot: {
      amend: why('amend'),
      renew: why('renew'),
      suspend: why('suspend'),
      resume: why('resume'),
      terminate: why('terminate'),
    },
  };
}

export const getCourse = operation(contract.course, (ctx, input) => courseView(ctx, input.agreementId));
