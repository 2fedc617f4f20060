import { dayOf } from '@dualtrack/platform/clock';
import { notFound } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import { homeOf, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import type { TrainingBasesTables } from './tables.ts';

const operation = operationsOn<TrainingBasesTables>();

export const listBookings = operation(contract.bookings.list, async (ctx, input) => {
  const home = await homeOf(ctx, 'base', input.baseId);
  const from = new Date(`${input.from ?? ctx.today}T00:00:00+08:00`);
  const rows = await ctx.inHome(home, ({ db }) =>
    db
      .selectFrom('baseBooking')
      .select(['id', 'equipmentId', 'startsAt', 'endsAt', 'purpose', 'bookedBy', 'bookedByName'])
      .where('baseId', '=', input.baseId)
      .where('endsAt', '>=', from)
      .orderBy('startsAt')
      .limit(500)
      .execute(),
  );
  return {
    items: rows.map(({ bookedBy, startsAt, endsAt, ...row }) => ({
      ...row,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      isOwn: bookedBy === ctx.actor.personId,
    })),
  };
});

/** Books a piece of equipment for an interval; its end may be another booking's start. */
export const createBooking = operation(contract.bookings.create, async (ctx, input) => {
  const { baseId, equipmentId, purpose } = input;
  const [startsAt, endsAt] = [new Date(input.startsAt), new Date(input.endsAt)];
  if (startsAt >= endsAt) throw ctx.refuse('booking.ends-first');
  if (endsAt <= ctx.now) throw ctx.refuse('booking.past');
  const home = await homeOf(ctx, 'base', baseId);
  return ctx.inHome(home, async (inner) => {
    // Two who book the same thing at once wait for each other here.
    const equipment = await inner.db
      .selectFrom('baseEquipment')
      .select(['id', 'enterpriseId', 'condition', 'inspectionDue'])
      .where('id', '=', equipmentId)
      .where('baseId', '=', baseId)
      .forUpdate()
      .executeTakeFirst();
    if (equipment === undefined) throw ctx.refuse('booking.no-such-equipment');
    if (equipment.condition === 'broken') throw ctx.refuse('booking.broken');
    const due = equipment.inspectionDue;
    if (due !== null && dayOf(endsAt, ctx.kernel.config.timeZone) > due) {
      throw ctx.refuse('booking.inspection-due', { due });
    }
    const taken = await inner.db
      .selectFrom('baseBooking')
      .select(['startsAt', 'endsAt', 'bookedByName'])
      .where('equipmentId', '=', equipmentId)
      .where('startsAt', '<', endsAt)
      .where('endsAt', '>', startsAt)
      .orderBy('startsAt')
      .executeTakeFirst();
    if (taken !== undefined) {
      throw ctx.refuse('booking.conflict', {
        startsAt: taken.startsAt.toISOString(),
        endsAt: taken.endsAt.toISOString(),
        name: taken.bookedByName,
      });
    }
    const id = newId();
    await inner.db
      .insertInto('baseBooking')
      .values({
        ...{ tenantId: inner.tenant, enterpriseId: equipment.enterpriseId, id, baseId, equipmentId },
        ...{ startsAt, endsAt, purpose, createdAt: ctx.now },
        ...{ bookedBy: ctx.actor.personId, bookedByName: ctx.actor.name },
      })
      .execute();
    ctx.audit(baseId, { booking: id });
    return { id };
  });
});

export const cancelBooking = operation(contract.bookings.cancel, async (ctx, input) => {
  const home = await homeOf(ctx, 'base', input.baseId);
  return ctx.inHome(home, async (inner) => {
    const booking = await inner.db
      .selectFrom('baseBooking')
      .select(['id', 'bookedBy'])
      .where('id', '=', input.bookingId)
      .where('baseId', '=', input.baseId)
      .executeTakeFirst();
    if (booking === undefined) throw notFound('base-booking');
    const isKeeper = ctx.actor.role === 'enterprise-hr' || ctx.actor.role === 'project-lead';
    if (booking.bookedBy !== ctx.actor.personId && !isKeeper) throw ctx.refuse('booking.not-yours');
    await inner.db.deleteFrom('baseBooking').where('id', '=', booking.id).execute();
    ctx.audit(input.baseId, { cancelled: booking.id });
    return { ok: true as const };
  });
});
