import {
  EmptyState,
  ErrorState,
  Loading,
  oneOf,
  PageHeader,
  PageLink,
  Panel,
  useAddressQuery,
  useNameOf,
  useOperation,
  usePhone,
  usePhrases,
  useSession,
} from '@dualtrack/ui';
import { Segmented, Select } from 'antd';
import { type CalendarView, calendarViews } from '../../calendar-contract.ts';
import { rotations } from '../client.ts';
import { CalendarChart } from '../parts/calendar-chart.tsx';
import { CalendarList } from '../parts/calendar-list.tsx';
import { CalendarMonth } from '../parts/calendar-month.tsx';
import type { Calendar } from '../parts/calendar-words.ts';
import { FeedPanel } from '../parts/feed-panel.tsx';
import { SpecialDays } from '../parts/special-days.tsx';
import '../rotations.css';
import '../calendar.css';

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
  const isAsked = query.id !== undefined && query.id !== '';
  const asked = own.find((one) => one.subjectId === query.id);
  const subjectId = (isAsked ? asked : own[0])?.subjectId;
  if (by === undefined || (subjectId === undefined && !isAsked)) {
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
              value={subjectId ?? null}
              placeholder={t('cal.choose')}
              options={own.map(({ subjectId: value, note, noteEn, ...named }) => ({
                value,
                label: [nameOf(named), nameOf({ name: note, nameEn: noteEn })].filter(Boolean).join(' · '),
              }))}
              onChange={(id) => change({ by, id }, { replaces: true })}
            />
          </div>
        )}
        {subjectId === undefined ? (
          <EmptyState title={t('cal.notPlanned')}>{t('cal.notPlannedNote')}</EmptyState>
        ) : (
          <>
            <CalendarOf by={by} subjectId={subjectId} />
            <FeedPanel key={subjectId} by={by} subjectId={subjectId} />
          </>
        )}
      </div>
    </>
  );
}

function CalendarOf(props: { readonly by: CalendarView; readonly subjectId: string }) {
  const { by, subjectId } = props;
  const found = useOperation('rotations.calendar', rotations.calendar.read, { by, subjectId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return <CalendarViews by={by} calendar={found.data} />;
}

const shapes = ['chart', 'month', 'list'] as const;

function CalendarViews(props: { readonly by: CalendarView; readonly calendar: Calendar }) {
  const { by, calendar } = props;
  const t = usePhrases('rotations');
  const nameOf = useNameOf();
  const isPhone = usePhone();
  const { role } = useSession().membership;
  const [query, change] = useAddressQuery();
  // A chart of many weeks is for the desk; on a phone the list is what fits.
  const shape = oneOf(shapes, query.shape) ?? (isPhone ? 'list' : 'chart');
  const plans = new Map(calendar.blocks.map((block) => [block.planId, block.className]));
  return (
    <>
      <Panel
        title={nameOf(calendar)}
        actions={
          <Segmented<(typeof shapes)[number]>
            size="small"
            aria-label={t('cal.shape')}
            value={shape}
            options={shapes.map((value) => ({ value, label: t(`cal.shape.${value}`) }))}
            onChange={(value) => change({ shape: value }, { replaces: true })}
          />
        }
      >
        {shape === 'chart' ? <CalendarChart by={by} calendar={calendar} /> : null}
        {shape === 'month' ? <CalendarMonth by={by} calendar={calendar} /> : null}
        {shape === 'list' ? <CalendarList by={by} calendar={calendar} /> : null}
        {role === 'student' || role === 'guardian' ? null : (
          <p className="ro-row dt-small">
            <span className="dt-quiet">{t('cal.plans')}</span>
            {[...plans].map(([planId, className]) => (
              <PageLink key={planId} to={`/rotations/${planId}`}>
                {className}
              </PageLink>
            ))}
          </p>
        )}
      </Panel>
      <SpecialDays calendar={calendar} />
    </>
  );
}
