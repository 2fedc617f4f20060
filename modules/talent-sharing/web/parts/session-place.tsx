import { Panel, SideTag, useLanguage, useOperation, usePhrases, useWrite, wallClock } from '@dualtrack/ui';
import { Select } from 'antd';
import type { SessionDetail } from '../../contract.ts';
import { api } from '../client.ts';
import { useOwn, useWords } from '../words.ts';

/** How the clock on the wall of a session's place shows its hours; undefined where that is what every page shows. */
export function useClockThere(session: {
  startsAt: string;
  endsAt: string;
  zone: string;
}): string | undefined {
  const { locale } = useLanguage();
  const t = usePhrases('talent-booking');
  const { zone } = session;
  if (zone === '') return undefined;
  const start = new Date(session.startsAt);
  const there = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const { day, time: here } = wallClock(start);
  if (there.format(start) === `${day} ${here}`) return undefined;
  const clock = new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' });
  const time = clock.formatRange(start, new Date(session.endsAt));
  return t('zone.there', { time, zone });
}

/** The room of a session; each side may give one of its own while it is ahead. */
export function SessionPlace(props: { readonly session: SessionDetail }) {
  const { session } = props;
  const t = usePhrases('talent-booking');
  const words = useWords();
  const own = useOwn();
  const isOwn = session.roomSide === null || session.roomSide === own.side;
  const mayChoose = isOwn && session.abilities.place === null;
  const rooms = useOperation('talentSharing.rooms', api.rooms.list, undefined, { enabled: mayChoose });
  const set = useWrite(api.sessions.setRoom, {
    answers: (after) => ['talentSharing.session', { sessionId: after.id }],
    invalidates: ['talentSharing'],
    done: t('room.setDone'),
  });
  const open = (rooms.data?.items ?? []).filter((one) => !one.isClosed || one.id === session.roomId);
  if (session.roomId === null && (!mayChoose || open.length === 0)) return null;
  return (
    <Panel title={t('room.name')}>
      <div className="ts-row">
        {session.roomSide === null ? null : <SideTag side={session.roomSide} />}
        {mayChoose ? (
          <Select
            className="ts-room"
            aria-label={t('room.choose')}
            value={session.roomId ?? ''}
            loading={set.isPending}
            disabled={set.isPending}
            options={[
              { value: '', label: t('room.free') },
              ...open.map((one) => ({
                value: one.id,
                label: t('room.seatsOf', { room: words.pick(one.name, one.nameEn), seats: one.seats }),
              })),
            ]}
            onChange={(roomId) =>
              set.mutate({ sessionId: session.id, roomId: roomId === '' ? null : roomId })
            }
          />
        ) : (
          <span>{t('room.seatsOf', { room: session.roomName, seats: session.roomSeats ?? 0 })}</span>
        )}
      </div>
    </Panel>
  );
}
