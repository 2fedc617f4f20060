import { findProgrammes, organisationNames } from '@dualtrack/organisations/server';
import { dayOf } from '@dualtrack/platform/clock';
import { newId } from '@dualtrack/platform/ids';
import { operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { whyNotNotice } from '../demand-notice.ts';
import { daysAfter } from '../intake-slots.ts';
import { intakeOf } from './intake.ts';
import { ownDb } from './order-view.ts';
import type { WorkforceTables } from './tables.ts';

const operation = operationsOn<WorkforceTables>();
const counted = ['proposed', 'accepted', 'in-agreement', 'in-class', 'closed'] as const;

/** Seats that the enterprises of a pool have proposed, and how many a class of it needs; in the school's home. */
export async function poolSize<Tables>(context: TransactionContext<Tables>, poolId: string) {
  const db = ownDb(context);
  const pool = await db
    .selectFrom('orderPool')
    .select('classMin')
    .where('id', '=', poolId)
    .executeTakeFirst();
  const orders = await db
    .selectFrom('talentOrder')
    .select('seats')
    .where('poolId', '=', poolId)
    .where('state', 'in', counted)
    .execute();
  return { have: orders.reduce((sum, { seats }) => sum + seats, 0), need: pool?.classMin ?? 0 };
}

/** Offers several enterprises one class together: each notice becomes an offer of the seats it asked for. */
export const makePool = operation(contract.pools.make, async (ctx, input) => {
  const rows = await ctx.db
    .selectFrom('demandNotice')
    .select(['id', 'enterpriseId', 'people', 'state', 'silentSide'])
    .where('id', 'in', input.noticeIds)
    .orderBy('id')
    .forUpdate()
    .execute();
  const isOpen = rows.every((row) => whyNotNotice(row, ctx.actor, 'offer') === null);
  if (rows.length !== new Set(input.noticeIds).size || !isOpen) throw ctx.refuse('pool.not-open');
  if (new Set(rows.map((row) => row.enterpriseId)).size < 2) throw ctx.refuse('pool.one-enterprise');
  const have = rows.reduce((sum, { people }) => sum + people, 0);
  if (have < input.classMin) throw ctx.refuse('pool.too-small', { have, need: input.classMin });
  const programmes = await findProgrammes(ctx);
  if (!programmes.some(({ majorCode }) => majorCode === input.majorCode)) {
    throw ctx.refuse('demand.no-such-programme');
  }
  const { answerDays } = await intakeOf(ctx);
  const id = newId();
  const { name, majorCode, startQuarter, classMin } = input;
  await ctx.db
    .insertInto('orderPool')
    .values({ tenantId: ctx.tenant, id, name, majorCode, startQuarter, classMin, madeAt: ctx.now })
    .execute();
  for (const row of rows) {
    await ctx.db
      .updateTable('demandNotice')
      .set({
        state: 'offered',
        silentSide: null,
        poolId: id,
        offeredSeats: row.people,
        offeredMajorCode: majorCode,
        answer: name,
        answeredAt: ctx.now,
        answeredBy: ctx.actor.name,
        answerBy: daysAfter(ctx.today, answerDays),
        changedAt: ctx.now,
      })
      .where('id', '=', row.id)
      .execute();
    await ctx.emit('demand.answered', { noticeId: row.id, enterpriseId: row.enterpriseId });
  }
  ctx.audit(id, { notices: rows.length, seats: have });
  return { id };
});

export const listPools = operation(contract.pools.list, async (ctx) => {
  const pools = await ctx.db
    .selectFrom('orderPool')
    .selectAll()
    .orderBy('madeAt', 'desc')
    .limit(50)
    .execute();
  const notices = await ctx.db
    .selectFrom('demandNotice')
    .select(['id', 'enterpriseId', 'people', 'state', 'orderId', 'poolId'])
    .where('poolId', 'is not', null)
    .execute();
  const orders = await ctx.db
    .selectFrom('talentOrder')
    .select(['id', 'state', 'seats', 'poolId'])
    .where('poolId', 'is not', null)
    .execute();
  const names = await organisationNames(
    ctx,
    notices.map(({ enterpriseId }) => enterpriseId),
  );
  return pools.map(({ id, name, majorCode, startQuarter, classMin, madeAt }) => ({
    number: `${dayOf(madeAt, ctx.kernel.config.timeZone).replaceAll('-', '')}-J${id.slice(-4).toUpperCase()}`,
    ...{ id, name, majorCode, startQuarter, classMin },
    members: notices
      .filter(({ poolId }) => poolId === id)
      .map((notice) => ({
        noticeId: notice.id,
        enterprise: names.get(notice.enterpriseId)?.name ?? '',
        enterpriseEn: names.get(notice.enterpriseId)?.nameEn ?? '',
        seats: notice.people,
        state: orders.find((order) => order.id === notice.orderId)?.state ?? notice.state,
        orderId: notice.orderId,
      })),
    ready: orders
      .filter((order) => order.poolId === id && counted.some((state) => state === order.state))
      .reduce((sum, { seats }) => sum + seats, 0),
    proposed: orders
      .filter((order) => order.poolId === id && order.state === 'proposed')
      .reduce((sum, { seats }) => sum + seats, 0),
  }));
});
