import { organisationNames } from '@dualtrack/organisations/server';
import type { Role } from '@dualtrack/platform/contract';
import { notFound } from '@dualtrack/platform/errors';
import type { TransactionContext } from '@dualtrack/platform/operation';
import type { Kysely } from 'kysely';
import type { OrderDetail } from '../contract.ts';
import { orderActions, whyNot } from '../talent-order.ts';
import type { WorkforceTables } from './tables.ts';

/** The caller's transaction, typed with this room's tables: doors are called with contexts of other rooms. */
export function ownDb<Tables>(context: TransactionContext<Tables>): Kysely<WorkforceTables> {
  // The same connection; only the view of its tables differs.
  return context.db as unknown as Kysely<WorkforceTables>;
}

/** One order as its two sides see it, with what the role may do now. @throws thing.not-found */
export async function orderView<Tables>(
  context: TransactionContext<Tables>,
  id: string,
  role: Role,
): Promise<OrderDetail> {
  const db = ownDb(context);
  const row = await db.selectFrom('talentOrder').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw notFound('talent-order');
  const lines = await db
    .selectFrom('orderLine')
    .select(['postId', 'seats', 'post'])
    .where('orderId', '=', id)
    .execute();
  const names = await organisationNames(context, [row.tenantId, row.enterpriseId]);
  const { number, state, className, majorCode, programmeName, programmeNameEn, seats, startQuarter } = row;
  return {
    ...{ id, number, state, className, majorCode, programmeName, programmeNameEn, seats, startQuarter },
    home: row.tenantId,
    enterpriseId: row.enterpriseId,
    school: names.get(row.tenantId)?.name ?? '',
    schoolEn: names.get(row.tenantId)?.nameEn ?? '',
    enterprise: names.get(row.enterpriseId)?.name ?? '',
    enterpriseEn: names.get(row.enterpriseId)?.nameEn ?? '',
    changedAt: row.changedAt.toISOString(),
    reason: row.reason,
    note: row.note,
    answer: row.answer,
    forecastId: row.forecastId,
    poolId: row.poolId,
    lines,
    abilities: Object.fromEntries(
      orderActions.map((action) => [action, whyNot(row, { role }, action)]),
      // Every action is there, because the list of actions was mapped.
    ) as OrderDetail['abilities'],
  };
}
