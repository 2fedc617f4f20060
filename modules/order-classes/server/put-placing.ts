import { notFound } from '@dualtrack/platform/errors';
import { operationsOn } from '@dualtrack/platform/operation';
import type { Placing } from '../contract/placing.ts';
import { contract } from '../contract.ts';
import { whyNot } from '../order-class.ts';
import { seatsOf } from './class-view.ts';
import type { OrderClassesTables } from './tables.ts';

const operation = operationsOn<OrderClassesTables>();

/** The part that stands once the class is open, in an order of its own. */
function fixedPart({ rule, hasGroups, minimum, seats, appealDays }: Placing): string {
  const least = seats.filter((seat) => seat.minimum > 0).sort((a, b) => (a.seatId < b.seatId ? -1 : 1));
  return JSON.stringify([
    rule,
    hasGroups,
    minimum,
    appealDays,
    least.map((seat) => [seat.seatId, seat.minimum]),
  ]);
}

/**
 * How places are given, and when the class may be left. Whoever chooses must know by what rule: once the class is
 * open only the exit window and whether the waiting list moves up by itself may change, until the class is over.
 */
export const putPlacing = operation(contract.placing.put, async (ctx, input): Promise<Placing> => {
  const { classId, ...given } = input;
  const row = await ctx.db
    .selectFrom('orderClass')
    .selectAll()
    .where('id', '=', classId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw notFound('order-class');
  const reason = whyNot(row, ctx.actor, 'place');
  if (reason === 'class.not-your-role' || row.state === 'finished')
    throw ctx.refuse(reason ?? 'class.not-in-state', { action: 'place' });
  const seats = await seatsOf(ctx, [classId]);
  const before: Placing = {
    ...{ rule: row.placingRule, hasGroups: row.hasGroups, minimum: row.minimum },
    seats: seats.map(({ id, minimum }) => ({ seatId: id, minimum })),
    ...{ exitFrom: row.exitFrom, exitUntil: row.exitUntil, appealDays: row.appealDays },
    movesUp: row.movesUp,
  };
  if (reason !== null && fixedPart(before) !== fixedPart(given)) throw ctx.refuse('placing.fixed');
  for (const { seatId, minimum } of given.seats) {
    const seat = seats.find((one) => one.id === seatId);
    if (seat === undefined) throw ctx.refuse('class.no-such-seat');
    if (minimum > seat.capacity) throw ctx.refuse('placing.minimum-too-high', { limit: seat.capacity });
  }
  if (given.minimum > row.capacity) throw ctx.refuse('placing.minimum-too-high', { limit: row.capacity });
  await ctx.db
    .updateTable('orderClass')
    .set({
      ...{ placingRule: given.rule, hasGroups: given.hasGroups, minimum: given.minimum },
      ...{ exitFrom: given.exitFrom, exitUntil: given.exitUntil, appealDays: given.appealDays },
      movesUp: given.movesUp,
      changedAt: ctx.now,
    })
    .where('id', '=', classId)
    .execute();
  const least = seats.map(({ id }) => ({
    seatId: id,
    minimum: given.seats.find((seat) => seat.seatId === id)?.minimum ?? 0,
  }));
  for (const { seatId, minimum } of least) {
    await ctx.db.updateTable('classSeat').set({ minimum }).where('id', '=', seatId).execute();
  }
  ctx.audit(classId, { rule: given.rule, minimum: given.minimum });
  return { ...given, seats: least };
});
