import { ErrorState, PageLink, Panel, useLanguage, usePhrases, useSession, writeDay } from '@dualtrack/ui';
import { NoticeList } from './notice-list.tsx';
import { NowCards } from './now-cards.tsx';
import { PeopleList } from './people-list.tsx';
import { blocksIn, firstAhead, mondaysOf, useMyWeeks } from './use-my-weeks.ts';
import '../rotations.css';

/** On the home: where I am this week and next, or the mentor's people of this week. */
export function MyWeekCard() {
  const t = usePhrases('rotations');
  const { locale } = useLanguage();
  const isMentor = useSession().membership.role === 'mentor';
  const found = useMyWeeks();
  const weeks = found.data;
  const people = weeks === undefined ? [] : blocksIn(weeks, mondaysOf(weeks)[0]);
  const first = weeks === undefined ? undefined : firstAhead(weeks);
  return (
    <Panel
      title={isMentor ? t('mine.peopleNow') : t('mine.title')}
      count={isMentor && weeks !== undefined ? people.length : undefined}
      actions={<PageLink to="/my-weeks">{t('mine.open')}</PageLink>}
    >
      <NoticeList />
      {found.isError ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : null}
      {weeks === undefined ? null : isMentor ? (
        first === undefined ? (
          <PeopleList blocks={people} />
        ) : (
          <p className="dt-quiet">
            {t('mine.startsPeople', {
              count: blocksIn(weeks, first.firstWeek).length,
              day: writeDay(locale, first.firstWeek),
            })}
          </p>
        )
      ) : weeks.blocks.length === 0 ? (
        <p className="dt-quiet">{t('mine.noneStudent')}</p>
      ) : (
        <NowCards weeks={weeks} />
      )}
    </Panel>
  );
}
