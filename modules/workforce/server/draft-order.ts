import { findPosts, organisationNames, publicProgrammes } from '@dualtrack/organisations/server';
import { partnersOf } from '@dualtrack/platform/access';
import { newId } from '@dualtrack/platform/ids';
import { type OperationContext, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { contract, type OrderReason } from '../contract.ts';
import type { OfferedPost, WorkforceTables } from './tables.ts';

const operation = operationsOn<WorkforceTables>();
type Context = Pick<OperationContext<WorkforceTables, 'order.no-such-post'>, 'refuse'> &
  TransactionContext<WorkforceTables>;
type Line = { postId: string; seats: number };

/** Posts that an order names, as snapshots. @throws order.no-such-post when one is not the enterprise's own. */
export async function offeredPosts(ctx: Context, lines: readonly Line[]) {
  const posts = await findPosts(
    ctx,
    lines.map((line) => line.postId),
  );
  return lines.map((line) => {
    const found = posts.find((post) => post.id === line.postId);
    if (found === undefined) throw ctx.refuse('order.no-such-post');
    const { id: _, siteId: __, ...post } = found;
    return { ...line, post: post satisfies OfferedPost };
  });
}

/** Drafts an order for a partner school; nobody but the enterprise acts on it until it is proposed. */
export const createOrder = operation(contract.orders.create, async (ctx, input) => {
  const partners = await partnersOf(ctx.transaction, ctx.today);
  if (!partners.includes(input.schoolId)) throw ctx.refuse('order.no-such-partner');
  const lines = await offeredPosts(ctx, mergedLines(input.lines));
  const reason = input.from === undefined ? null : await reasonFrom(ctx, input.from);
  return ctx.inHome(input.schoolId, async (inner) => {
    const { majorCode, className, startQuarter, note } = input;
    const forecastId = input.from?.forecastId ?? null;
    const values = { majorCode, className, startQuarter, note, lines, reason, forecastId, poolId: null };
    const id = await insertOrder(ctx, inner, values);
    ctx.audit(id);
    return { id };
  });
});

/** A draft as it is written, with its posts as snapshots. */
export type NewOrder = {
  majorCode: string;
  className: string;
  startQuarter: string;
  note: string;
  lines: readonly (Line & { post: OfferedPost })[];
  reason: OrderReason | null;
  forecastId: string | null;
  poolId: string | null;
};

/** Writes a draft of the caller's in the school's home; answers its id. @throws order.no-such-programme */
export async function insertOrder(
  ctx: OperationContext<WorkforceTables, 'order.no-such-programme'>,
  inner: TransactionContext<WorkforceTables>,
  { lines, reason, ...order }: NewOrder,
): Promise<string> {
  const programmes = await publicProgrammes(inner, [inner.tenant]);
  const programme = programmes.find((one) => one.majorCode === order.majorCode);
  if (programme === undefined) throw ctx.refuse('order.no-such-programme');
  const id = newId();
  const enterpriseId = ctx.actor.tenant;
  await inner.db
    .insertInto('talentOrder')
    .values({
      ...order,
      tenantId: inner.tenant,
      enterpriseId,
      id,
      number: `${ctx.today.replaceAll('-', '')}-${id.slice(-4).toUpperCase()}`,
      state: 'draft',
      programmeId: programme.id,
      programmeName: programme.name,
      programmeNameEn: programme.nameEn,
      seats: lines.reduce((sum, line) => sum + line.seats, 0),
      reason: reason === null ? null : JSON.stringify(reason),
      answer: '',
      createdBy: ctx.actor.personId,
      createdAt: ctx.now,
      changedAt: ctx.now,
    })
    .execute();
  await writeLines(inner, id, enterpriseId, lines);
  return id;
}

/** Two lines for one post are one line. */
export function mergedLines(lines: readonly Line[]): Line[] {
  const seats = new Map<string, number>();
  for (const line of lines) seats.set(line.postId, (seats.get(line.postId) ?? 0) + line.seats);
  return [...seats].map(([postId, count]) => ({ postId, seats: count }));
}

/** Writes the lines of an order in the school's home. */
export async function writeLines(
  inner: Pick<TransactionContext<WorkforceTables>, 'db' | 'tenant'>,
  orderId: string,
  enterpriseId: string,
  lines: readonly (Line & { post: OfferedPost })[],
): Promise<void> {
  await inner.db
    .insertInto('orderLine')
    .values(
      lines.map(({ postId, seats, post }) => ({
        tenantId: inner.tenant,
        enterpriseId,
        orderId,
        postId,
        seats,
        post: JSON.stringify(post),
      })),
    )
    .execute();
}

/** Why the order is recommended, as data copied from the forecast. @throws forecast.no-such-figure */
async function reasonFrom(
  ctx: OperationContext<WorkforceTables, 'forecast.no-such-figure'>,
  from: { forecastId: string; index: number },
): Promise<OrderReason> {
  const run = await ctx.db
    .selectFrom('forecastRun')
    .select(['result', 'names'])
    .where('id', '=', from.forecastId)
    .executeTakeFirst();
  const order = run?.result.orders[from.index];
  if (run === undefined || order === undefined) throw ctx.refuse('forecast.no-such-figure');
  const title = run.names.occupations.find((one) => one.id === order.occupation);
  return {
    occupation: order.occupation,
    occupationTitle: title?.title ?? order.occupation,
    occupationTitleEn: title?.titleEn ?? order.occupation,
    quarter: order.answers.quarter,
    gap: order.answers.gap.mean,
    shortageProbability: order.answers.shortageProbability,
    expectedJoiners: order.expectedJoiners,
    covered: order.covered,
    costOfDoingNothing: order.costOfDoingNothing,
    code: order.reason.code,
    params: order.reason.params,
  };
}

/** What an order can name: own posts, and programmes that partner schools publish. */
export const listOrderable = operation(contract.posts, async (ctx) => {
  const posts = (await findPosts(ctx)).map(({ siteId: _, ...post }) => post);
  const partners = await partnersOf(ctx.transaction, ctx.today);
  const names = await organisationNames(ctx, partners);
  const programmes = await publicProgrammes(ctx, partners);
  return {
    posts,
    programmes: programmes.map(({ schoolId, majorCode, name, nameEn, occupations }) => ({
      schoolId,
      school: names.get(schoolId)?.name ?? '',
      schoolEn: names.get(schoolId)?.nameEn ?? '',
      majorCode,
      name,
      nameEn,
      occupations,
    })),
  };
});
