import { ErrorState, PageLink, Panel, usePhrases, useSession } from '@dualtrack/ui';
import { PeopleList } from './people-list.tsx';
import { blocksIn, mondaysOf, useMyWeeks } from './use-my-weeks.ts';
import { WeekCard } from './week-card.tsx';
import '../rotations.css';

/** On the home: where I am this week and next, or the mentor's people of this week. */
export function MyWeekCard() {
  const t = usePhrases('rotations');
  const isMentor = useSession().membership.role === 'mentor';
  const found = useMyWeeks();
  const weeks = found.data;
  const [monday, next] = weeks === undefined ? ['', ''] : mondaysOf(weeks);
  const people = weeks === undefined ? [] : blocksIn(weeks, monday);
  return (
    <Panel
      title={isMentor ? t('mine.peopleNow') : t('mine.title')}
      count={isMentor && weeks !== undefined ? people.length : undefined}
      actions={<PageLink to="/my-weeks">{t('mine.open')}</PageLink>}
    >
      {found.isError ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : null}
      {weeks === undefined ? null : isMentor ? (
        <PeopleList blocks={people} />
      ) : weeks.blocks.length === 0 ? (
        <p className="dt-quiet">{t('mine.noneStudent')}</p>
      ) : (
        <div className="ro-now">
          <WeekCard weeks={weeks} monday={monday} title={t('mine.thisWeek')} />
          <WeekCard weeks={weeks} monday={next} title={t('mine.nextWeek')} />
        </div>
      )}
    </Panel>
  );
}
