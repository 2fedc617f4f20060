import { classesOf } from '@dualtrack/order-classes/server';
import { notFound } from '@dualtrack/platform/errors';
import { type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { baseOf } from '@dualtrack/training-bases/server';
import type { CalendarView } from '../calendar-contract.ts';
import { contract, type weekKinds } from '../contract.ts';
import { type CalendarSubject, calendarOf } from './calendar-of.ts';
import type { RotationsTables } from './tables.ts';

const operation = operationsOn<RotationsTables>();

/** Whether somebody may look at a calendar at all: students and guardians only at their own. */
export function mayRead(actor: OperationContext<never>['actor'], subject: CalendarSubject): boolean {
  if (actor.role !== 'student' && actor.role !== 'guardian') return true;
  return subject.by === 'student' && subject.subjectId === actor.subjectId;
}

export const readCalendar = operation(contract.calendar.read, async (ctx, input) => {
  if (!mayRead(ctx.actor, input)) throw notFound('calendar');
  const found = await calendarOf(ctx, input);
  if (found === undefined) throw notFound('calendar');
  const { revisions: _, ...shown } = found;
  return {
    ...shown,
    weeks: shown.weeks.map(({ kind, classId: __, ...week }) => ({
      ...week,
      // Kinds were checked by the contract when they were written.
      kind: kind as (typeof weekKinds)[number],
    })),
  };
});

type Named = { name: string; nameEn: string };

/** What has one name in all languages. */
function named(name: string): Named {
  return { name, nameEn: '' };
}

/** Everybody and everything in published plans that the caller may look at. */
export const listCalendars = operation(contract.calendar.subjects, async (ctx) => {
  let query = ctx.db
    .selectFrom('rotationBlock as b')
    .innerJoin('rotationPlan as p', (join) =>
      join.onRef('p.tenantId', '=', 'b.tenantId').onRef('p.id', '=', 'b.planId'),
    )
    .select(['p.classId', 'p.baseId', 'b.studentId', 'b.studentName', 'b.stationId', 'b.stationName'])
    .select(['b.stationNameEn', 'b.siteName', 'b.siteNameEn', 'b.mentorId', 'b.mentorName'])
    .distinct()
    .where('p.state', '=', 'published');
  const { role, subjectId } = ctx.actor;
  const isOwnOnly = role === 'student' || role === 'guardian';
  if (isOwnOnly) query = query.where('b.studentId', '=', subjectId ?? ctx.actor.personId);
  const rows = await query.execute();
  const classes = new Map((await classesOf(ctx)).map((one) => [one.id, one.name]));
  const found = new Map<string, CalendarSubject & Named & { note: string; noteEn: string }>();
  const add = (by: CalendarView, id: string | null, { name, nameEn }: Named, note = '', noteEn = '') => {
    if (id !== null && !(isOwnOnly && by !== 'student'))
      found.set(`${by} ${id}`, { by, subjectId: id, name, nameEn, note, noteEn });
  };
  const bases = new Map<string, Named>();
  const staffNumbers = new Map<string, string>();
  for (const baseId of isOwnOnly ? [] : new Set(rows.map((row) => row.baseId))) {
    const base = await baseOf(ctx, baseId);
    bases.set(baseId, base ?? named(''));
    for (const { id, staffNumber } of base?.mentors ?? []) staffNumbers.set(id, staffNumber);
  }
  for (const row of rows) {
    const className = classes.get(row.classId) ?? '';
    const station = { name: row.stationName, nameEn: row.stationNameEn };
    add('class', row.classId, named(className));
    add('student', row.studentId, named(row.studentName), className);
    add('mentor', row.mentorId, named(row.mentorName), staffNumbers.get(row.mentorId ?? ''));
    add('station', row.stationId, station, row.siteName, row.siteNameEn);
    add('base', row.baseId, bases.get(row.baseId) ?? named(''));
  }
  const items = [...found.values()].sort((left, right) => left.name.localeCompare(right.name, 'zh'));
  return { items };
});
