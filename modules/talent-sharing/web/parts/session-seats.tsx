import { Panel, SideTag, StateTag, usePhrases, useWrite } from '@dualtrack/ui';
import { Button } from 'antd';
import type { SessionDetail } from '../../contract.ts';
import { api } from '../client.ts';

/** Seats and the waiting list of a session. */
export function SessionSeats(props: { readonly session: SessionDetail }) {
  const { session } = props;
  const t = usePhrases('talent-sharing');
  const options = {
    answers: (after: SessionDetail) => ['talentSharing.session', { sessionId: after.id }] as const,
    invalidates: ['talentSharing'],
  };
  const take = useWrite(api.sessions.takeSeat, options);
  const leave = useWrite(api.sessions.leaveSeat, options);
  const isIn = session.people.some((one) => one.isMine);
  const seats = session.seats ?? 0;
  const isFull = session.seated >= seats;
  return (
    <Panel
      title={t('session.people')}
      actions={
        session.abilities.seat !== null ? undefined : isIn ? (
          <Button loading={leave.isPending} onClick={() => leave.mutate({ sessionId: session.id })}>
            {t('session.leaveSeat')}
          </Button>
        ) : (
          <Button loading={take.isPending} onClick={() => take.mutate({ sessionId: session.id })}>
            {t(isFull ? 'session.joinWaiting' : 'session.takeSeat')}
          </Button>
        )
      }
    >
      <p className="dt-quiet">
        {t('session.seatsOf', { seated: session.seated, seats, waiting: session.waiting })}
      </p>
      <ul className="ts-list">
        {session.people.map((one, at) => (
          // Two people may have the same name; the order of the list is theirs.
          <li key={`${at}${one.name}`}>
            <span className="ts-row">
              <SideTag side={one.side} />
              <span>{one.name}</span>
            </span>
            {one.isWaiting ? <StateTag tone="soon">{t('session.isWaiting')}</StateTag> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
