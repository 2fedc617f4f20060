import { ErrorState, Loading, Panel, useOperation, usePhrases } from '@dualtrack/ui';
import { api } from '../client.ts';
import { useOwnSide, useWords } from '../words.ts';
import { TaskLine } from './task-line.tsx';

/** On the home: what the own side has agreed to do and has not done, soonest first. */
export function TasksCard() {
  const t = usePhrases('ceremonies');
  const { pick } = useWords();
  const side = useOwnSide() ?? undefined;
  const found = useOperation('ceremonies.ownTasks', api.followUps.list, {
    ...{ side, state: 'open' as const, sort: 'dueOn', page: 1, size: 6 },
  });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <Panel title={t('card.tasks')} count={found.data.total}>
      {found.data.items.length === 0 ? <p className="dt-quiet">{t('card.tasksNone')}</p> : null}
      <ul className="ce-tasks">
        {found.data.items.map((task) => (
          <TaskLine key={task.id} task={task} note={pick(task.origin, task.originEn)} />
        ))}
      </ul>
    </Panel>
  );
}
