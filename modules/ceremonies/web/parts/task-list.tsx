import { ErrorState, Loading, Panel, useOperation, usePhrases, useWrite } from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import type { FollowUp } from '../../contract.ts';
import { api } from '../client.ts';
import { useOwnSide } from '../words.ts';
import '../ceremonies.css';
import { type TaskDraft, TaskFields } from './task-fields.tsx';
import { TaskLine } from './task-line.tsx';

type Origin = { ceremonyId: string } | { meetingId: string };
type Props = { readonly origin: Origin; readonly kind: FollowUp['kind'] };

/** What is to be done before a ceremony, or was agreed at it or at a meeting. */
export function TaskList({ origin, kind }: Props) {
  const t = usePhrases('ceremonies');
  const found = useOperation('ceremonies.followUps', api.followUps.list, {
    ...{ ...origin, kind, page: 1, size: 200 },
    sort: 'dueOn',
  });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { items } = found.data;
  const isChecklist = kind === 'checklist';
  return (
    <Panel title={isChecklist ? t('tab.checklist') : t('tasks.agreed')} count={items.length}>
      {items.length === 0 ? (
        <p className="dt-quiet">{isChecklist ? t('tasks.checklistNone') : t('tasks.none')}</p>
      ) : null}
      <ul className="ce-tasks">
        {items.map((task) => (
          <TaskLine key={task.id} task={task} mayEdit />
        ))}
      </ul>
      <AddTask origin={origin} kind={kind} />
    </Panel>
  );
}

function AddTask({ origin, kind }: Props) {
  const t = usePhrases('ceremonies');
  const ownSide = useOwnSide() ?? 'school';
  const empty: TaskDraft = { title: '', owner: '', side: ownSide, dueOn: '' };
  const [draft, setDraft] = useState(empty);
  const add = useWrite(api.followUps.add, {
    invalidates: ['ceremonies'],
    done: t('tasks.saved'),
    onDone: () => setDraft(empty),
  });
  const send = () =>
    add.mutate({
      ...origin,
      ...draft,
      title: draft.title.trim(),
      isChecklist: kind === 'checklist',
      dueOn: draft.dueOn === '' ? null : draft.dueOn,
    });
  return (
    <div className="ce-add">
      <TaskFields draft={draft} onChange={setDraft} />
      <Button disabled={draft.title.trim() === ''} loading={add.isPending} onClick={send}>
        {t('tasks.add')}
      </Button>
    </div>
  );
}
