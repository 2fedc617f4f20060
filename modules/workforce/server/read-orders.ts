import { organisationNames } from '@dualtrack/organisations/server';
import { notFound } from '@dualtrack/platform/errors';
import {
  likePattern,
  listPage,
  type OperationContext,
  operationsOn,
  type SearchHit,
  type TransactionContext,
} from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import type { OrderState } from '../talent-order.ts';
import { orderView, ownDb } from './order-view.ts';
import type { OfferedPost, WorkforceTables } from './tables.ts';

const operation = operationsOn<WorkforceTables>();

export const listOrders = operation(contract.orders.list, async (ctx, input) => {
  let query = ctx.db
    .selectFrom('talentOrder')
    .select([
      'id',
      'tenantId',
      'enterpriseId',
      'number',
      'state',
      'className',
      'majorCode',
      'programmeName',
      'programmeNameEn',
      'seats',
      'startQuarter',
      'changedAt',
    ]);
  // A draft is the enterprise's own business until it is proposed.
  if (ctx.actor.kind === 'school') query = query.where('state', '!=', 'draft');
  if (input.state !== undefined) query = query.where('state', '=', input.state);
  if (input.q) {
    const pattern = likePattern(input.q);
    query = query.where((eb) =>
      eb.or([
        eb('className', 'ilike', pattern),
        eb('programmeName', 'ilike', pattern),
        eb('number', 'ilike', pattern),
      ]),
    );
  }
  const found = await listPage(
    query,
    { ...input, sort: input.sort ?? '-changedAt' },
    {
      changedAt: 'changedAt',
      className: 'className',
      seats: 'seats',
      startQuarter: 'startQuarter',
      state: 'state',
    },
  );
  const names = await organisationNames(
    ctx,
    found.items.flatMap((row) => [row.tenantId, row.enterpriseId]),
  );
  return {
    ...found,
    items: found.items.map(({ tenantId, changedAt, ...row }) => ({
      ...row,
      home: tenantId,
      school: names.get(tenantId)?.name ?? '',
      schoolEn: names.get(tenantId)?.nameEn ?? '',
      enterprise: names.get(row.enterpriseId)?.name ?? '',
      enterpriseEn: names.get(row.enterpriseId)?.nameEn ?? '',
      changedAt: changedAt.toISOString(),
    })),
  };
});

export const getOrder = operation(contract.orders.get, async (ctx, input) => {
  const view = await orderView(ctx, input.orderId, ctx.actor.role);
  if (ctx.actor.kind === 'school' && view.state === 'draft') throw notFound('talent-order');
  return view;
});

/** An order as later rooms need it. */
export type OrderFacts = {
  id: string;
  home: string;
  enterpriseId: string;
  number: string;
  state: OrderState;
  className: string;
  programmeId: string | null;
  majorCode: string;
  programmeName: string;
  programmeNameEn: string;
  seats: number;
  startQuarter: string;
  lines: { postId: string; seats: number; post: OfferedPost }[];
};

/** Door: one order that the context sees; undefined when there is none. */
export async function orderOf<Tables>(
  context: TransactionContext<Tables>,
  orderId: string,
): Promise<OrderFacts | undefined> {
  const db = ownDb(context);
  const row = await db.selectFrom('talentOrder').selectAll().where('id', '=', orderId).executeTakeFirst();
  if (row === undefined) return undefined;
  const lines = await db
    .selectFrom('orderLine')
    .select(['postId', 'seats', 'post'])
    .where('orderId', '=', orderId)
    .orderBy('postId')
    .execute();
  const {
    id,
    enterpriseId,
    number,
    state,
    className,
    programmeId,
    majorCode,
    programmeName,
    programmeNameEn,
    seats,
    startQuarter,
  } = row;
  return {
    id,
    home: row.tenantId,
    enterpriseId,
    number,
    state,
    className,
    programmeId,
    majorCode,
    programmeName,
    programmeNameEn,
    seats,
    startQuarter,
    lines,
  };
}

/** What the search box finds here: orders by class, programme or number. */
export async function searchOrders(context: OperationContext<never>, words: string): Promise<SearchHit[]> {
  const { role, kind } = context.actor;
  if (!['school-office', 'programme-head', 'enterprise-hr', 'project-lead'].includes(role)) return [];
  const pattern = likePattern(words);
  let query = ownDb(context)
    .selectFrom('talentOrder')
    .select(['id', 'className', 'programmeName', 'number'])
    .where((eb) =>
      eb.or([
        eb('className', 'ilike', pattern),
        eb('programmeName', 'ilike', pattern),
        eb('number', 'ilike', pattern),
      ]),
    )
    .limit(5);
  if (kind === 'school') query = query.where('state', '!=', 'draft');
  const rows = await query.execute();
  return rows.map((row) => ({
    kind: 'order',
    id: row.id,
    title: row.className,
    subtitle: `${row.programmeName} · ${row.number}`,
    path: `/talent-orders/${row.id}`,
  }));
}
