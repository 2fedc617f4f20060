import { dayOf } from '@dualtrack/platform/clock';
import type { TransactionContext } from '@dualtrack/platform/operation';
import type { ProposedDuty } from '../obligation.ts';
import { internshipAgreements, signedIn } from './internship-rows.ts';
import { ownDb } from './own-db.ts';
import { recordFact } from './record-fact.ts';
import { applyAmendedDuties } from './recorded-amend.ts';
import { type Hand, reviseSection, writeEvent } from './section-writer.ts';
import { dutiesOfPaper, settleObligations } from './settle-obligations.ts';
import { lockAgreement, signingPlan } from './signing-slots.ts';

/** What happens by itself has no hand. */
const nobody: Hand = { personId: null, name: '', side: null };

/**
 * An agreement has come into force: its duties begin to count. An amendment changes the agreement that it belongs to;
 * a renewal is the decision on it. Told twice, nothing happens twice.
 */
export async function onInForce<Tables>(
  context: TransactionContext<Tables>,
  { agreementId }: { agreementId: string },
): Promise<void> {
  const relation = await ownDb(context)
    .selectFrom('agreementRelation')
    .select(['parentId', 'kind', 'enterpriseId'])
    .where('agreementId', '=', agreementId)
    .executeTakeFirst();
  if (relation?.kind === 'amendment') return applyAmendment(context, agreementId, relation.parentId);
  if (relation?.kind === 'renewal') await noteRenewal(context, agreementId, relation);
  await settleObligations(context, agreementId);
  await tellInternship(context, agreementId);
}

/** The room that keeps placements learns on which day each party of a tripartite agreement signed. */
async function tellInternship<Tables>(
  context: TransactionContext<Tables>,
  agreementId: string,
): Promise<void> {
  const [row] = await internshipAgreements(context, { agreementId });
  if (row === undefined || row.state !== 'in-force') return;
  const signed = signedIn(await signingPlan(context, row));
  const dayIn = (instant: string | null | undefined) =>
    instant ? dayOf(new Date(instant), context.kernel.config.timeZone) : null;
  await context.emit('internship.in-force', {
    ...{ agreementId, enterpriseId: row.enterpriseId, placementId: row.placementId, classId: row.classId },
    signedOn: {
      ...{ school: dayIn(signed.school), enterprise: dayIn(signed.enterprise) },
      ...{ student: dayIn(signed.student), guardian: dayIn(signed.guardian) },
    },
  });
}

/** The wording and figures of a signed amendment replace those of its agreement; each wording before stays on record. */
export async function applyAmendment<Tables>(
  context: TransactionContext<Tables>,
  amendmentId: string,
  parentId: string,
): Promise<void> {
  const db = ownDb(context);
  const parent = await lockAgreement(context, parentId);
  if (await isApplied(context, amendmentId, parentId)) return;
  const before = await dutiesOfPaper(context, parent);
  const amendment = await db
    .selectFrom('agreement')
    .select(['validTo', 'variables', 'number'])
    .where('id', '=', amendmentId)
    .executeTakeFirstOrThrow();
  const sections = await db
    .selectFrom('agreementSection')
    .select(['clause', 'body', 'bodyEn'])
    .where('agreementId', '=', amendmentId)
    .execute();
  const present = await db
    .selectFrom('agreementSection')
    .select(['clause', 'revision', 'body', 'bodyEn'])
    .where('agreementId', '=', parentId)
    .execute();
  for (const { clause, body, bodyEn } of sections) {
    const known = present.find((one) => one.clause === clause);
    if (known === undefined || (known.body === body && known.bodyEn === bodyEn)) continue;
    const hand = { ...nobody, name: amendment.number };
    await reviseSection(context, parent, hand, { clause, revision: known.revision, body, bodyEn }, false);
  }
  const relation = await db
    .selectFrom('agreementRelation')
    .select('details')
    .where('agreementId', '=', amendmentId)
    .executeTakeFirst();
  const hand = { ...nobody, name: amendment.number };
  await applyAmendedDuties(context, parent, relation?.details.duties ?? [], hand);
  const { order } = parent.variables;
  await db
    .updateTable('agreement')
    .set({
      validTo: amendment.validTo,
      variables: JSON.stringify({ order, terms: amendment.variables.terms }),
      changedAt: context.now,
    })
    .where('id', '=', parentId)
    .execute();
  await writeEvent(context, parent, 'amended', nobody, { amendmentId, number: amendment.number });
  await overtakeWishes(context, parentId, before);
  await settleObligations(context, parentId);
}

async function isApplied<Tables>(
  context: TransactionContext<Tables>,
  amendmentId: string,
  parentId: string,
): Promise<boolean> {
  const told = await ownDb(context)
    .selectFrom('agreementEvent')
    .select('details')
    .where('agreementId', '=', parentId)
    .where('kind', '=', 'amended')
    .execute();
  return told.some((one) => one.details.amendmentId === amendmentId);
}

/** What both sides have signed goes before what they had agreed to beside the paper about the same duty. */
async function overtakeWishes<Tables>(
  context: TransactionContext<Tables>,
  parentId: string,
  before: readonly ProposedDuty[],
): Promise<void> {
  const after = await dutiesOfPaper(context, await lockAgreement(context, parentId));
  const plain = ({ isUnconfirmed, ...duty }: ProposedDuty) => JSON.stringify(duty);
  const said = new Map(before.map((duty) => [duty.key, plain(duty)]));
  const now = new Map(after.map((duty) => [duty.key, plain(duty)]));
  const keys = [...new Set([...said.keys(), ...now.keys()])].filter((key) => said.get(key) !== now.get(key));
  if (keys.length === 0) return;
  await ownDb(context)
    .updateTable('obligationChange')
    .set({ state: 'overtaken' })
    .where('agreementId', '=', parentId)
    .where('state', '=', 'agreed')
    .where('key', 'in', keys)
    .execute();
}

/** A renewal that both have signed is the decision on the agreement before it, made on a day. */
export async function noteRenewal<Tables>(
  context: TransactionContext<Tables>,
  renewalId: string,
  relation: { parentId: string; enterpriseId: string },
  happenedOn: string = context.today,
): Promise<void> {
  const { parentId, enterpriseId } = relation;
  const renewal = await ownDb(context)
    .selectFrom('agreement')
    .select('number')
    .where('id', '=', renewalId)
    .executeTakeFirstOrThrow();
  await recordFact(context, [
    {
      ...{ agreementId: parentId, enterpriseId, metric: 'renewal-decision', amount: 1 },
      happenedOn,
      source: { module: 'agreements', recordId: renewalId, version: 1 },
      ...{ label: renewal.number, labelEn: renewal.number, path: `/agreements/${renewalId}` },
    },
  ]);
  await writeEvent(context, { id: parentId, enterpriseId }, 'renewed', nobody, { renewalId });
}
