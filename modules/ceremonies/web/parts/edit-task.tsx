import { usePhrases, useWrite } from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import type { FollowUp } from '../../contract.ts';
import { api } from '../client.ts';
import { type TaskDraft, TaskFields } from './task-fields.tsx';

/** Names an owner, moves the day, words it anew; something on a checklist can also go. */
export function EditTask(props: { readonly task: FollowUp; readonly onClose: () => void }) {
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
