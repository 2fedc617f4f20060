import { schoolHomes } from '@dualtrack/accounts/server';
import { asSystem, type Kernel, type TransactionContext } from '@dualtrack/platform/operation';
import { closingDays } from '../notice.ts';
import { classTransitions } from '../order-class.ts';
import { ownDb } from './class-doors.ts';
import { moveUp } from './refill-class.ts';
import { sendLetters } from './send-letters.ts';
import type { OrderClassesTables } from './tables.ts';
import { type Told, told } from './tell.ts';
import { keepNotices } from './tell-people.ts';

const hourMilliseconds = 3_600_000;
/** Reminders of a time go out on the first look of the day that is this near. */
const soonHours = 36;

/**
 * What a new day brings: choices that open, reminders of those that close, of information sessions and interviews, and of exit windows
 * that open; waiting lists that move up by themselves; and letters that a stopped server left behind. Done again on the same day it tells nobody twice.
 */
export async function passDay(kernel: Kernel): Promise<void> {
  for (const home of await schoolHomes(kernel)) {
    await asSystem<OrderClassesTables, void>(kernel, home, async (context) => {
      for (const one of await remindersOf(context)) await keepNotices(context, one);
    });
    await moveUpAll(kernel, home);
    await sendLetters(kernel, home);
  }
}

/** The waiting lists of a school's classes, each in a transaction of its own: one that fails holds up no other. */
async function moveUpAll(kernel: Kernel, tenantId: string): Promise<void> {
  const classes = await asSystem<OrderClassesTables, { id: string }[]>(kernel, tenantId, (context) =>
    ownDb(context)
      .selectFrom('orderClass')
      .select('id')
      .where('movesUp', '=', true)
      .where('state', 'in', [...classTransitions.refill.from])
      .execute(),
  );
  for (const { id } of classes) {
    try {
      await asSystem<OrderClassesTables, number>(kernel, tenantId, (context) => moveUp(context, id));
    } catch (error) {
      kernel.log.error({ err: error, classId: id }, 'waiting list not moved up');
    }
  }
}

async function remindersOf(context: TransactionContext<OrderClassesTables>): Promise<Told[]> {
  return [...(await windowReminders(context)), ...(await timeReminders(context))];
}

async function windowReminders(context: TransactionContext<OrderClassesTables>): Promise<Told[]> {
  const { today } = context;
  const db = ownDb(context);
  const near = new Date(Date.parse(`${today}T00:00:00Z`) + closingDays * 24 * hourMilliseconds);
  const closing = await db
    .selectFrom('orderClass')
    .select(['id', 'enterpriseId', 'applicationsUntil'])
    .where('state', '=', 'open')
    .where('applicationsUntil', '>=', today)
    .where('applicationsUntil', '<=', near.toISOString().slice(0, 10))
    .where(({ or, eb }) => or([eb('applicationsFrom', 'is', null), eb('applicationsFrom', '<=', today)]))
    .execute();
  // Also on a later day than the first one, should the server have rested: a notice is kept once.
  const opening = await db
    .selectFrom('orderClass')
    .select(['id', 'enterpriseId', 'applicationsFrom'])
    .where('state', '=', 'open')
    .where('applicationsFrom', '<=', today)
    .where(({ or, eb }) => or([eb('applicationsUntil', 'is', null), eb('applicationsUntil', '>=', today)]))
    .execute();
  const leaving = await db
    .selectFrom('orderClass')
    .select(['id', 'enterpriseId', 'exitFrom', 'exitUntil'])
    .where('state', 'in', ['published', 'running'])
    .where('exitFrom', '<=', today)
    .where('exitUntil', '>=', today)
    .execute();
  return [
    ...opening.map((row) => {
      const on = row.applicationsFrom ?? today;
      return told(context.now, row, 'opened', { happening: on, on });
    }),
    ...closing.map((row) => {
      const on = row.applicationsUntil ?? today;
      return told(context.now, row, 'closing', { happening: on, on });
    }),
    ...leaving.map((row) => {
      const on = row.exitUntil ?? today;
      return told(context.now, row, 'exit-open', { happening: `${row.exitFrom}`, on });
    }),
  ];
}

async function timeReminders(context: TransactionContext<OrderClassesTables>): Promise<Told[]> {
  const { now } = context;
  const db = ownDb(context);
  const until = new Date(now.getTime() + soonHours * hourMilliseconds);
  const briefings = await db
    .selectFrom('classBriefing')
    .select(['id', 'classId', 'enterpriseId', 'startsAt'])
    .where('isCancelled', '=', false)
    .where('startsAt', '>', now)
    .where('startsAt', '<=', until)
    .execute();
  const interviews = await db
    .selectFrom('interviewBooking as b')
    .innerJoin('interviewSlot as s', (join) =>
      join.onRef('s.tenantId', '=', 'b.tenantId').onRef('s.id', '=', 'b.slotId'),
    )
    .innerJoin('application as a', (join) =>
      join.onRef('a.tenantId', '=', 'b.tenantId').onRef('a.id', '=', 'b.applicationId'),
    )
    .select(['s.id', 's.classId', 's.enterpriseId', 's.startsAt', 'a.studentId'])
    .where('a.isWithdrawn', '=', false)
    .where('s.startsAt', '>', now)
    .where('s.startsAt', '<=', until)
    .execute();
  const of = (row: { classId: string; enterpriseId: string }) => ({
    id: row.classId,
    enterpriseId: row.enterpriseId,
  });
  return [
    ...briefings.map((row) =>
      told(now, of(row), 'briefing-soon', {
        happening: `${row.id} ${row.startsAt.toISOString()}`,
        at: row.startsAt,
      }),
    ),
    ...interviews.map((row) =>
      told(now, of(row), 'interview-soon', {
        happening: `${row.id} ${row.startsAt.toISOString()}`,
        ...{ studentId: row.studentId, at: row.startsAt },
      }),
    ),
  ];
}
