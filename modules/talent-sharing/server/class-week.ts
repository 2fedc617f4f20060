import { classOf } from '@dualtrack/order-classes/server';
import { calendarWeeks } from '@dualtrack/organisations/server';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { calendarOf } from '@dualtrack/rotations/server';
import { sql } from 'kysely';
import { addDay } from '../days.ts';
import type { TalentTables } from './tables.ts';

/**
 * What the week of a day is for a class: by its published rotation, else by the school's calendar; null where neither
 * says. The platform reads the calendar, which is the school's own; whoever asks learns the kind of this week only.
 */
export async function weekKind(
  context: TransactionContext<TalentTables>,
  home: string,
  classId: string,
  on: string,
): Promise<string | null> {
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay() || 7;
  const monday = addDay(on, 1 - weekday);
  return context.within({ tenant: home, enterprise: null }, async (inner) => {
    const plan = await calendarOf(inner, { by: 'class', subjectId: classId });
    const planned = plan?.weeks.find((week) => week.weekStart === monday);
    if (planned !== undefined) return planned.kind;
    const programmeId = (await classOf(inner, classId))?.programmeId ?? undefined;
    const [week] = await calendarWeeks(inner, {
      ...{ from: monday, to: monday },
      ...(programmeId === undefined ? {} : { programmeId }),
    });
    return week?.kind ?? null;
  });
}

/** Another session of a class at the same time; whoever plans for the class at the same moment waits here. */
export async function sessionOfClass(
  inner: TransactionContext<TalentTables>,
  classId: string,
  time: { startsAt: Date; endsAt: Date },
) {
  await sql`select pg_advisory_xact_lock(hashtextextended('talent.class ' || ${classId}, 0))`.execute(
    inner.db,
  );
  return inner.db
    .selectFrom('talentSession')
    .select(['title', 'startsAt', 'endsAt'])
    .where('classId', '=', classId)
    .where('state', 'in', ['asked', 'planned'])
    .where('startsAt', '<', time.endsAt)
    .where('endsAt', '>', time.startsAt)
    .executeTakeFirst();
}
