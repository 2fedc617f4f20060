import { placementsOf } from '@dualtrack/order-classes/server';
import { operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { atOwner, sideOf, type TalentContext } from './asking.ts';
import { act } from './move-session.ts';
import type { TalentTables } from './tables.ts';

const operation = operationsOn<TalentTables>();
export type RoomCode = 'room.unknown' | 'room.closed' | 'room.other-side' | 'room.too-small' | 'room.booked';
type Held = { id: string; title: string; startsAt: Date; endsAt: Date };

/** A room of the own side as it is now. @throws room.unknown, room.closed */
export async function openRoom(
  ctx: TalentContext<RoomCode>,
  roomId: string,
  place: TransactionContext<TalentTables> = ctx,
) {
  const room = await atOwner(place, ctx.tenant, ({ db }) =>
    db.selectFrom('talentRoom').selectAll().where('id', '=', roomId).executeTakeFirst(),
  );
  if (room === undefined) throw ctx.refuse('room.unknown');
  if (room.isClosed) throw ctx.refuse('room.closed');
  return room;
}

/** How many people a room must hold: the seats that are offered, or the class that comes. */
export async function headsOf(
  context: TransactionContext<TalentTables>,
  session: { seats: number | null; classId: string | null },
): Promise<number> {
  const placed = session.classId === null ? [] : await placementsOf(context, session.classId);
  return Math.max(session.seats ?? 0, placed.length);
}

/**
 * Takes a room of the own side for a session, with the room locked: of two who book at once the second is told. A room
 * that is free from an hour on may be taken from that hour on. `place`: where the work goes on afterwards.
 */
export async function bookRoom(
  ctx: TalentContext<RoomCode>,
  place: TransactionContext<TalentTables>,
  roomId: string,
  session: Held,
  heads: number,
): Promise<{ name: string; seats: number; zone: string }> {
  const { id: sessionId, title, startsAt, endsAt } = session;
  const room = await openRoom(ctx, roomId, place);
  if (heads > room.seats) {
    throw ctx.refuse('room.too-small', { room: room.name, seats: room.seats, needed: heads });
  }
  await atOwner(place, ctx.tenant, async ({ db, tenant }) => {
    await db.selectFrom('talentRoom').select('id').where('id', '=', roomId).forUpdate().execute();
    await db.deleteFrom('roomReservation').where('sessionId', '=', sessionId).execute();
    const taken = await db
      .selectFrom('roomReservation')
      .select(['title', 'startsAt', 'endsAt'])
      .where('roomId', '=', roomId)
      .where('startsAt', '<', endsAt)
      .where('endsAt', '>', startsAt)
      .orderBy('startsAt')
      .executeTakeFirst();
    if (taken !== undefined) {
      const [from, to] = [taken.startsAt.toISOString(), taken.endsAt.toISOString()];
      throw ctx.refuse('room.booked', { room: room.name, title: taken.title, startsAt: from, endsAt: to });
    }
    await db
      .insertInto('roomReservation')
      .values({ tenantId: tenant, sessionId, roomId, startsAt, endsAt, title })
      .execute();
  });
  return room;
}

/** Gives a session a room of the own side, or gives the room back; another side's room is theirs to change. */
export const setRoom = operation(contract.sessions.setRoom, (ctx, { sessionId, roomId }) =>
  act(ctx, sessionId, 'place', async (inner, row) => {
    const side = sideOf(ctx);
    if (row.roomSide !== null && row.roomSide !== side) throw ctx.refuse('room.other-side');
    const place = roomId === null ? null : await bookRoom(ctx, inner, roomId, row, await headsOf(inner, row));
    if (place === null) {
      await atOwner(inner, ctx.tenant, ({ db }) =>
        db.deleteFrom('roomReservation').where('sessionId', '=', sessionId).execute(),
      );
    }
    await inner.db
      .updateTable('talentSession')
      .set({
        ...{ roomId, roomSide: roomId === null ? null : side, changedAt: ctx.now },
        ...{ roomName: place?.name ?? '', roomSeats: place?.seats ?? null },
        ...(place === null ? {} : { heldAt: side }),
      })
      .where('id', '=', sessionId)
      .execute();
  }),
);
