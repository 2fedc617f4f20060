import { type Locale, phrase } from '@dualtrack/locales';
import type { CalendarEntry } from '@dualtrack/platform/calendar';
import { holidayName } from '../holidays.ts';
import { dayAfter, weekAfter } from '../week.ts';
import type { CalendarSubject, calendarOf } from './calendar-of.ts';
import { blockSiteIn, blockStationIn } from './plan-book.ts';

type Calendar = NonNullable<Awaited<ReturnType<typeof calendarOf>>>;
type Block = Calendar['blocks'][number];

/**
 * A rotation as entries of a calendar program: one for each block, from its Monday to the last working day of its last
 * week, one for each stretch of exams or holidays, one for each day that is not what its weekday says. An entry keeps
 * its identity when a new plan moves it.
 */
export function entriesOf(
  calendar: Calendar,
  asked: CalendarSubject & { locale: Locale; address: string },
): CalendarEntry[] {
  const { by, locale, address } = asked;
  const counts = new Map<string, number>();
  const blocks = calendar.blocks.map((block): CalendarEntry => {
    const key = `${block.placementId}-${block.unitId}`;
    const at = counts.get(key) ?? 0;
    counts.set(key, at + 1);
    const url =
      by === 'student'
        ? `${address}/my-weeks`
        : `${address}/rotation-calendar?by=${by}&id=${asked.subjectId}`;
    return {
      uid: `block-${key}-${at}`,
      ...revised(calendar, block.classId),
      title: titleOf(block, asked),
      when: { from: block.firstWeek, to: lastDayOf(block) },
      location: `${blockStationIn(locale, block)}, ${blockSiteIn(locale, block)}`,
      description: describe(block, locale),
      url,
    };
  });
  return [...blocks, ...weekEntries(calendar, locale), ...dayEntries(calendar, locale)];
}

function titleOf(block: Block, { by, locale }: CalendarSubject & { locale: Locale }): string {
  const unit = locale === 'en' ? block.unitNameEn || block.unitName : block.unitName;
  if (by === 'student') return unit;
  if (by === 'station') return block.studentName;
  return `${block.studentName} · ${unit}`;
}

function describe(block: Block, locale: Locale): string {
  const hours = block.shift === null ? '' : `${block.shift.start}–${block.shift.end}`;
  const mentor =
    block.mentorName === '' ? '' : `${phrase(locale, 'rotations', 'block.mentor')}: ${block.mentorName}`;
  return [block.className, mentor, hours].filter((part) => part !== '').join('\n');
}

function lastDayOf({ firstWeek, weeks, shift }: Block): string {
  const lastWeekday = Math.max(1, ...(shift?.weekdays ?? [5]));
  return dayAfter(weekAfter(firstWeek, weeks - 1), lastWeekday - 1);
}

/** Exams and holidays of a class; weeks at school and at the enterprise go without saying. */
function weekEntries(calendar: Calendar, locale: Locale): CalendarEntry[] {
  return calendar.weeks.flatMap(({ classId, weekStart, kind, note }): CalendarEntry[] => {
    if (kind !== 'exam' && kind !== 'holiday' && kind !== 'school') return [];
    const title =
      kind === 'school' || note === ''
        ? phrase(locale, 'rotations', `kind.${kind}`)
        : holidayName(note, locale);
    return [
      {
        ...{ uid: `week-${classId}-${weekStart}`, title, ...revised(calendar, classId) },
        when: { from: weekStart, to: dayAfter(weekStart, 4) },
      },
    ];
  });
}

function dayEntries(calendar: Calendar, locale: Locale): CalendarEntry[] {
  const counts = new Map<string, number>();
  return calendar.days.map(({ date, kind, name }) => {
    // Where people of two countries meet, one day may have two names.
    const at = counts.get(date) ?? 0;
    counts.set(date, at + 1);
    return dayEntry({ date, kind, name }, at, locale);
  });
}

function dayEntry({ date, kind, name }: Calendar['days'][number], at: number, locale: Locale): CalendarEntry {
  return {
    uid: `day-${date}${at === 0 ? '' : `-${at}`}@dualtrack`,
    title:
      kind === 'work'
        ? phrase(locale, 'rotations', 'day.work', { name: holidayName(name, locale) })
        : holidayName(name, locale),
    when: { from: date, to: date },
  };
}

function revised(calendar: Calendar, classId: string): Pick<CalendarEntry, 'revision'> {
  const revision = calendar.revisions.get(classId);
  return revision === undefined ? {} : { revision };
}
