import { usePhrases, useWrite } from '@dualtrack/ui';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { CeremonyDetail } from '../../contract.ts';
import { api } from '../client.ts';
import { useWords } from '../words.ts';
import { type DecisionDraft, DecisionFields } from './decision-fields.tsx';
import { Labelled } from './labelled.tsx';

type Props = { readonly ceremony: CeremonyDetail; readonly onClose: () => void };

/** Edits the minutes of a ceremony: what happened, decisions, and what was said at each item. */
export function MinutesEditor({ ceremony, onClose }: Props) {
  const t = usePhrases('ceremonies');
  const words = useWords();
  const [text, setText] = useState({ minutes: ceremony.minutes, minutesEn: ceremony.minutesEn });
  const [decisions, setDecisions] = useState<readonly DecisionDraft[]>(ceremony.decisions);
  const [said, setSaid] = useState(
    ceremony.agenda.map(({ id, summary, summaryEn }) => ({ itemId: id, summary, summaryEn })),
  );
  const save = useWrite(api.ceremonies.setMinutes, {
    answers: (after) => ['ceremonies.get', { ceremonyId: after.id }],
    invalidates: ['ceremonies'],
    done: t('do.saved'),
    onDone: onClose,
  });
  const area = (label: string, value: string, onChange: (value: string) => void, rows = 3) => (
    <Labelled label={label}>
      {(id) => (
        <Input.TextArea
          id={id}
          value={value}
          autoSize={{ minRows: rows, maxRows: 18 }}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Labelled>
  );
  return (
    <div className="ce-stack">
      <div className="ce-two">
        {area(t('minutes.text'), text.minutes, (minutes) => setText({ ...text, minutes }), 6)}
        {area(t('minutes.textEn'), text.minutesEn, (minutesEn) => setText({ ...text, minutesEn }), 6)}
      </div>
      <DecisionFields decisions={decisions} onChange={setDecisions} />
      {ceremony.agenda.map((item, at) => {
        const one = said[at];
        if (one === undefined) return null;
        const change = (some: Partial<typeof one>) =>
          setSaid(said.map((each, index) => (index === at ? { ...each, ...some } : each)));
        return (
          <div key={item.id} className="ce-card">
            <h3>{words.item(item)}</h3>
            <div className="ce-two">
              {area(t('minutes.said'), one.summary, (summary) => change({ summary }), 2)}
              {area(t('minutes.saidEn'), one.summaryEn, (summaryEn) => change({ summaryEn }), 2)}
            </div>
          </div>
        );
      })}
      <div className="ce-row">
        <Button
          type="primary"
          loading={save.isPending}
          onClick={() =>
            save.mutate({
              ...{ ...text, ceremonyId: ceremony.id, revision: ceremony.parts.minutes.revision },
              decisions: decisions.filter((one) => one.wording.trim() !== '' || one.wordingEn.trim() !== ''),
              summaries: said,
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
  );
}
