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
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { FollowUp } from '../../contract.ts';
import { standingOf } from '../../follow-up.ts';
import { type Side, sides } from '../../side.ts';
import { api } from '../client.ts';
import { today } from '../today.ts';
import { useOwnSide } from '../words.ts';
import '../ceremonies.css';
import { Labelled } from './labelled.tsx';

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
          <TaskLine key={task.id} task={task} />
        ))}
      </ul>
      <AddTask origin={origin} kind={kind} />
    </Panel>
  );
}

/** One thing to do, with its side, owner and due day, and the button that says it is done. */
export function TaskLine(props: { readonly task: FollowUp; readonly note?: string }) {
  const { task, note } = props;
  const t = usePhrases('ceremonies');
  const move = useWrite(api.followUps.move, { invalidates: ['ceremonies'], done: t('tasks.saved') });
  const standing = standingOf(task, today());
  const isDone = task.state === 'done';
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
      <Button
        size="small"
        type={isDone ? 'text' : 'default'}
        loading={move.isPending}
        onClick={() => move.mutate({ followUpId: task.id, to: isDone ? 'open' : 'done' })}
      >
        {isDone ? t('tasks.reopen') : t('tasks.done')}
      </Button>
    </li>
  );
}

function AddTask({ origin, kind }: Props) {
  const t = usePhrases('ceremonies');
  const ownSide = useOwnSide() ?? 'school';
  const empty = { title: '', owner: '', side: ownSide, dueOn: '' };
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
      <Labelled label={t('tasks.what')}>
        {(id) => (
          <Input
            id={id}
            value={draft.title}
            maxLength={200}
            onChange={(event) => setDraft({ ...draft, title: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label={t('tasks.owner')}>
        {(id) => (
          <Input
            id={id}
            value={draft.owner}
            maxLength={60}
            onChange={(event) => setDraft({ ...draft, owner: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label={t('tasks.side')}>
        {(id) => (
          <Select<Side>
            id={id}
            value={draft.side}
            options={sides.map((value) => ({ value, label: t(`new.${value}`) }))}
            onChange={(side) => setDraft({ ...draft, side })}
          />
        )}
      </Labelled>
      <Labelled label={t('tasks.due')}>
        {(id) => (
          <input
            id={id}
            type="date"
            className="dt-input dt-day-input"
            value={draft.dueOn}
            onChange={(event) => setDraft({ ...draft, dueOn: event.target.value })}
          />
        )}
      </Labelled>
      <Button disabled={draft.title.trim() === ''} loading={add.isPending} onClick={send}>
        {t('tasks.add')}
      </Button>
    </div>
  );
}
