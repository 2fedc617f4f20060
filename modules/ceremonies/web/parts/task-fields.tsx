import { usePhrases } from '@dualtrack/ui';
import { Input } from 'antd';
import type { Side } from '../../side.ts';
import { Labelled } from './labelled.tsx';
import { SideChoice } from './side-choice.tsx';

/** What can be written about something to do; no day is an empty text. */
export type TaskDraft = { title: string; owner: string; side: Side; dueOn: string };

/** The fields of something to do, in one line where there is room. */
export function TaskFields(props: {
  readonly draft: TaskDraft;
  readonly onChange: (draft: TaskDraft) => void;
}) {
  const { draft, onChange } = props;
  const t = usePhrases('ceremonies');
  return (
    <>
      <Labelled label={t('tasks.what')}>
        {(id) => (
          <Input
            id={id}
            value={draft.title}
            maxLength={200}
            onChange={(event) => onChange({ ...draft, title: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label={t('tasks.owner')}>
        {(id) => (
          <Input
            id={id}
            value={draft.owner}
            maxLength={60}
            onChange={(event) => onChange({ ...draft, owner: event.target.value })}
          />
        )}
      </Labelled>
      <SideChoice side={draft.side} onChange={(side) => onChange({ ...draft, side })} />
      <Labelled label={t('tasks.due')}>
        {(id) => (
          <input
            id={id}
            type="date"
            className="dt-input dt-day-input"
            value={draft.dueOn}
            onChange={(event) => onChange({ ...draft, dueOn: event.target.value })}
          />
        )}
      </Labelled>
    </>
  );
}
