import { notFound } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import type { TalentContext } from './asking.ts';
import type { TalentTables } from './tables.ts';

const operation = operationsOn<TalentTables>();

export const listRooms = operation(contract.rooms.list, async (ctx) => {
  const rows = await ctx.db
    .selectFrom('talentRoom')
    .selectAll()
    .orderBy('isClosed')
    .orderBy('name')
    .execute();
  const coming = await ctx.db
    .selectFrom('roomReservation')
    .select((eb) => ['roomId', eb.fn.countAll<string>().as('count')])
    .where('endsAt', '>', ctx.now)
    .groupBy('roomId')
    .execute();
  return {
    items: rows.map((row) => ({
      ...row,
      coming: Number(coming.find((one) => one.roomId === row.id)?.count ?? 0),
    })),
  };
});

/** @throws room.name-taken */
async function requireFreeName(ctx: TalentContext<'room.name-taken'>, name: string, but: string | null) {
  const other = await ctx.db
    .selectFrom('talentRoom')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirst();
  if (other !== undefined && other.id !== but) throw ctx.refuse('room.name-taken');
}

export const createRoom = operation(contract.rooms.create, async (ctx, input) => {
  await requireFreeName(ctx, input.name, null);
  const id = newId();
  const made = await ctx.db
    .insertInto('talentRoom')
    .values({ ...input, tenantId: ctx.tenant, id, changedAt: ctx.now })
    .onConflict((conflict) => conflict.columns(['tenantId', 'name']).doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) throw ctx.refuse('room.name-taken');
  ctx.audit(id);
  return { id };
});

/** Sessions that were booked into a room keep it when it is closed: closing is for new ones. */
export const saveRoom = operation(contract.rooms.save, async (ctx, { roomId, ...facts }) => {
  await requireFreeName(ctx, facts.name, roomId);
  const saved = await ctx.db
    .updateTable('talentRoom')
    .set({ ...facts, changedAt: ctx.now })
    .where('id', '=', roomId)
    .executeTakeFirst();
  if (saved.numUpdatedRows !== 1n) throw notFound('talent_room');
  ctx.audit(roomId);
  return { id: roomId };
});
