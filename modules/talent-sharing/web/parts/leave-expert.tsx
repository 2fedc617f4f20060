import {
  ConfirmButton,
  Day,
  Loading,
  PageLink,
  useGo,
  useOperation,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import type { ExpertDetail } from '../../contract.ts';
import { api } from '../client.ts';
import { useWords } from '../words.ts';

/** Notes that an expert leaves; what ends with it is named before. */
export function LeaveExpert({ expert }: { readonly expert: ExpertDetail }) {
  const t = usePhrases('talent-sharing');
  const go = useGo();
  const leave = useWrite(api.experts.leave, {
    invalidates: ['talentSharing'],
    done: t('expert.leftDone'),
    onDone: () => go('/talents?scope=own'),
  });
  return (
    <div>
      <ConfirmButton
        danger
        type="text"
        title={t('expert.leaveQuestion')}
        consequence={<Ending expertId={expert.id} />}
        onConfirm={() => leave.mutateAsync({ expertId: expert.id, cancelSessions: true })}
      >
        {t('expert.leave')}
      </ConfirmButton>
    </div>
  );
}

function Ending({ expertId }: { readonly expertId: string }) {
  const sharing = usePhrases('talent-sharing');
  const t = usePhrases('talent-evidence');
  const words = useWords();
  const found = useOperation('talentSharing.departure', api.experts.departure, { expertId });
  if (found.isPending) return <Loading />;
  const { sessions, stays, offers, minutes } = found.data ?? {
    sessions: [],
    stays: [],
    offers: [],
    minutes: 0,
  };
  return (
    <>
      <p>{sharing('expert.leaveNote')}</p>
      <ul className="ts-ending">
        {sessions.map((one) => (
          <li key={one.id}>
            {t('leave.session')}: <PageLink to={`/talent-sessions/${one.id}`}>{one.title}</PageLink>{' '}
            <Day day={one.onDay} style="day" />
          </li>
        ))}
        {stays.map((one) => (
          <li key={one.id}>
            {t(one.isBegun ? 'leave.stayEnds' : 'leave.stayDeclined')}:{' '}
            <PageLink to={`/talent-stays/${one.id}`}>{one.post}</PageLink>{' '}
            <Day day={one.fromOn} style="day" />
          </li>
        ))}
        {offers.map((one) => (
          <li key={one.id}>
            {t('leave.offer')}: <PageLink to={`/talent-needs/${one.id}`}>{one.title}</PageLink>
          </li>
        ))}
        <li>{t('leave.hours', { hours: words.hours(minutes) })}</li>
      </ul>
    </>
  );
}
