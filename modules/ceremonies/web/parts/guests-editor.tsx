import { usePhrases, useWrite } from '@dualtrack/ui';
import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { guestDuties } from '../../ceremony.ts';
import type { CeremonyDetail } from '../../contract.ts';
import type { Side } from '../../side.ts';
import { api } from '../client.ts';
import { movedUp } from '../moved-up.ts';
import { Labelled } from './labelled.tsx';

type Guest = CeremonyDetail['guests'][number];
type Draft = Pick<Guest, 'name' | 'nameEn' | 'duty' | 'isGroup'> & {
  id?: string;
  posts: string;
  postsEn: string;
};
const fresh: Draft = { name: '', nameEn: '', posts: '', postsEn: '', duty: 'guest', isGroup: false };
const split = (text: string, by: RegExp) =>
  text
    .split(by)
    .map((one) => one.trim())
    .filter((one) => one !== '');

type Props = { readonly ceremony: CeremonyDetail; readonly side: Side; readonly onClose: () => void };

/** Edits the guests of one side in order of precedence. */
export function GuestsEditor({ ceremony, side, onClose }: Props) {
  const t = usePhrases('ceremonies');
  const [guests, setGuests] = useState<readonly Draft[]>(
    ceremony.guests
      .filter((guest) => guest.side === side)
      .map(({ id, name, nameEn, duty, isGroup, posts, postsEn }) => ({
        ...{ id, name, nameEn, duty, isGroup },
        ...{ posts: posts.join('、'), postsEn: postsEn.join('; ') },
      })),
  );
  const save = useWrite(api.ceremonies.setGuests, {
    answers: (after) => ['ceremonies.get', { ceremonyId: after.id }],
    invalidates: ['ceremonies'],
    done: t('do.saved'),
    onDone: onClose,
  });
  const isWhole = guests.every((guest) => guest.name.trim() !== '' || guest.nameEn.trim() !== '');
  const change = (at: number, some: Partial<Draft>) =>
    setGuests(guests.map((guest, index) => (index === at ? { ...guest, ...some } : guest)));
  return (
    <div className="ce-stack">
      <h2>{t(`guests.${side}`)}</h2>
      <p className="dt-quiet">{t('guests.precedence')}</p>
      {guests.map((guest, at) => (
        // Guests have no name of their own while they are new: their place is what they are.
        <GuestCard
          key={guest.id ?? `new-${at}`}
          guest={guest}
          order={at + 1}
          onChange={(some) => change(at, some)}
          onUp={at === 0 ? undefined : () => setGuests(movedUp(guests, at))}
          onRemove={() => setGuests(guests.filter((_, index) => index !== at))}
        />
      ))}
      <div className="ce-row">
        <Button onClick={() => setGuests([...guests, fresh])}>{t('guests.add')}</Button>
        <Button
          type="primary"
          disabled={!isWhole}
          loading={save.isPending}
          onClick={() =>
            save.mutate({
              ceremonyId: ceremony.id,
              side,
              revision: ceremony.parts[`guests-${side}`].revision,
              guests: guests.map((guest) => ({
                ...guest,
                posts: split(guest.posts, /[、，;；]/),
                postsEn: split(guest.postsEn, /[;；]/),
              })),
            })
          }
        >
          {t('do.save')}
        </Button>
        <Button type="text" onClick={onClose}>
          {t('do.leave')}
        </Button>
        {isWhole ? null : <span className="dt-quiet">{t('guests.nameMissing')}</span>}
      </div>
    </div>
  );
}

type CardProps = {
  readonly guest: Draft;
  readonly order: number;
  readonly onChange: (some: Partial<Draft>) => void;
  readonly onUp: (() => void) | undefined;
  readonly onRemove: () => void;
};

function GuestCard({ guest, order, onChange, onUp, onRemove }: CardProps) {
  const t = usePhrases('ceremonies');
  const line = (key: 'name' | 'nameEn' | 'posts' | 'postsEn') => (
    <Labelled label={t(`guests.${key}`)}>
      {(id) => (
        <Input
          id={id}
          value={guest[key]}
          maxLength={300}
          onChange={(event) => onChange({ [key]: event.target.value })}
        />
      )}
    </Labelled>
  );
  return (
    <div className="ce-card">
      <div className="ce-fields">
        {line('name')}
        {line('nameEn')}
        {line('posts')}
        {line('postsEn')}
      </div>
      <div className="ce-row">
        <span className="ce-order">{order}</span>
        <Select
          aria-label={t('guests.duty')}
          value={guest.duty}
          style={{ minInlineSize: 120 }}
          options={guestDuties.map((value) => ({ value, label: t(`duty.${value}`) }))}
          onChange={(duty) => onChange({ duty })}
        />
        <Checkbox checked={guest.isGroup} onChange={(event) => onChange({ isGroup: event.target.checked })}>
          {t('guests.group')}
        </Checkbox>
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
