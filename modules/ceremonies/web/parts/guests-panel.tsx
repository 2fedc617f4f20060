import { Panel, SideTag, StateTag, usePhrases } from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import type { CeremonyDetail } from '../../contract.ts';
import { type Side, sides } from '../../side.ts';
import { paperAddress } from '../client.ts';
import { useWords } from '../words.ts';
import { GuestsEditor } from './guests-editor.tsx';
import { SeatingView } from './seating-view.tsx';

/** Guests of both sides in order of precedence, their seats, and the papers made of them. */
export function GuestsPanel(props: { readonly ceremony: CeremonyDetail }) {
  const { ceremony } = props;
  const t = usePhrases('ceremonies');
  const [editing, setEditing] = useState<Side | null>(null);
  if (editing !== null) {
    return <GuestsEditor ceremony={ceremony} side={editing} onClose={() => setEditing(null)} />;
  }
  const isSeated = ceremony.guests.some((guest) => !guest.isGroup);
  return (
    <div className="ce-stack">
      <div className="ce-two">
        {sides.map((side) => (
          <GuestList key={side} ceremony={ceremony} side={side} onEdit={() => setEditing(side)} />
        ))}
      </div>
      {isSeated ? (
        <Panel
          title={t('seats.title')}
          actions={
            <span className="ce-row">
              <a href={paperAddress(ceremony.id, 'name-cards')} target="_blank" rel="noreferrer">
                {t('seats.nameCards')}
              </a>
              <a href={paperAddress(ceremony.id, 'seating-plan')} target="_blank" rel="noreferrer">
                {t('seats.plan')}
              </a>
            </span>
          }
        >
          <SeatingView ceremony={ceremony} />
          <p className="dt-quiet dt-small">{t('seats.note')}</p>
        </Panel>
      ) : null}
    </div>
  );
}

type ListProps = { readonly ceremony: CeremonyDetail; readonly side: Side; readonly onEdit: () => void };

function GuestList({ ceremony, side, onEdit }: ListProps) {
  const t = usePhrases('ceremonies');
  const words = useWords();
  const guests = ceremony.guests.filter((guest) => guest.side === side);
  return (
    <Panel
      title={
        <span className="ce-row">
          <SideTag side={side} />
          {t(`guests.${side}`)}
        </span>
      }
      actions={
        ceremony.abilities.seat === null ? <Button onClick={onEdit}>{t('do.edit')}</Button> : undefined
      }
    >
      {guests.length === 0 ? <p className="dt-quiet">{t('guests.none')}</p> : null}
      <ol className="ce-guests">
        {guests.map((guest) => (
          <li key={guest.id}>
            <span className="ce-order">{guest.isGroup ? '' : guest.position}</span>
            <span>{words.pick(guest.name, guest.nameEn)}</span>
            {guest.duty === 'guest' ? <span /> : <StateTag>{t(`duty.${guest.duty}`)}</StateTag>}
            {guest.posts.length + guest.postsEn.length === 0 ? null : (
              <span className="dt-small dt-quiet">{words.posts(guest)}</span>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
