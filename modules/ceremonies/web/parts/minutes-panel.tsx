import { EmptyState, Panel, useNameOf, usePhrases } from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import type { CeremonyDetail } from '../../contract.ts';
import { useWords } from '../words.ts';
import { MinutesEditor } from './minutes-editor.tsx';
import { TaskList } from './task-list.tsx';

/** Minutes with decisions, what was said, and the follow-ups that came of it. */
export function MinutesPanel(props: { readonly ceremony: CeremonyDetail }) {
  const { ceremony } = props;
  const t = usePhrases('ceremonies');
  const words = useWords();
  const nameOf = useNameOf();
  const [isEditing, setEditing] = useState(false);
  if (isEditing) return <MinutesEditor ceremony={ceremony} onClose={() => setEditing(false)} />;
  const text = words.pick(ceremony.minutes, ceremony.minutesEn);
  const said = ceremony.agenda.filter((item) => item.summary !== '' || item.summaryEn !== '');
  const isEmpty = text === '' && said.length === 0 && ceremony.decisions.length === 0;
  const write =
    ceremony.abilities.minute === null ? (
      <Button type={isEmpty ? 'primary' : 'default'} onClick={() => setEditing(true)}>
        {isEmpty ? t('minutes.write') : t('minutes.edit')}
      </Button>
    ) : undefined;
  return (
    <div className="ce-stack">
      <Panel title={t('minutes.title')} actions={isEmpty ? undefined : write}>
        {isEmpty ? (
          <EmptyState title={t('minutes.none')} action={write}>
            {t('minutes.noneNote')}
          </EmptyState>
        ) : (
          <p className="ce-prose">{text}</p>
        )}
      </Panel>
      {ceremony.decisions.length === 0 ? null : (
        <Panel title={t('minutes.decisions')} count={ceremony.decisions.length}>
          <ol className="ce-decisions">
            {ceremony.decisions.map((one) => (
              <li key={one.id}>{words.pick(one.wording, one.wordingEn)}</li>
            ))}
          </ol>
        </Panel>
      )}
      {said.length === 0 ? null : (
        <Panel title={t('minutes.said')}>
          {said.map((item) => {
            const speakers = item.speakerIds.flatMap((id) =>
              ceremony.guests
                .filter((guest) => guest.id === id)
                .map((guest) => nameOf({ name: guest.name || guest.nameEn, nameEn: guest.nameEn })),
            );
            return (
              <div key={item.id}>
                <h3>{[words.item(item), ...speakers].join(' · ')}</h3>
                <p className="ce-prose">{words.pick(item.summary, item.summaryEn)}</p>
              </div>
            );
          })}
        </Panel>
      )}
      {ceremony.origin === 'public-record' ? null : (
        <TaskList origin={{ ceremonyId: ceremony.id }} kind="ceremony" />
      )}
    </div>
  );
}
