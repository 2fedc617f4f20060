import { EmptyState, Panel, PersonName, useLanguage, usePhrases, wallClock } from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import type { CeremonyDetail } from '../../contract.ts';
import { useWords } from '../words.ts';
import { AgendaEditor } from './agenda-editor.tsx';

/** The agenda with speakers, topics and the texts of speeches. */
export function AgendaPanel(props: { readonly ceremony: CeremonyDetail }) {
  const { ceremony } = props;
  const t = usePhrases('ceremonies');
  const [isEditing, setEditing] = useState(false);
  const total = ceremony.agenda.reduce((sum, item) => sum + (item.minutes ?? 0), 0);
  if (isEditing) return <AgendaEditor ceremony={ceremony} onClose={() => setEditing(false)} />;
  return (
    <Panel
      title={t('tab.agenda')}
      actions={
        <span className="ce-row">
          {total === 0 ? null : <span className="dt-quiet">{t('agenda.total', { count: total })}</span>}
          {ceremony.abilities.edit === null ? (
            <Button onClick={() => setEditing(true)}>{t('do.edit')}</Button>
          ) : null}
        </span>
      }
    >
      {ceremony.agenda.length === 0 ? (
        <EmptyState title={t('agenda.none')}>{t('agenda.noneNote')}</EmptyState>
      ) : (
        <ol className="ce-agenda">
          {ceremony.agenda.map((item, index) => (
            <AgendaLine key={item.id} ceremony={ceremony} item={item} order={index + 1} />
          ))}
        </ol>
      )}
    </Panel>
  );
}

type LineProps = {
  readonly ceremony: CeremonyDetail;
  readonly item: CeremonyDetail['agenda'][number];
  readonly order: number;
};

function AgendaLine({ ceremony, item, order }: LineProps) {
  const t = usePhrases('ceremonies');
  const { locale } = useLanguage();
  const words = useWords();
  const speakers = item.speakerIds.flatMap((id) => ceremony.guests.filter((guest) => guest.id === id));
  const topics = item.topics.map((topic) => words.pick(topic.zh, topic.en));
  const speech = words.pick(item.speech, item.speechEn);
  const time =
    item.begunAt === null
      ? item.minutes === null
        ? ''
        : t('agenda.minutesOf', { count: item.minutes })
      : t('agenda.begun', {
          time: wallClock(new Date(item.begunAt)).time,
        });
  return (
    <li>
      <span className="ce-order">{order}</span>
      <h3>{words.item(item)}</h3>
      <span className="ce-time dt-small">{time}</span>
      {speakers.length === 0 ? null : (
        <div className="ce-row">
          {speakers.map((guest) => (
            <PersonName
              key={guest.id}
              person={{ name: guest.name || guest.nameEn, nameEn: guest.nameEn }}
              side={guest.side}
            />
          ))}
        </div>
      )}
      {topics.length === 0 ? null : (
        <p className="dt-quiet">{topics.join(locale === 'zh-CN' ? '、' : ', ')}</p>
      )}
      {speech === '' ? null : (
        <details>
          <summary>{t('agenda.showSpeech')}</summary>
          <p className="ce-speech">{speech}</p>
        </details>
      )}
    </li>
  );
}
