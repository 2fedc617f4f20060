import {
  ErrorState,
  Loading,
  Moment,
  ObjectPage,
  PageLink,
  Panel,
  SideTag,
  StateTag,
  useLanguage,
  useOperation,
  usePathParam,
  usePhrases,
  writeMoment,
} from '@dualtrack/ui';
import type { SessionDetail } from '../../contract.ts';
import { sides } from '../../side.ts';
import { api } from '../client.ts';
import { SessionAnswers } from '../parts/session-answers.tsx';
import { SessionFeedback } from '../parts/session-feedback.tsx';
import { CancelSession, SessionNext } from '../parts/session-moves.tsx';
import { SessionPlace, useClockThere } from '../parts/session-place.tsx';
import { SessionSeats } from '../parts/session-seats.tsx';
import { toneOf, useOwn, useWords } from '../words.ts';
import '../talents.css';

/** One session: who comes, what they answered, who attests, how it was. */
export function SessionPage() {
  const sessionId = usePathParam('sessionId');
  const found = useOperation('talentSharing.session', api.sessions.get, { sessionId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return <SessionView session={found.data} />;
}

function useNext(session: SessionDetail): string {
  const t = usePhrases('talent-sharing');
  const { side } = useOwn();
  if (session.state === 'asked') {
    const open = session.experts.find((one) => one.mayAnswer);
    if (open?.isMine === true) return t('session.next.mine');
    return open === undefined
      ? t('session.next.asked')
      : t('session.next.answer', { name: open.name || t('expert.nameHidden') });
  }
  if (session.state === 'planned') {
    if (session.attested[side] !== null) return t('session.next.attested');
    if (session.abilities.attest === null) return t('session.next.attest');
  }
  return t(`session.next.${session.state}`);
}

function SessionView(props: { readonly session: SessionDetail }) {
  const { session } = props;
  const t = usePhrases('talent-sharing');
  const words = useWords();
  const { locale } = useLanguage();
  const booking = usePhrases('talent-booking');
  const clock = useClockThere(session);
  const names = words.sides(session);
  const minutes = (Date.parse(session.endsAt) - Date.parse(session.startsAt)) / 60_000;
  return (
    <ObjectPage
      title={session.title}
      crumbs={[{ label: t('area.sessions'), to: '/talent-sessions' }]}
      state={<StateTag tone={toneOf(session.state)}>{t(`session.state.${session.state}`)}</StateTag>}
      sides={names}
      actions={<CancelSession session={session} />}
      nextStep={{ sentence: useNext(session), action: <SessionNext session={session} /> }}
      facts={[
        { label: t('formOf'), value: t(`form.${session.form}`) },
        { label: t('session.when'), value: <Moment instant={session.startsAt} /> },
        { label: t('session.length'), value: words.hours(minutes) },
        ...(clock === undefined ? [] : [{ label: booking('zone.label'), value: clock }]),
        { label: booking('held.label'), value: booking(`held.${session.heldAt}`) },
        ...(session.roomName === '' ? [] : [{ label: booking('room.name'), value: session.roomName }]),
        ...(session.className === '' ? [] : [{ label: booking('class.label'), value: session.className }]),
        ...(session.place === '' ? [] : [{ label: t('place'), value: session.place }]),
        {
          label: t('session.forSide'),
          value: <SideTag side={session.forSide}>{names[session.forSide]}</SideTag>,
        },
        { label: t('session.askedBy'), value: session.byName },
        { label: t('session.notice'), value: t('hours', { hours: session.noticeHours }) },
        ...(session.needId === null
          ? []
          : [
              {
                label: t('session.fromNeed'),
                value: <PageLink to={`/talent-needs/${session.needId}`}>{t('open')}</PageLink>,
              },
            ]),
        ...(session.courseId === null
          ? []
          : [
              {
                label: t('session.course'),
                value: <PageLink to={`/talent-courses/${session.courseId}`}>{t('open')}</PageLink>,
              },
            ]),
      ]}
    >
      <div className="ts-stack">
        {session.message === '' ? null : (
          <Panel title={t('session.message')}>
            <p className="ts-text">{session.message}</p>
          </Panel>
        )}
        {session.state === 'cancelled' ? (
          <Panel title={t('session.state.cancelled')}>
            <p className="ts-text">
              {t('session.cancelledBy', { by: session.cancelledBy })}
              {session.isLateCancel ? ` · ${t('session.late')}` : ''}
              {session.cancelReason === ''
                ? ''
                : `: ${session.cancelReason === 'expert-left' ? t('session.expertLeft') : session.cancelReason}`}
            </p>
          </Panel>
        ) : null}
        <SessionAnswers session={session} />
        <SessionPlace session={session} />
        <div className="ts-two">
          <Panel title={t('session.attestations')}>
            <ul className="ts-list">
              {sides.map((side) => {
                const one = session.attested[side];
                return (
                  <li key={side}>
                    <SideTag side={side} />
                    <span className={one === null ? 'dt-quiet' : ''}>
                      {one === null
                        ? t('session.notAttested')
                        : t('session.attestedBy', { by: one.by, at: writeMoment(locale, one.at) })}
                    </span>
                  </li>
                );
              })}
              {session.attended === null ? null : (
                <li>
                  <span>{t('session.attended')}</span>
                  <span>{session.attended}</span>
                </li>
              )}
            </ul>
          </Panel>
          <SessionFeedback session={session} />
        </div>
        {session.seats === null ? null : <SessionSeats session={session} />}
      </div>
    </ObjectPage>
  );
}
