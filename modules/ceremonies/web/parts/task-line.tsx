import { Day, PageLink, SideTag, StateTag, usePhrases, useWrite } from '@dualtrack/ui';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { FollowUp } from '../../contract.ts';
import { standingOf } from '../../follow-up.ts';
import { api } from '../client.ts';
import { today } from '../today.ts';
import '../ceremonies.css';

// The fields are loaded by whoever edits: a home shows these lines too.
const EditTask = lazy(() => import('./edit-task.tsx').then((part) => ({ default: part.EditTask })));

/** The ceremony or meeting that something to do comes from. */
function originOf({ meetingId, ceremonyId, kind }: FollowUp): string | null {
  if (meetingId !== null) return `/meetings/${meetingId}`;
  if (ceremonyId === null) return null;
  return `/ceremonies/${ceremonyId}?tab=${kind === 'checklist' ? 'checklist' : 'minutes'}`;
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
  const origin = originOf(task);
  const [isEditing, setEditing] = useState(false);
  if (isEditing && !isDone) {
    return (
      <Suspense fallback={<li className="dt-quiet">{task.title}</li>}>
        <EditTask task={task} onClose={() => setEditing(false)} />
      </Suspense>
    );
  }
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
          {note === undefined || origin === null ? null : <PageLink to={origin}>{note}</PageLink>}
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
