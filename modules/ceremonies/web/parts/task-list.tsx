import {
  Day,
  ErrorState,
  Loading,
  Panel,
  SideTag,
  StateTag,
  useOperation,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import type { FollowUp } from '../../contract.ts';
import { standingOf } from '../../follow-up.ts';
import { api } from '../client.ts';
import { today } from '../today.ts';
import { useOwnSide } from '../words.ts';
import '../ceremonies.css';
import { type TaskDraft, TaskFields } from './task-fields.tsx';

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

/** One thing to do, with its side, owner and due day, and what can be done with it. */
export function TaskLine(props: {
  readonly task: FollowUp;
  readonly note?: string;
  readonly mayEdit?: boolean;
}) {
  const { task, note, mayEdit = false } = props;
  const t = usePhrases('ceremonies');
  const move = useWrite(api.followUps.move, { invalidates: ['ceremonies'], done: t('tasks.saved') });
  const standing = standingOf(task, today());
  const isDone = task.state === 'done';
  const [isEditing, setEditing] = useState(false);
  if (isEditing && !isDone) return <EditTask task={task} onClose={() => setEditing(false)} />;
  return (
    <li>
      <div>
        <div className={isDone ? 'ce-done' : ''}>{task.title}</div>
        <div className="ce-row dt-small dt-quiet">
          <SideTag side={task.side} />
          <span>{task.owner || t('tasks.nobody')}</span>
          {task.dueOn === null ? null : <Day day={task.dueOn} style="day" />}
          {standing === 'late' ? <StateTag tone="danger">{t('tasks.late')}</StateTag> : null}
          {standing === 'soon' ? <StateTag tone="soon">{t('tasks.soon')}</StateTag> : null}
          {isDone ? <span>{t('tasks.doneBy', { name: task.doneBy })}</span> : null}
          {note === undefined ? null : <span>{note}</span>}
        </div>
      </div>
      <div className="ce-row">
        {isDone || !mayEdit ? null : (
          <Button size="small" type="text" onClick={() => setEditing(true)}>
            {t('do.edit')}
          </Button>
        )}
        <Button
          size="small"
          type={isDone ? 'text' : 'default'}
          loading={move.isPending}
          onClick={() => move.mutate({ followUpId: task.id, to: isDone ? 'open' : 'done' })}
        >
          {isDone ? t('tasks.reopen') : t('tasks.done')}
        </Button>
      </div>
    </li>
  );
}

/** Names an owner, moves the day, words it anew; something on a checklist can also go. */
function EditTask(props: { readonly task: FollowUp; readonly onClose: () => void }) {
  const { task, onClose } = props;
  const t = usePhrases('ceremonies');
  const { title, owner, side, dueOn } = task;
  const [draft, setDraft] = useState<TaskDraft>({ title, owner, side, dueOn: dueOn ?? '' });
  const invalidates = ['ceremonies'];
  const change = useWrite(api.followUps.change, { invalidates, done: t('tasks.saved'), onDone: onClose });
  const remove = useWrite(api.followUps.remove, { invalidates });
  const save = () =>
    change.mutate({
      ...draft,
      followUpId: task.id,
      title: draft.title.trim(),
      dueOn: draft.dueOn === '' ? null : draft.dueOn,
    });
  return (
    <li className="ce-editing">
      <div className="ce-add">
        <TaskFields draft={draft} onChange={setDraft} />
        <Button type="primary" disabled={draft.title.trim() === ''} loading={change.isPending} onClick={save}>
          {t('do.save')}
        </Button>
      </div>
      <div className="ce-row">
        <Button size="small" onClick={onClose}>
          {t('do.leave')}
        </Button>
        {task.kind === 'checklist' ? (
          <Button
            size="small"
            type="text"
            danger
            loading={remove.isPending}
            onClick={() => remove.mutate({ followUpId: task.id })}
          >
            {t('do.remove')}
          </Button>
        ) : null}
      </div>
    </li>
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
