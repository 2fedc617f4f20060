import { EmptyState, Panel, usePhrases, useWrite } from '@dualtrack/ui';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import type { MeetingDetail } from '../../contract.ts';
import { api } from '../client.ts';
import { useWords } from '../words.ts';
import { type DecisionDraft, DecisionFields } from './decision-fields.tsx';
import { Labelled } from './labelled.tsx';

/** Minutes of a meeting, read and written. */
export function MeetingMinutes(props: { readonly meeting: MeetingDetail }) {
  const { meeting } = props;
  const t = usePhrases('ceremonies');
  const { pick } = useWords();
  const [isEditing, setEditing] = useState(false);
  if (isEditing) return <Editor meeting={meeting} onClose={() => setEditing(false)} />;
  const isEmpty = meeting.minutes === '' && meeting.decisions.length === 0;
  const write =
    meeting.abilities.minute === null ? (
      <Button onClick={() => setEditing(true)}>{isEmpty ? t('minutes.write') : t('minutes.edit')}</Button>
    ) : undefined;
  return (
    <Panel title={t('minutes.title')} actions={isEmpty ? undefined : write}>
      {isEmpty ? (
        <EmptyState title={t('minutes.none')} action={write} />
      ) : (
        <>
          <p className="ce-prose">{meeting.minutes}</p>
          {meeting.decisions.length === 0 ? null : (
            <>
              <h3>{t('minutes.decisions')}</h3>
              <ol className="ce-decisions">
                {meeting.decisions.map((one) => (
                  <li key={one.id}>{pick(one.wording, one.wordingEn)}</li>
                ))}
              </ol>
            </>
          )}
        </>
      )}
    </Panel>
  );
}

function Editor(props: { readonly meeting: MeetingDetail; readonly onClose: () => void }) {
  const { meeting, onClose } = props;
  const t = usePhrases('ceremonies');
  const [minutes, setMinutes] = useState(meeting.minutes);
  const [attendees, setAttendees] = useState(meeting.attendees);
  const [decisions, setDecisions] = useState<readonly DecisionDraft[]>(meeting.decisions);
  const save = useWrite(api.meetings.setMinutes, {
    answers: (after) => ['ceremonies.meeting', { meetingId: after.id }],
    invalidates: ['ceremonies'],
    done: t('do.saved'),
    onDone: onClose,
  });
  return (
    <Panel title={t('minutes.title')}>
      <div className="ce-stack">
        <div className="ce-row">
          {attendees.map((one, at) => (
            <Checkbox
              key={`${one.side}${one.name}`}
              checked={one.isPresent}
              onChange={(event) =>
                setAttendees(
                  attendees.map((each, index) =>
                    index === at ? { ...each, isPresent: event.target.checked } : each,
                  ),
                )
              }
            >
              {t('meetings.present')}: {one.name}
            </Checkbox>
          ))}
        </div>
        <Labelled label={t('minutes.text')}>
          {(id) => (
            <Input.TextArea
              id={id}
              value={minutes}
              autoSize={{ minRows: 5, maxRows: 20 }}
              onChange={(event) => setMinutes(event.target.value)}
            />
          )}
        </Labelled>
        <DecisionFields decisions={decisions} onChange={setDecisions} />
        <div className="ce-row">
          <Button
            type="primary"
            loading={save.isPending}
            onClick={() =>
              save.mutate({
                ...{ meetingId: meeting.id, revision: meeting.revision, minutes, attendees },
                decisions: decisions.filter(
                  (one) => one.wording.trim() !== '' || one.wordingEn.trim() !== '',
                ),
              })
            }
          >
            {t('do.save')}
          </Button>
          <Button type="text" onClick={onClose}>
            {t('do.leave')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
