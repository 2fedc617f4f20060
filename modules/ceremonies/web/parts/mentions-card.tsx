import { ErrorState, Loading, Moment, PageLink, Panel, useOperation, usePhrases } from '@dualtrack/ui';
import { api } from '../client.ts';
import '../ceremonies.css';

/** On the home: threads in which the person is mentioned and has not read it. */
export function MentionsCard() {
  const t = usePhrases('ceremonies');
  const found = useOperation('ceremonies.mentions', api.discussion.list, {
    ...{ scope: 'mentioned' as const, page: 1, size: 5 },
  });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { items, total } = found.data;
  return (
    <Panel title={t('card.mentions')} count={total}>
      {items.length === 0 ? <p className="dt-quiet">{t('card.mentionsNone')}</p> : null}
      <ul className="ce-tasks">
        {items.slice(0, 5).map((row) => (
          <li key={row.id}>
            <PageLink to={`/discussions/${row.id}`}>{row.subject}</PageLink>
            <span className="dt-small dt-quiet">
              <Moment instant={row.lastAt} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
