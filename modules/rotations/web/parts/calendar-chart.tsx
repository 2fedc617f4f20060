import { TimeChart, today, useLanguage, useNameOf, usePhrases } from '@dualtrack/ui';
import type { CalendarView } from '../../calendar-contract.ts';
import { holidayName } from '../../holidays.ts';
import { daysBetween, weekAfter } from '../../week.ts';
import type { Calendar } from './calendar-words.ts';

/** A calendar week by week, row by row: who is where, above them the dual calendar of the class. */
export function CalendarChart(props: { readonly by: CalendarView; readonly calendar: Calendar }) {
  const { by, calendar } = props;
  const t = usePhrases('rotations');
  const nameOf = useNameOf();
  const { locale } = useLanguage();
  const mondays = [
    ...calendar.blocks.map((one) => one.firstWeek),
    ...calendar.weeks.map((one) => one.weekStart),
  ].sort();
  const first = mondays[0] ?? today();
  const count = Math.max(
    ...calendar.blocks.map((one) => daysBetween(first, one.firstWeek) / 7 + one.weeks),
    ...calendar.weeks.map((one) => daysBetween(first, one.weekStart) / 7 + 1),
  );
  const weeks = Array.from({ length: count }, (_, at) => ({ start: weekAfter(first, at) }));
  const isByStation = by === 'student' || by === 'mentor';
  const rowOf = (block: Calendar['blocks'][number]) =>
    isByStation
      ? {
          id: block.stationId,
          label: nameOf({ name: block.stationName, nameEn: block.stationNameEn }),
          note: nameOf({ name: block.siteName, nameEn: block.siteNameEn }),
        }
      : { id: block.placementId, label: block.studentName };
  const rows = [...new Map(calendar.blocks.map((block) => [rowOf(block).id, rowOf(block)])).values()];
  const units = [...new Set(calendar.blocks.map((block) => block.unitId))];
  const calendarRow = stretchesOf(calendar.weeks).map(({ kind, note, weekStart, length }) => ({
    id: `week-${weekStart}`,
    row: 'calendar',
    from: daysBetween(first, weekStart) / 7,
    length,
    label: note === '' ? t(`kind.${kind}`) : holidayName(note, locale),
    ...(kind === 'school' || kind === 'enterprise' ? { side: kind } : { tint: 7 }),
  }));
  return (
    <TimeChart
      label={nameOf(calendar)}
      rowLabel={isByStation ? t('chart.station') : t('chart.student')}
      rows={[...(calendarRow.length > 0 ? [{ id: 'calendar', label: t('calendar.title') }] : []), ...rows]}
      weeks={weeks}
      blocks={[
        ...calendarRow,
        ...calendar.blocks.map((block) => ({
          id: block.id,
          row: rowOf(block).id,
          from: daysBetween(first, block.firstWeek) / 7,
          length: block.weeks,
          label:
            by === 'mentor' ? block.studentName : nameOf({ name: block.unitName, nameEn: block.unitNameEn }),
          detail: [
            nameOf({ name: block.stationName, nameEn: block.stationNameEn }),
            nameOf({ name: block.siteName, nameEn: block.siteNameEn }),
            block.mentorName,
            block.className,
          ].join(', '),
          tint: units.indexOf(block.unitId),
        })),
      ]}
      today={today()}
    />
  );
}

type Week = Calendar['weeks'][number];

/** Weeks of one kind and note in a row as one stretch. */
function stretchesOf(weeks: readonly Week[]): (Week & { length: number })[] {
  const stretches: (Week & { length: number })[] = [];
  for (const week of weeks) {
    const last = stretches.at(-1);
    const follows = last !== undefined && weekAfter(last.weekStart, last.length) === week.weekStart;
    if (follows && last.kind === week.kind && last.note === week.note) last.length += 1;
    else stretches.push({ ...week, length: 1 });
  }
  return stretches;
}
