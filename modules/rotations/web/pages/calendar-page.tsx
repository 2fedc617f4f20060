import {
  Day,
  EmptyState,
  ErrorState,
  Loading,
  oneOf,
  PageHeader,
  Panel,
  TimeChart,
  today,
  useAddressQuery,
  useLanguage,
  useNameOf,
  useOperation,
  usePhrases,
} from '@dualtrack/ui';
import { Segmented, Select } from 'antd';
import { type CalendarView, calendarViews } from '../../calendar-contract.ts';
import { holidayName } from '../../holidays.ts';
import { daysBetween, weekAfter } from '../../week.ts';
import { rotations } from '../client.ts';
import { FeedPanel } from '../parts/feed-panel.tsx';
import '../rotations.css';

type Calendar = Awaited<ReturnType<typeof rotations.calendar.read>>;

/** The published dual calendar of one class, student, mentor, workstation or base, and its feed. */
export function CalendarPage() {
  const t = usePhrases('rotations');
  const nameOf = useNameOf();
  const [query, change] = useAddressQuery();
  const found = useOperation('rotations.subjects', rotations.calendar.subjects, {});
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { items } = found.data;
  const views = calendarViews.filter((view) => items.some((one) => one.by === view));
  const by = oneOf(views, query.by) ?? views[0];
  const own = items.filter((one) => one.by === by);
  const subjectId = own.find((one) => one.subjectId === query.id)?.subjectId ?? own[0]?.subjectId;
  if (by === undefined || subjectId === undefined) {
    return (
      <>
        <PageHeader title={t('cal.title')} />
        <EmptyState title={t('cal.none')}>{t('cal.noneNote')}</EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t('cal.title')} />
      <div className="ro-parts">
        {items.length < 2 ? null : (
          <div className="ro-row">
            <Segmented<CalendarView>
              aria-label={t('cal.by')}
              value={by}
              options={views.map((view) => ({ value: view, label: t(`cal.by.${view}`) }))}
              onChange={(view) => change({ by: view, id: undefined }, { replaces: true })}
            />
            <Select
              aria-label={t('cal.subject')}
              className="ro-subject"
              showSearch={{ optionFilterProp: 'label' }}
              value={subjectId}
              options={own.map(({ subjectId: value, note, noteEn, ...named }) => ({
                value,
                label: [nameOf(named), nameOf({ name: note, nameEn: noteEn })].filter(Boolean).join(' · '),
              }))}
              onChange={(id) => change({ by, id }, { replaces: true })}
            />
          </div>
        )}
        <CalendarOf by={by} subjectId={subjectId} />
        <FeedPanel key={subjectId} by={by} subjectId={subjectId} />
      </div>
    </>
  );
}

function CalendarOf(props: { readonly by: CalendarView; readonly subjectId: string }) {
  const { by, subjectId } = props;
  const found = useOperation('rotations.calendar', rotations.calendar.read, { by, subjectId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return <CalendarChart by={by} calendar={found.data} />;
}

function CalendarChart(props: { readonly by: CalendarView; readonly calendar: Calendar }) {
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
    <>
      <Panel title={calendar.name}>
        <TimeChart
          label={calendar.name}
          rowLabel={isByStation ? t('chart.station') : t('chart.student')}
          rows={[
            ...(calendarRow.length > 0 ? [{ id: 'calendar', label: t('calendar.title') }] : []),
            ...rows,
          ]}
          weeks={weeks}
          blocks={[
            ...calendarRow,
            ...calendar.blocks.map((block) => ({
              id: block.id,
              row: rowOf(block).id,
              from: daysBetween(first, block.firstWeek) / 7,
              length: block.weeks,
              label:
                by === 'mentor'
                  ? block.studentName
                  : nameOf({ name: block.unitName, nameEn: block.unitNameEn }),
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
      </Panel>
      {calendar.days.length === 0 ? null : (
        <Panel title={t('cal.days')} count={calendar.days.length}>
          <ul className="ro-days">
            {calendar.days.map((day) => (
              <li key={day.date}>
                <Day day={day.date} />
                <b>{holidayName(day.name, locale)}</b>
                <span className={day.kind === 'work' ? 'ro-warn' : 'dt-quiet'}>{t(`cal.${day.kind}`)}</span>
              </li>
            ))}
          </ul>
          <p className="dt-quiet">{t('cal.daysNote')}</p>
        </Panel>
      )}
    </>
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
