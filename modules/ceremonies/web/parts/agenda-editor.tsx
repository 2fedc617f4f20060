import { usePhrases, useWrite } from '@dualtrack/ui';
import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { agendaKinds } from '../../ceremony.ts';
import type { CeremonyDetail } from '../../contract.ts';
import { api } from '../client.ts';
import { movedUp } from '../moved-up.ts';
import { kindKey } from '../words.ts';
import { Labelled } from './labelled.tsx';

type Item = CeremonyDetail['agenda'][number];
type Draft = Omit<Item, 'id' | 'position' | 'begunAt' | 'topics'> & {
  id?: string;
  topics: string;
  topicsEn: string;
};

const lines = (text: string) => text.split('\n').map((line) => line.trim());

/** Topics stand in two fields, line beside line: the third Chinese topic belongs to the third English one. */
function topicsOf({ topics, topicsEn }: Draft) {
  const [zh, en] = [lines(topics), lines(topicsEn)];
  return Array.from({ length: Math.max(zh.length, en.length) }, (_, index) => ({
    zh: zh[index] ?? '',
    en: en[index] ?? '',
  })).filter((topic) => topic.zh !== '' || topic.en !== '');
}

function draftOf({ position: _, begunAt: __, topics, ...item }: Item): Draft {
  return {
    ...item,
    topics: topics.map((topic) => topic.zh).join('\n'),
    topicsEn: topics.map((topic) => topic.en).join('\n'),
  };
}

const fresh: Draft = {
  ...{ kind: 'other', title: '', titleEn: '', minutes: 5, speakerIds: [], topics: '', topicsEn: '' },
  ...{ speech: '', speechEn: '', summary: '', summaryEn: '' },
};

/** Edits the agenda as one list. */
export function AgendaEditor(props: { readonly ceremony: CeremonyDetail; readonly onClose: () => void }) {
  const { ceremony, onClose } = props;
  const t = usePhrases('ceremonies');
  const [items, setItems] = useState<readonly Draft[]>(ceremony.agenda.map(draftOf));
  const save = useWrite(api.ceremonies.setAgenda, {
    answers: (after) => ['ceremonies.get', { ceremonyId: after.id }],
    invalidates: ['ceremonies'],
    done: t('do.saved'),
    onDone: onClose,
  });
  const change = (at: number, some: Partial<Draft>) =>
    setItems(items.map((item, index) => (index === at ? { ...item, ...some } : item)));
  return (
    <div className="ce-stack">
      {items.map((item, at) => (
        // Items have no name of their own while they are new: their place is what they are.
        <ItemCard
          key={item.id ?? `new-${at}`}
          item={item}
          guests={ceremony.guests}
          onChange={(some) => change(at, some)}
          onUp={at === 0 ? undefined : () => setItems(movedUp(items, at))}
          onRemove={() => setItems(items.filter((_, index) => index !== at))}
        />
      ))}
      <div className="ce-row">
        <Button onClick={() => setItems([...items, fresh])}>{t('agenda.add')}</Button>
        <Button
          type="primary"
          loading={save.isPending}
          onClick={() =>
            save.mutate({
              ceremonyId: ceremony.id,
              revision: ceremony.parts.agenda.revision,
              items: items.map(({ topics: _, topicsEn: __, ...item }, at) => ({
                ...item,
                topics: topicsOf(items[at] ?? fresh),
              })),
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

type CardProps = {
  readonly item: Draft;
  readonly guests: CeremonyDetail['guests'];
  readonly onChange: (some: Partial<Draft>) => void;
  readonly onUp: (() => void) | undefined;
  readonly onRemove: () => void;
};

function ItemCard({ item, guests, onChange, onUp, onRemove }: CardProps) {
  const t = usePhrases('ceremonies');
  const area = (key: 'topics' | 'topicsEn' | 'speech' | 'speechEn', rows: number) => (
    <Labelled label={t(`agenda.${key}`)}>
      {(id) => (
        <Input.TextArea
          id={id}
          value={item[key]}
          autoSize={{ minRows: rows, maxRows: 14 }}
          onChange={(event) => onChange({ [key]: event.target.value })}
        />
      )}
    </Labelled>
  );
  const line = (key: 'title' | 'titleEn', label: string) => (
    <Labelled label={label}>
      {(id) => (
        <Input
          id={id}
          value={item[key]}
          maxLength={300}
          onChange={(event) => onChange({ [key]: event.target.value })}
        />
      )}
    </Labelled>
  );
  return (
    <div className="ce-card">
      <div className="ce-fields">
        <Labelled label={t('agenda.kind')}>
          {(id) => (
            <Select
              id={id}
              value={item.kind}
              options={agendaKinds.map((value) => ({ value, label: t(kindKey(value)) }))}
              onChange={(kind) => onChange({ kind })}
            />
          )}
        </Labelled>
        <Labelled label={t('agenda.minutes')}>
          {(id) => (
            <InputNumber
              id={id}
              min={1}
              max={600}
              value={item.minutes}
              onChange={(minutes) => onChange({ minutes })}
            />
          )}
        </Labelled>
        <Labelled label={t('agenda.speakers')}>
          {(id) => (
            <Select
              id={id}
              mode="multiple"
              value={item.speakerIds}
              optionFilterProp="label"
              options={guests
                .filter((guest) => !guest.isGroup)
                .map((guest) => ({ value: guest.id, label: guest.name || guest.nameEn }))}
              onChange={(speakerIds) => onChange({ speakerIds })}
            />
          )}
        </Labelled>
        {line('title', t('agenda.itemTitle'))}
        {line('titleEn', t('agenda.itemTitleEn'))}
      </div>
      <div className="ce-two">
        {area('topics', 2)}
        {area('topicsEn', 2)}
        {area('speech', 3)}
        {area('speechEn', 3)}
      </div>
      <div className="ce-row">
        {onUp === undefined ? null : (
          <Button size="small" onClick={onUp}>
            {t('do.up')}
          </Button>
        )}
        <Button size="small" type="text" onClick={onRemove}>
          {t('do.remove')}
        </Button>
      </div>
    </div>
  );
}
