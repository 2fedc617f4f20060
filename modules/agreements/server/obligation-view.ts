import { notFound } from '@dualtrack/platform/errors';
import type { OperationContext, TransactionContext } from '@dualtrack/platform/operation';
import { sql } from 'kysely';
import { dutyStates, sideOfRole } from '../agreement.ts';
import type { AgreementObligations, DueView, ObligationView } from '../contract/obligations.ts';
import { measureOf, scoreOf, standingOf } from '../due.ts';
import type { Metric } from '../metric.ts';
import { recordedKey, recordedKinds } from '../recorded-duty.ts';
import { ownDb } from './own-db.ts';
import { typedDuties } from './recorded-rows.ts';
import { clausesOf, type DutyRow, duePlanOf, settledDuties } from './settle-obligations.ts';
import type { AgreementsTables } from './tables.ts';

/** States in which both sides may still shape the duties. */
export const changeableStates: readonly string[] = [
  ...['negotiating', 'confirmed', 'signing', 'in-force', 'suspended', 'registered'],
];

/** What a due stands on, as it is kept. */
export type KeptDue = {
  dueKey: string;
  classId: string | null;
  countsFrom: string;
  countsTo: string;
  dueOn: string;
  target: number;
  achieved: number;
  onTime: number;
  whole: number;
  onTimeWhole: number;
  isMet: boolean;
  isVoid: boolean;
};

/** Standing and score of a kept due on a day. */
export function dueFigures(due: KeptDue, metric: Metric, isPaused: boolean, today: string) {
  const state = { ...due, measure: measureOf(metric), isPaused };
  return { score: scoreOf(state), standing: standingOf(state, today) };
}

async function keptDues<Tables>(context: TransactionContext<Tables>, agreementId: string) {
  const rows = await ownDb(context)
    .selectFrom('obligationDue as d')
    .innerJoin('obligation as o', (join) =>
      join.onRef('o.tenantId', '=', 'd.tenantId').onRef('o.id', '=', 'd.obligationId'),
    )
    .leftJoin('obligationClass as c', (join) =>
      join
        .onRef('c.tenantId', '=', 'd.tenantId')
        .onRef('c.agreementId', '=', 'd.agreementId')
        .onRef('c.classId', '=', 'd.classId'),
    )
    .leftJoin('obligationFact as f', (join) =>
      join
        .onRef('f.tenantId', '=', 'd.tenantId')
        .onRef('f.agreementId', '=', 'd.agreementId')
        .onRef('f.metric', '=', 'o.metric')
        .onRef('f.happenedOn', '>=', 'd.countsFrom')
        .onRef('f.happenedOn', '<=', 'd.countsTo')
        .on('f.happenedOn', '<=', context.today)
        .on(sql<boolean>`(d.class_id is null or f.class_id is null or f.class_id = d.class_id)`)
        .on(sql<boolean>`(f.only_key is null or f.only_key = o.key)`)
        .on(sql<boolean>`(f.amount <> 0 or f.whole <> 0)`),
    )
    .select([
      ...(['d.obligationId', 'd.dueKey', 'd.classId', 'd.countsFrom', 'd.countsTo', 'd.dueOn'] as const),
      ...(['d.target', 'd.achieved', 'd.onTime', 'd.whole', 'd.onTimeWhole', 'd.isMet', 'd.isVoid'] as const),
      'c.name as className',
      sql<number>`count(f.source_record)`.as('facts'),
    ])
    .where('d.agreementId', '=', agreementId)
    .groupBy(['d.tenantId', 'd.obligationId', 'd.dueKey', 'c.name'])
    .orderBy('d.dueOn')
    .orderBy('d.dueKey')
    .execute();
  return rows;
}

async function keptObligations<Tables>(
  context: TransactionContext<Tables>,
  row: DutyRow,
): Promise<ObligationView[]> {
  const isPaused = row.state === 'suspended';
  const obligations = await ownDb(context)
    .selectFrom('obligation')
    .selectAll()
    .where('agreementId', '=', row.id)
    .orderBy('position')
    .orderBy('key')
    .execute();
  const dues = await keptDues(context, row.id);
  const recordedOf = await recordedBy(context, row);
  return obligations.map((one) => {
    const recorded = recordedOf(one.key);
    const { id, key, clause, metric, owedBy, target, cadence, dueOn, basis, title, titleEn, isWaived } = one;
    return {
      ...{ id, key, clause, metric, owedBy, target, cadence, dueOn, basis, title, titleEn, isWaived },
      recorded,
      dues: dues
        .filter((due) => due.obligationId === id)
        .map(
          ({ className, facts, ...due }): DueView => ({
            ...pickDue(due),
            ...{ achieved: due.achieved, whole: due.whole, className: className ?? '', facts: Number(facts) },
            ...dueFigures(due, metric, isPaused, context.today),
            ...unconfirmedFigures(one, recorded),
          }),
        ),
    };
  });
}

