import type { TransactionContext } from '@dualtrack/platform/operation';
import { type BookingFault, type BookingTime, whyNotBook } from '../booking.ts';
import { sessionTime } from '../session-time.ts';
import type { Side } from '../side.ts';
import { atOwner } from './asking.ts';
import { promisedOf, publishListing } from './listing.ts';
import type { TalentTables } from './tables.ts';

/** A session as far as booking looks at it. */
export type ToBook = {
  id: string;
  home: string;
  onDay: string;
  startsAt: Date;
  endsAt: Date;
};

/** The time of a stored session as booking wants it; an hour that was taken once exists. */
export function bookingTime(session: ToBook, zone: string, minutes: number): BookingTime {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' });
  const long = Math.round((session.endsAt.getTime() - session.startsAt.getTime()) / 60_000);
  const time = sessionTime({ on: session.onDay, at: format.format(session.startsAt), minutes: long }, zone);
  if (typeof time === 'string') throw new Error(`a stored session has no time: ${time}`);
  return { ...time, on: session.onDay, minutes };
}

/**
 * Promises an expert's hours to a session, in the expert's own home with the card locked: of two who book the same hour
 * at once, from whichever partner, the second is told. Answers why not; null when it is done.
 */
export async function reserve(
  context: TransactionContext<TalentTables>,
  owner: { home: string; side: Side },
  expertId: string,
  session: ToBook,
  minutes: number,
): Promise<(BookingFault & { name: string }) | null> {
  return atOwner(context, owner.home, async (inner) => {
    const expert = await inner.db
      .selectFrom('expert')
      .select(['name', 'leftOn', 'slots', 'absences', 'monthlyHours'])
      .where('id', '=', expertId)
      .forUpdate()
      .executeTakeFirst();
    if (expert === undefined) return { code: 'expert.left', name: '' };
    const promised = await promisedOf(inner, expertId);
    const time = bookingTime(session, context.kernel.config.timeZone, minutes);
    const fault = whyNotBook({ ...expert, ...promised }, time);
    if (fault !== null) return { ...fault, name: expert.name };
    await inner.db
      .insertInto('expertReservation')
      .values({
        ...{ tenantId: owner.home, expertId, sessionId: session.id, homeId: session.home },
        ...{ startsAt: session.startsAt, endsAt: session.endsAt, month: time.month, minutes },
      })
      .execute();
    await publishListing(inner, owner.side, expertId);
    return null;
  });
}

/** Gives an expert's hours of a session back. Doing it again changes nothing. */
export async function release(
  context: TransactionContext<TalentTables>,
  owner: { home: string; side: Side },
  expertId: string,
  sessionId: string,
): Promise<void> {
  await atOwner(context, owner.home, async (inner) => {
    const gone = await inner.db
      .deleteFrom('expertReservation')
      .where('expertId', '=', expertId)
      .where('sessionId', '=', sessionId)
      .executeTakeFirst();
    if (gone.numDeletedRows > 0n) await publishListing(inner, owner.side, expertId);
  });
}
