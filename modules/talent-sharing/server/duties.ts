import { partnersOf } from '@dualtrack/platform/access';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { calendarOf } from '@dualtrack/rotations/server';
import { dayShift, mentorIdsOf } from '@dualtrack/training-bases/server';
import { sql } from 'kysely';
import { type BookingFault, type BookingTime, meetsHours } from '../booking.ts';
import { addDay } from '../days.ts';
import type { Side } from '../side.ts';
import type { TalentTables } from './tables.ts';

type Inner = TransactionContext<TalentTables>;

/**
 * Why a teacher who is at an enterprise for practice cannot come; null when they can. What they give to the very
 * enterprise where they are, under the same agreement, is no conflict. Runs in the expert's home.
 */
export async function stayFault(
  inner: Inner,
  side: Side,
  expertId: string,
  session: { agreementId: string; forSide: Side },
  on: string,
): Promise<BookingFault | null> {
  if (side !== 'school') return null;
  const stay = await inner.db
    .selectFrom('talentStay')
    .select(['agreementId', 'fromOn', 'toOn'])
    .where('expertId', '=', expertId)
    .where('form', '=', 'teacher-practice')
    .where('state', 'in', ['planned', 'running'])
    .where('fromOn', '<=', on)
    .where('toOn', '>=', on)
    .executeTakeFirst();
  if (stay === undefined) return null;
  if (stay.agreementId === session.agreementId && session.forSide === 'enterprise') return null;
  return { code: 'expert.on-stay', from: stay.fromOn, to: stay.toOn };
}

/**
 * Why a mentor who guides learners at that hour cannot come; null when nobody is there. Published rotations of all
 * partner schools are looked at, in weeks in which the class is at the enterprise. Runs in the enterprise's home.
 */
export async function rotationFault(
  inner: Inner,
  side: Side,
  staffId: string | null,
  time: BookingTime,
): Promise<BookingFault | null> {
  if (side !== 'enterprise' || staffId === null) return null;
  const monday = addDay(time.on, 1 - time.local.weekday);
  for (const school of await partnersOf(inner.transaction, inner.today)) {
    const scope = { tenant: school, enterprise: inner.tenant };
    const fault = await inner.within(scope, async (place): Promise<BookingFault | null> => {
      for (const subjectId of await mentorIdsOf(place, staffId)) {
        const blocks = (await calendarOf(place, { by: 'mentor', subjectId }))?.blocks ?? [];
        const there = await presentIn(place, monday);
        const now = blocks.filter(
          (block) => there.has(block.id) && meetsHours(block.shift ?? dayShift, time.local),
        );
        const [first] = now;
        if (first !== undefined)
          return { code: 'expert.on-rotation', learners: now.length, unit: first.unitName };
      }
      return null;
    });
    if (fault !== null) return fault;
  }
  return null;
}

/** Blocks of published rotations whose learners are at the enterprise in a week; from the view of the rotations' room. */
async function presentIn(place: Inner, monday: string): Promise<Set<string>> {
  const { rows } = await sql<{ blockId: string }>`
    select block_id as "blockId" from rotations_station_week
    where tenant_id = ${place.tenant} and week_start = ${monday}`.execute(place.db);
  return new Set(rows.map((row) => row.blockId));
}
