import { ErrorState, PageLink, Panel, useOperation, usePhrases, useSession } from '@dualtrack/ui';
import { orderClasses } from '../client.ts';
import '../order-classes.css';
import { NoticeList } from './notice-list.tsx';
import { useTodo } from './use-todo.ts';

/** For a student: choice, result or what to do; for a guardian: what waits for consent. */
export function MyCard() {
  const t = usePhrases('order-classes');
  const todo = useTodo();
  const isGuardian = useSession().membership.role === 'guardian';
  const list = useOperation('order-classes.mine', orderClasses.mine.list, {});
  const all = (list.data ?? []).map((mine) => ({ mine, next: todo(mine) }));
  const rows = isGuardian ? all.filter((one) => one.next.isDue) : all;
  // A zero beside a list of classes would read as "none".
  const due = list.data === undefined ? undefined : rows.filter((one) => one.next.isDue).length;
  return (
    <Panel
      title={isGuardian ? t('card.guardian') : t('card.my')}
      count={due === 0 && rows.length > 0 ? undefined : due}
    >
      {list.isError ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data !== undefined && rows.length === 0 ? (
        <p className="dt-quiet">{isGuardian ? t('my.noneGuardianNote') : t('my.noneNote')}</p>
      ) : null}
      <ul className="oc-card-list">
        {rows.map(({ mine, next }) => (
          <li key={mine.id}>
            <span>{mine.name}</span>
            <PageLink to={`/my-order-classes/${mine.id}`}>{next.label}</PageLink>
          </li>
        ))}
      </ul>
      <NoticeList />
    </Panel>
  );
}
