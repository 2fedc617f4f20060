import {
  Day,
  ErrorState,
  type Fact,
  Loading,
  ObjectPage,
  PageLink,
  SideTag,
  StateTag,
  useOperation,
  usePathParam,
  usePhrases,
} from '@dualtrack/ui';
import type { CeremonyDetail } from '../../contract.ts';
import { api } from '../client.ts';
import { AgendaPanel } from '../parts/agenda-panel.tsx';
import { CeremonyMoves } from '../parts/ceremony-moves.tsx';
import { GuestBookPanel } from '../parts/guest-book-panel.tsx';
import { GuestsPanel } from '../parts/guests-panel.tsx';
import { HallLinkPanel } from '../parts/hall-link-panel.tsx';
import { MinutesPanel } from '../parts/minutes-panel.tsx';
import { NewsPanel } from '../parts/news-panel.tsx';
import { PhotosPanel } from '../parts/photos-panel.tsx';
import { PlanPanel } from '../parts/plan-panel.tsx';
import { TaskList } from '../parts/task-list.tsx';
import { toneOf, useWords } from '../words.ts';
import '../ceremonies.css';

/** One ceremony from its plan to its news. */
export function CeremonyPage() {
  const ceremonyId = usePathParam('ceremonyId');
  const found = useOperation('ceremonies.get', api.ceremonies.get, { ceremonyId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return <CeremonyView ceremony={found.data} />;
}

function useFacts(ceremony: CeremonyDetail): Fact[] {
  const t = usePhrases('ceremonies');
  const { pick } = useWords();
  const { heldOn, timeOfDay, beginsAt, agreementId, baseId, source } = ceremony;
  const place = pick(ceremony.place, ceremony.placeEn);
  const paper = pick(ceremony.paper, ceremony.paperEn);
  const plaque = pick(ceremony.plaque, ceremony.plaqueEn);
  const link = (label: string, to: string) => ({
    label,
    value: <PageLink to={to}>{t('fact.open')}</PageLink>,
  });
  return [
    {
      label: t('fact.when'),
      value: (
        <>
          <Day day={heldOn} /> {beginsAt || (timeOfDay === null ? '' : t(`part.${timeOfDay}`))}
        </>
      ),
    },
    ...(place === '' ? [] : [{ label: t('fact.where'), value: place }]),
    { label: t('fact.host'), value: <SideTag side={ceremony.hostSide} /> },
    ...(paper === '' ? [] : [{ label: t('fact.paper'), value: paper }]),
    ...(plaque === '' ? [] : [{ label: t('fact.plaque'), value: plaque }]),
    ...(agreementId === null ? [] : [link(t('fact.agreement'), `/agreements/${agreementId}`)]),
    ...(baseId === null ? [] : [link(t('fact.base'), `/bases/${baseId}`)]),
    ...(source === '' ? [] : [{ label: t('fact.source'), value: source }]),
  ];
}

function CeremonyView(props: { readonly ceremony: CeremonyDetail }) {
  const { ceremony } = props;
  const t = usePhrases('ceremonies');
  const words = useWords();
  const facts = useFacts(ceremony);
  const { id, state, origin, agenda, guests, photos, guestBook } = ceremony;
  const isRecord = origin === 'public-record';
  const step = isRecord ? 'record' : state === 'held' && ceremony.news?.isShown ? 'news' : state;
  const isOver = state === 'held' || state === 'live';
  return (
    <ObjectPage
      title={words.title(ceremony)}
      crumbs={[{ label: t('list.ceremonies'), to: '/ceremonies' }]}
      state={<StateTag tone={toneOf(state)}>{t(`state.${state}`)}</StateTag>}
      sides={words.sides(ceremony)}
      {...(isRecord ? { note: t('origin.public-record') } : {})}
      nextStep={{ sentence: t(`next.${step}`), action: <CeremonyMoves ceremony={ceremony} /> }}
      facts={facts}
      tabs={[
        {
          ...{ key: 'agenda', label: t('tab.agenda'), count: agenda.length },
          content: () => <AgendaPanel ceremony={ceremony} />,
        },
        {
          ...{ key: 'guests', label: t('tab.guests'), count: guests.length },
          content: () => <GuestsPanel ceremony={ceremony} />,
        },
        ...(isRecord
          ? []
          : [
              {
                ...{ key: 'checklist', label: t('tab.checklist') },
                content: () => (
                  <div className="ce-stack">
                    <TaskList origin={{ ceremonyId: id }} kind="checklist" />
                    <PlanPanel ceremony={ceremony} />
                    {state === 'cancelled' ? null : <HallLinkPanel ceremony={ceremony} />}
                  </div>
                ),
              },
            ]),
        ...(isOver
          ? [
              {
                ...{ key: 'minutes', label: t('tab.minutes') },
                content: () => <MinutesPanel ceremony={ceremony} />,
              },
              {
                ...{ key: 'photos', label: t('tab.photos'), count: photos.length },
                content: () => <PhotosPanel ceremony={ceremony} />,
              },
              {
                ...{ key: 'book', label: t('tab.guestBook'), count: guestBook.length },
                content: () => <GuestBookPanel ceremony={ceremony} />,
              },
              {
                ...{ key: 'news', label: t('tab.news') },
                content: () => <NewsPanel ceremony={ceremony} />,
              },
            ]
          : []),
      ]}
    />
  );
}
