import {
  ConfirmButton,
  ErrorState,
  Loading,
  Moment,
  ObjectPage,
  PageLink,
  Panel,
  SideTag,
  StateTag,
  useOperation,
  usePathParam,
  usePhrases,
  useWrite,
  WhyNotButton,
} from '@dualtrack/ui';
import type { MeetingDetail } from '../../contract.ts';
import { api } from '../client.ts';
import { MeetingMinutes } from '../parts/meeting-minutes.tsx';
import { TaskList } from '../parts/task-list.tsx';
import { toneOf, useWhyNot, useWords } from '../words.ts';
import '../ceremonies.css';

/** One meeting: agenda, people, minutes with decisions, and what came of it. */
export function MeetingPage() {
  const meetingId = usePathParam('meetingId');
  const found = useOperation('ceremonies.meeting', api.meetings.get, { meetingId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return <MeetingView meeting={found.data} />;
}

function MeetingView(props: { readonly meeting: MeetingDetail }) {
  const { meeting } = props;
  const t = usePhrases('ceremonies');
  const words = useWords();
  const { id, state, startsAt, lengthMinutes, place, agreementId, agenda } = meeting;
  return (
    <ObjectPage
      title={meeting.title}
      crumbs={[{ label: t('meetings.title'), to: '/meetings' }]}
      state={<StateTag tone={toneOf(state)}>{t(`state.${state}`)}</StateTag>}
      sides={words.sides(meeting)}
      nextStep={{ sentence: t(`meetings.next.${state}`), action: <Moves meeting={meeting} /> }}
      facts={[
        { label: t('meetings.startsAt'), value: <Moment instant={startsAt} /> },
        { label: t('meetings.length'), value: t('meetings.minutesOf', { count: lengthMinutes }) },
        ...(place === '' ? [] : [{ label: t('meetings.place'), value: place }]),
        ...(agreementId === null
          ? []
          : [
              {
                label: t('fact.agreement'),
                value: <PageLink to={`/agreements/${agreementId}`}>{t('fact.open')}</PageLink>,
              },
            ]),
      ]}
    >
      <div className="ce-stack">
        <div className="ce-two">
          <Panel title={t('tab.agenda')} count={agenda.length}>
            <ol className="ce-decisions">
              {agenda.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ol>
          </Panel>
          <Panel title={t('meetings.attendees')} count={meeting.attendees.length}>
            <ul className="ce-people">
              {meeting.attendees.map((one) => (
                <li key={`${one.side}${one.name}`}>
                  <SideTag side={one.side} />
                  <span>
                    {one.name} <span className="dt-quiet dt-small">{one.post}</span>
                  </span>
                  {one.isPresent ? <span /> : <StateTag>{t('meetings.absent')}</StateTag>}
                </li>
              ))}
            </ul>
          </Panel>
        </div>
        <MeetingMinutes meeting={meeting} />
        {state === 'cancelled' ? null : <TaskList origin={{ meetingId: id }} kind="meeting" />}
      </div>
    </ObjectPage>
  );
}

function Moves(props: { readonly meeting: MeetingDetail }) {
  const { id, state, abilities } = props.meeting;
  const t = usePhrases('ceremonies');
  const whyNot = useWhyNot();
  const move = useWrite(api.meetings.move, {
    answers: (after) => ['ceremonies.meeting', { meetingId: after.id }],
    invalidates: ['ceremonies'],
  });
  if (state !== 'planned') return null;
  const go = (action: 'hold' | 'cancel') => move.mutateAsync({ meetingId: id, action });
  return (
    <div className="ce-row">
      <ConfirmButton
        type="text"
        danger
        title={t('meetings.cancelQuestion')}
        consequence={t('meetings.cancelNote')}
        onConfirm={() => go('cancel')}
      >
        {t('meetings.cancel')}
      </ConfirmButton>
      {abilities.hold === null ? (
        <ConfirmButton
          type="primary"
          title={t('meetings.holdQuestion')}
          consequence={t('meetings.holdNote')}
          onConfirm={() => go('hold')}
        >
          {t('meetings.hold')}
        </ConfirmButton>
      ) : (
        <WhyNotButton type="primary" whyNot={whyNot(abilities.hold)}>
          {t('meetings.hold')}
        </WhyNotButton>
      )}
    </div>
  );
}
