import { ErrorState, Loading, Moment, PageLink, Panel, useOperation, usePhrases } from '@dualtrack/ui';
import { api } from '../client.ts';
import '../talents.css';

/** On the home: questions that wait for an answer, and sessions to come. */
export function AnswersCard() {
  const t = usePhrases('talent-sharing');
  const asked = useOperation('talentSharing.toAnswer', api.sessions.list, {
    ...{ scope: 'to-answer' as const, page: 1, size: 4 },
  });
  const coming = useOperation('talentSharing.coming', api.sessions.list, {
    ...{ scope: 'coming' as const, state: 'planned' as const, page: 1, size: 4 },
  });
  if (asked.isPending || coming.isPending) return <Loading />;
  const error = asked.error ?? coming.error;
  if (error !== null) return <ErrorState error={error} onRetry={() => void asked.refetch()} />;
  const lists = [
    { title: t('card.answer'), none: t('card.answerNone'), found: asked.data },
    { title: t('card.coming'), none: t('card.comingNone'), found: coming.data },
  ];
  return (
    <Panel title={t('area.sessions')} count={asked.data?.total}>
      {lists.map(({ title, none, found }) => (
        <div key={title}>
          <p className="dt-quiet dt-small">{(found?.total ?? 0) === 0 ? none : title}</p>
          <ul className="ts-list">
            {(found?.items ?? []).map((row) => (
              <li key={row.id}>
                <PageLink to={`/talent-sessions/${row.id}`}>{row.title}</PageLink>
                <span className="dt-small dt-quiet">
                  <Moment instant={row.startsAt} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Panel>
  );
}
