import {
  DayRange,
  EmptyState,
  ErrorState,
  Loading,
  PageHeader,
  PageLink,
  Panel,
  useNameOf,
  usePhrases,
  useSession,
} from '@dualtrack/ui';
import { dayAfter } from '../../week.ts';
import { NowCards } from '../parts/now-cards.tsx';
import { PeopleList } from '../parts/people-list.tsx';
import { ReasonList } from '../parts/reason-list.tsx';
import { ShiftText } from '../parts/shift-text.tsx';
import { blocksIn, type MyWeeks, mondaysOf, useMyWeeks } from '../parts/use-my-weeks.ts';
import { WishesPanel } from '../parts/wishes-panel.tsx';
import '../rotations.css';

/** Made for the phone: where I am this week and next, then all that comes; a mentor sees the own people. */
export function MyWeeksPage() {
  const t = usePhrases('rotations');
  const found = useMyWeeks();
  const isMentor = useSession().membership.role === 'mentor';
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const weeks = found.data;
  if (weeks.blocks.length === 0) {
    return (
      <>
        <PageHeader title={isMentor ? t('mine.people') : t('mine.title')} />
        <EmptyState title={t('mine.none')}>
          {isMentor ? t('mine.noneMentor') : t('mine.noneStudent')}
        </EmptyState>
        <div className="ro-parts">
          <WishesPanel />
        </div>
      </>
    );
  }
  return isMentor ? <MentorWeeks weeks={weeks} /> : <StudentWeeks weeks={weeks} />;
}

function MentorWeeks(props: { readonly weeks: MyWeeks }) {
  const { weeks } = props;
  const t = usePhrases('rotations');
  const news = usePhrases('innovation-news');
  const nameOf = useNameOf();
  const [monday, next] = mondaysOf(weeks);
  const [now] = blocksIn(weeks, monday);
  const here = now === undefined ? '' : nameOf({ name: now.stationName, nameEn: now.stationNameEn });
  const later = weeks.blocks.filter((block) => block.firstWeek > next);
  return (
    <>
      <PageHeader
        title={t('mine.people')}
        actions={
          <PageLink
            className="dt-button"
            to={`/observations/new?${new URLSearchParams({ kind: 'note', at: here }).toString()}`}
          >
            {news('observation.write')}
          </PageLink>
        }
      />
      <div className="ro-parts">
        <Panel title={t('mine.thisWeek')} count={blocksIn(weeks, monday).length}>
          <PeopleList blocks={blocksIn(weeks, monday)} />
        </Panel>
        <Panel title={t('mine.nextWeek')} count={blocksIn(weeks, next).length}>
          <PeopleList blocks={blocksIn(weeks, next)} />
        </Panel>
        {later.length === 0 ? null : (
          <Panel title={t('mine.later')} count={later.length}>
            <PeopleList blocks={later} />
          </Panel>
        )}
      </div>
    </>
  );
}

function StudentWeeks(props: { readonly weeks: MyWeeks }) {
  const { weeks } = props;
  const t = usePhrases('rotations');
  const nameOf = useNameOf();
  return (
    <>
      <PageHeader title={t('mine.title')} />
      <div className="ro-parts">
        <NowCards weeks={weeks} />
        <WishesPanel />
        <Panel title={t('mine.all')} count={weeks.blocks.length}>
          <ul className="ro-list">
            {weeks.blocks.map((block) => (
              <li key={block.id}>
                <b>{nameOf({ name: block.unitName, nameEn: block.unitNameEn })}</b>
                <DayRange
                  from={block.firstWeek}
                  to={dayAfter(block.firstWeek, block.weeks * 7 - 1)}
                  style="short"
                />
                <p className="dt-quiet">
                  {t('mine.at', {
                    station: nameOf({ name: block.stationName, nameEn: block.stationNameEn }),
                    site: nameOf({ name: block.siteName, nameEn: block.siteNameEn }),
                  })}
                  {block.mentorName === '' ? '' : ` · ${t('mine.with', { mentor: block.mentorName })}`}
                  {block.shift === null ? null : (
                    <>
                      {' · '}
                      <ShiftText shift={block.shift} />
                    </>
                  )}
                </p>
                {block.reason === null ? null : (
                  <details>
                    <summary>{t('why.title')}</summary>
                    <ReasonList reason={block.reason} />
                  </details>
                )}
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </>
  );
}
