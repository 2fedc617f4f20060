import { findPosts } from '@dualtrack/organisations/server';
import { notFound } from '@dualtrack/platform/errors';
import { operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { type LegalLimit, legalLimit, legalShares } from '../host-limit.ts';
import { whyNot } from '../order-class.ts';
import { ownDb } from './class-doors.ts';
import { seatsOf } from './class-view.ts';
import type { OrderClassesTables } from './tables.ts';

const operation = operationsOn<OrderClassesTables>();
type ClassRow = { id: string; enterpriseId: string; startsOn: string; endsOn: string };
export type LegalLimits = { host: LegalLimit; seats: (LegalLimit & { seatId: string })[] };

/**
 * The legal limits of a class from the staff of the enterprise's posts as they stand today, less the learners whom
 * this school's other classes have there at the same time. Of other schools' learners nothing is known here;
 * the check before the start counts them.
 */
export async function legalLimits<Tables>(
  context: TransactionContext<Tables>,
  row: ClassRow,
): Promise<LegalLimits> {
  const posts = await context.within({ tenant: row.enterpriseId, enterprise: null }, (inner) =>
    findPosts(inner),
  );
  const others = await ownDb(context)
    .selectFrom('placement')
    .select('postId')
    .where('enterpriseId', '=', row.enterpriseId)
    .where('classId', '!=', row.id)
    .where('state', 'in', ['offered', 'accepted', 'active'])
    .where('startsOn', '<=', row.endsOn)
    .where('endsOn', '>=', row.startsOn)
    .execute();
  const staff = posts.reduce((sum, post) => sum + post.headcount, 0);
  const seats = await seatsOf(context, [row.id]);
  return {
    host: legalLimit(staff, legalShares.host, others.length),
    seats: seats.map((seat) => {
      // A post that has been removed since is judged as the order showed it.
      const headcount = posts.find((post) => post.id === seat.postId)?.headcount ?? seat.post.headcount;
      const taken = others.filter((one) => one.postId === seat.postId).length;
      return { seatId: seat.id, ...legalLimit(headcount, legalShares.post, taken) };
    }),
  };
}

/** The limits while the class can be matched; without them before and after. */
export const getLegalLimits = operation(contract.matchings.limits, async (ctx, input) => {
  const row = await ctx.db
    .selectFrom('orderClass')
    .select(['id', 'enterpriseId', 'startsOn', 'endsOn', 'state'])
    .where('id', '=', input.classId)
    .executeTakeFirst();
  if (row === undefined) throw notFound('order-class');
  const reason = whyNot(row, ctx.actor, 'match');
  if (reason === 'class.not-your-role') throw ctx.refuse(reason, { action: 'match' });
  // Still open on somebody's screen while another publishes: a normal state, with nothing left to limit.
  return reason === null ? legalLimits(ctx, row) : { host: null, seats: [] };
});
