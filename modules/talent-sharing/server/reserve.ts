import type { TransactionContext } from '@dualtrack/platform/operation';
import { type BookingFault, type BookingTime, whyNotBook } from '../booking.ts';
import { localSpan } from '../session-time.ts';
import type { Side } from '../side.ts';
import { atOwner } from './asking.ts';
import { rotationFault, stayFault } from './duties.ts';
import { promisedOf, publishListing } from './listing.ts';
import type { TalentTables } from './tables.ts';

/** A session as far as booking looks at it. */
export type ToBook = {
  id: string;
  home: string;
  agreementId: string;
  forSide: Side;
  startsAt: Date;
  endsAt: Date;
};

/** The time of a session by an expert's own clock, which is that of the deployment. */
export function bookingTime(
  session: Pick<ToBook, 'startsAt' | 'endsAt'>,
  zone: string,
  minutes: number,
): BookingTime {
  const { startsAt, endsAt } = session;
  const { on, ...local } = localSpan(startsAt, endsAt, zone);
  return { on, month: on.slice(0, 7), startsAt, endsAt, local, minutes };
}

/**
 * Promises an expert's hours to a session, in the expert's own home with the card locked: of two who book the same hour
 * at once, from whichever partner, the second is told. Who guides learners at that hour needs somebody who covers. Answers
 * why not; null when it is done.
 */
export async function reserve(
  context: TransactionContext<TalentTables>,
  owner: { home: string; side: Side },
  expertId: string,
  session: ToBook,
  booked: { minutes: number; cover: string },
): Promise<(BookingFault & { name: string }) | null> {
  return atOwner(context, owner.home, async (inner) => {
    const expert = await inner.db
      .selectFrom('expert')
      .select(['name', 'subjectId', 'leftOn', 'slots', 'absences', 'monthlyHours'])
      .where('id', '=', expertId)
      .forUpdate()
      .executeTakeFirst();
    if (expert === undefined) return { code: 'expert.left', name: '' };
    const promised = await promisedOf(inner, expertId);
    const { minutes, cover } = booked;
    const time = bookingTime(session, context.kernel.config.timeZone, minutes);
    const fault =
      whyNotBook({ ...expert, ...promised }, time) ??
      (await stayFault(inner, owner.side, expertId, session, time.on)) ??
      (cover === '' ? await rotationFault(inner, owner.side, expert.subjectId, time) : null);
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
