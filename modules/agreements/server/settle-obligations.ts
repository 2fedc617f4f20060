import { newId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { type AgreementState, dutyStates } from '../agreement.ts';
import { addDays, type Due, duesOf, measureOf, type Suspension } from '../due.ts';
import {
  type Debtor,
  type Duty,
  type ProposedDuty,
  proposeDuties,
  type SettledDuty,
  settleDuties,
} from '../obligation.ts';
import { recordedDuties, recordedKinds } from '../recorded-duty.ts';
import type { AgreementVariables } from '../shapes.ts';
import { ownDb } from './own-db.ts';
import { typedDuties } from './recorded-rows.ts';
import { recount } from './recount.ts';
import { sourceOf } from './template-source.ts';

/** What the duties of an agreement follow from. */
export type DutyRow = {
  id: string;
  enterpriseId: string;
  kind: string;
  state: AgreementState;
  validFrom: string | null;
  validTo: string | null;
  variables: AgreementVariables;
};

/** Facts of a registered paper without dates count from here on. */
const longAgo = '2000-01-01';

/** Clauses of an agreement, in order. */
export async function clausesOf<Tables>(context: TransactionContext<Tables>, agreementId: string) {
  return ownDb(context)
    .selectFrom('agreementSection')
    .select(['clause', 'title', 'titleEn'])
    .where('agreementId', '=', agreementId)
    .orderBy('position')
    .execute();
}

/** The duties that the paper makes: from its clauses, or as they were typed with a paper signed elsewhere. */
export async function dutiesOfPaper<Tables>(
  context: TransactionContext<Tables>,
  row: DutyRow,
): Promise<ProposedDuty[]> {
  if (recordedKinds.includes(row.kind)) return recordedDuties(await typedDuties(context, row.id));
  const { kind, given } = await sourceOf(context, row.id);
  const clauses = await clausesOf(context, row.id);
  return proposeDuties({
    ...row.variables,
    ...{ kind, given, validFrom: row.validFrom, validTo: row.validTo },
    clauses: clauses.map((one) => one.clause),
  });
}

/** The duties as paper and both sides have them now. */
export async function settledDuties<Tables>(
  context: TransactionContext<Tables>,
  row: DutyRow,
): Promise<{ proposed: Duty[]; settled: SettledDuty[] }> {
  const proposed = await dutiesOfPaper(context, row);
  const changes = await ownDb(context)
    .selectFrom('obligationChange')
    .select(['key', 'state', 'wish'])
    .where('agreementId', '=', row.id)
    .where('state', '=', 'agreed')
    .orderBy('answeredAt')
    .orderBy('id')
    .execute();
  return { proposed, settled: settleDuties(proposed, changes) };
}

/** Suspensions of an agreement and, if it was ended before its term, the day. */
async function breaksOf<Tables>(context: TransactionContext<Tables>, agreementId: string) {
  const rows = await ownDb(context)
    .selectFrom('agreementNotice')
    .select(['kind', 'effectiveOn'])
    .where('agreementId', '=', agreementId)
    .where('state', '=', 'done')
    .orderBy('effectiveOn')
    .orderBy('givenAt')
    .execute();
  const suspensions: Suspension[] = [];
  let terminatedOn: string | null = null;
  for (const { kind, effectiveOn } of rows) {
    const open = suspensions.at(-1);
    if (kind === 'suspend') suspensions.push({ from: effectiveOn, to: null });
    else if (kind === 'terminate') terminatedOn = effectiveOn;
    else if (open !== undefined) open.to = addDays(effectiveOn, -1);
  }
  return { suspensions, terminatedOn };
}

/** The dues of a duty as they stand now. */
export async function duePlanOf<Tables>(context: TransactionContext<Tables>, row: DutyRow) {
  const { suspensions, terminatedOn } = await breaksOf(context, row.id);
  const classes = await ownDb(context)
    .selectFrom('obligationClass')
    .select(['classId', 'startsOn', 'endsOn'])
    .where('agreementId', '=', row.id)
    .execute();
  const period = { from: row.validFrom ?? longAgo, to: row.validTo, upTo: context.today };
  return {
    duesFor: (duty: Duty): Due[] =>
      duesOf({ ...duty, measure: measureOf(duty.metric) }, period, classes, suspensions),
    isVoid: (duty: SettledDuty, due: Due) =>
      duty.isWaived || duty.isUnconfirmed === true || (terminatedOn !== null && due.dueOn > terminatedOn),
  };
}

/**
 * Writes the duties of an agreement that is or was in force, and their dues, as they follow from its clauses, the
 * changes both sides agreed to, the classes formed and the suspensions; then counts them. Doing it twice changes nothing.
 */
export async function settleObligations<Tables>(
  context: TransactionContext<Tables>,
  agreementId: string,
): Promise<void> {
  const db = ownDb(context);
  const row = await db
    .selectFrom('agreement')
    .select(['id', 'enterpriseId', 'kind', 'state', 'validFrom', 'validTo', 'variables'])
    .where('id', '=', agreementId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined || row.kind === 'amendment' || !dutyStates.includes(row.state)) return;
  const { settled } = await settledDuties(context, row);
  const plan = await duePlanOf(context, row);
  const keys = settled.map((duty) => duty.key);
  // A duty that an amendment took out of the paper falls away but stays on record with what was done for it.
  await db
    .updateTable('obligation')
    .set({ isWaived: true, changedAt: context.now })
    .where('agreementId', '=', row.id)
    .$if(keys.length > 0, (query) => query.where('key', 'not in', keys))
    .execute();
  await db
    .updateTable('obligationDue')
    .set({ isVoid: true })
    .where('agreementId', '=', row.id)
    .where('isMet', '=', false)
    .execute();
  for (const [position, duty] of settled.entries()) {
    const id = await putObligation(context, row, duty, position);
    await putDues(
      context,
      row,
      id,
      plan.duesFor(duty).map((due) => ({
        ...due,
        isVoid: plan.isVoid(duty, due),
        ...{
          isShare: measureOf(duty.metric) === 'share',
          isPaused: row.state === 'suspended',
          owedBy: duty.owedBy,
        },
      })),
    );
  }
  await recount(context, [row.id]);
}

async function putObligation<Tables>(
  context: TransactionContext<Tables>,
  row: DutyRow,
  duty: SettledDuty,
  position: number,
): Promise<string> {
  const { key, clause, metric, owedBy, target, cadence, dueOn, title, titleEn, basis, isWaived } = duty;
  const facts = { clause, metric, owedBy, target, cadence, dueOn, title, titleEn, basis, isWaived, position };
  const kept = await ownDb(context)
    .insertInto('obligation')
    .values({
      ...{ tenantId: context.tenant, enterpriseId: row.enterpriseId, id: newId(), agreementId: row.id, key },
      ...facts,
      createdAt: context.now,
      changedAt: context.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['tenantId', 'agreementId', 'key']).doUpdateSet({ ...facts, changedAt: context.now }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return kept.id;
}

async function putDues<Tables>(
  context: TransactionContext<Tables>,
  row: DutyRow,
  obligationId: string,
  dues: readonly (Due & { isVoid: boolean; isShare: boolean; isPaused: boolean; owedBy: Debtor })[],
): Promise<void> {
  const db = ownDb(context);
  const keys = dues.map((due) => due.dueKey);
  await db
    .deleteFrom('obligationDue')
    .where('obligationId', '=', obligationId)
    .$if(keys.length > 0, (query) => query.where('dueKey', 'not in', keys))
    .execute();
  for (const { dueKey, ...due } of dues) {
    await db
      .insertInto('obligationDue')
      .values({
        ...{ tenantId: context.tenant, enterpriseId: row.enterpriseId, agreementId: row.id },
        ...{ obligationId, dueKey, ...due },
      })
      .onConflict((conflict) => conflict.columns(['tenantId', 'obligationId', 'dueKey']).doUpdateSet(due))
      .execute();
  }
}
