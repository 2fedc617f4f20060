import { Moment, Panel, SideTag, usePhrases, useWrite } from '@dualtrack/ui';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { CeremonyDetail } from '../../contract.ts';
import { api } from '../client.ts';
import { useOwnSide } from '../words.ts';
import { Labelled } from './labelled.tsx';
import { SideChoice } from './side-choice.tsx';

/** The guest book, and the form that is handed to a guest. */
export function GuestBookPanel(props: { readonly ceremony: CeremonyDetail }) {
  const { ceremony } = props;
  const t = usePhrases('ceremonies');
  return (
    <Panel title={t('tab.guestBook')} count={ceremony.guestBook.length}>
      {ceremony.guestBook.length === 0 ? (
        <p className="dt-quiet">
          {t('book.none')} {t('book.noneNote')}
        </p>
      ) : null}
      <ul className="ce-book">
        {ceremony.guestBook.map((entry) => (
          <li key={entry.id}>
            <blockquote>{entry.words}</blockquote>
            <div className="ce-row dt-small dt-quiet">
              <SideTag side={entry.side} />
              <span>{[entry.name, entry.post].filter((one) => one !== '').join(' · ')}</span>
              <Moment instant={entry.writtenAt} />
            </div>
          </li>
        ))}
      </ul>
      {ceremony.abilities.collect === null ? <WriteForm ceremonyId={ceremony.id} /> : null}
    </Panel>
  );
}

function WriteForm(props: { readonly ceremonyId: string }) {
  const t = usePhrases('ceremonies');
  const ownSide = useOwnSide() ?? 'school';
  const empty = { words: '', name: '', post: '', side: ownSide };
  const [draft, setDraft] = useState(empty);
  const write = useWrite(api.ceremonies.writeGuestBook, {
    invalidates: ['ceremonies'],
    done: t('book.done'),
    onDone: () => setDraft(empty),
  });
  const isWhole = draft.words.trim() !== '' && draft.name.trim() !== '';
  return (
    <div className="ce-fields">
      <Labelled label={t('book.words')} isWide>
        {(id) => (
          <Input.TextArea
            id={id}
            value={draft.words}
            maxLength={1000}
            autoSize={{ minRows: 2, maxRows: 8 }}
            onChange={(event) => setDraft({ ...draft, words: event.target.value })}
          />
        )}
      </Labelled>
      {(['name', 'post'] as const).map((key) => (
        <Labelled key={key} label={t(`book.${key}`)}>
          {(id) => (
            <Input
              id={id}
              value={draft[key]}
              maxLength={200}
              onChange={(event) => setDraft({ ...draft, [key]: event.target.value })}
            />
          )}
        </Labelled>
      ))}
      <SideChoice side={draft.side} onChange={(side) => setDraft({ ...draft, side })} />
      <div className="ce-wide">
        <Button
          type="primary"
          disabled={!isWhole}
          loading={write.isPending}
          onClick={() => write.mutate({ ceremonyId: props.ceremonyId, ...draft })}
        >
          {t('book.write')}
        </Button>
      </div>
    </div>
  );
}