/** For duties typed from a paper: who typed and who answered them, by key. */
async function recordedBy<Tables>(context: TransactionContext<Tables>, row: DutyRow) {
  const typed = recordedKinds.includes(row.kind) ? await typedDuties(context, row.id) : [];
  return (key: string): ObligationView['recorded'] => {
    const found = typed.find((one) => one.duty !== null && recordedKey(one.number, one.duty.metric) === key);
    if (found === undefined) return null;
    const { number, confirmation, typedSide, typedName, answer, answeredSide, answeredName } = found;
    return {
      ...{ number, confirmation, typedSide, typedName, answer, answeredSide, answeredName },
      typedAt: found.typedAt.toISOString(),
      answeredAt: found.answeredAt?.toISOString() ?? null,
    };
  };
}

/** What one side only says is neither scored nor red. */
function unconfirmedFigures(
  duty: { basis: 'paper' | 'agreed'; isWaived: boolean },
  recorded: ObligationView['recorded'],
): Partial<Pick<DueView, 'score' | 'standing'>> {
  if (recorded === null || recorded.confirmation === 'confirmed') return {};
  if (duty.basis === 'agreed' || duty.isWaived) return {};
  return { score: null, standing: recorded.confirmation === 'disputed' ? 'disputed' : 'unconfirmed' };
}

function pickDue({ dueKey, classId, countsFrom, countsTo, dueOn, target }: KeptDue) {
  return { dueKey, classId, countsFrom, countsTo, dueOn, target };
}

/** What the clauses will make of it once both have signed. */
async function proposedObligations<Tables>(
  context: TransactionContext<Tables>,
  row: DutyRow,
): Promise<ObligationView[]> {
  const { settled } = await settledDuties(context, row);
  const plan = await duePlanOf(context, row);
  return settled.map((duty) => ({
    ...duty,
    ...{ id: null, recorded: null },
    dues: plan.duesFor(duty).map((due) => ({
      ...due,
      ...{
        className: '',
        achieved: 0,
        whole: 0,
        score: measureOf(duty.metric) === 'sum' ? 0 : null,
        facts: 0,
      },
      standing: duty.isWaived ? ('void' as const) : ('not-begun' as const),
    })),
  }));
}

async function changesOf<Tables>(context: TransactionContext<Tables>, agreementId: string) {
  const rows = await ownDb(context)
    .selectFrom('obligationChange')
    .selectAll()
    .where('agreementId', '=', agreementId)
    .orderBy('proposedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
  return rows.map(
    ({ id, key, wish, side, state, reason, answer, proposedName, proposedAt, answeredName, answeredAt }) => ({
      ...{ id, key, wish, side, state, reason, answer, answeredName },
      name: proposedName,
      at: proposedAt.toISOString(),
      answeredAt: answeredAt?.toISOString() ?? null,
    }),
  );
}

async function evidenceOf<Tables>(context: TransactionContext<Tables>, agreementId: string) {
  const rows = await ownDb(context)
    .selectFrom('obligationEvidence as e')
    .leftJoin('obligationClass as c', (join) =>
      join
        .onRef('c.tenantId', '=', 'e.tenantId')
        .onRef('c.agreementId', '=', 'e.agreementId')
        .onRef('c.classId', '=', 'e.classId'),
    )
    .selectAll('e')
    .select('c.name as className')
    .where('e.agreementId', '=', agreementId)
    .orderBy('e.givenAt', 'desc')
    .orderBy('e.id', 'desc')
    .limit(500)
    .execute();
  return rows.map((row) => {
    const { id, obligationId, fileName, amount, whole, happenedOn, note, side, state, answer } = row;
    return {
      ...{ id, obligationId, fileName, amount, whole, happenedOn, note, side, state, answer },
      className: row.className ?? '',
      ...{ name: row.givenName, at: row.givenAt.toISOString(), answeredName: row.answeredName },
      answeredAt: row.answeredAt?.toISOString() ?? null,
    };
  });
}

/** The row that duties of an agreement follow from. @throws thing.not-found */
export async function dutyRow<Tables>(
  context: TransactionContext<Tables>,
  agreementId: string,
): Promise<DutyRow> {
  const row = await ownDb(context)
    .selectFrom('agreement')
    .select(['id', 'enterpriseId', 'kind', 'state', 'validFrom', 'validTo', 'variables'])
    .where('id', '=', agreementId)
    .executeTakeFirst();
  if (row === undefined) throw notFound('agreement');
  return row;
}

/** The duties of one agreement as its two sides see them. @throws thing.not-found */
export async function obligationsView(
  context: OperationContext<AgreementsTables>,
  agreementId: string,
): Promise<AgreementObligations> {
  const row = await dutyRow(context, agreementId);
  const isInForce = dutyStates.includes(row.state);
  const { role } = context.actor;
  const isOffice = role === 'school-office' || role === 'enterprise-hr';
  const isOpen = changeableStates.includes(row.state) && row.kind !== 'amendment';
  return {
    isInForce,
    isPaused: row.state === 'suspended',
    obligations: isInForce ? await keptObligations(context, row) : await proposedObligations(context, row),
    changes: await changesOf(context, row.id),
    evidence: await evidenceOf(context, row.id),
    clauses: await clausesOf(context, row.id),
    whyNotChange:
      !isOffice || sideOfRole(role) === null
        ? 'obligation.not-your-side'
        : isOpen
          ? null
          : 'obligation.not-in-state',
  };
}
