import { Panel, SideTag, usePhrases, useWrite } from '@dualtrack/ui';
import { Button, Input, Rate } from 'antd';
import { useState } from 'react';
import type { SessionDetail } from '../../contract.ts';
import { api } from '../client.ts';
import { useOwn } from '../words.ts';

/** How both sides found a session. */
export function SessionFeedback(props: { readonly session: SessionDetail }) {
  const { session } = props;
  const t = usePhrases('talent-sharing');
  const { side } = useOwn();
  const own = session.feedback.find((one) => one.side === side);
  const [rating, setRating] = useState(own?.rating ?? 0);
  const [note, setNote] = useState(own?.note ?? '');
  const rate = useWrite(api.sessions.rate, {
    answers: (after) => ['talentSharing.session', { sessionId: after.id }],
    invalidates: ['talentSharing'],
    done: t('session.rated'),
  });
  return (
    <Panel title={t('session.feedback')}>
      {session.feedback.length === 0 ? <p className="dt-quiet">{t('session.noFeedback')}</p> : null}
      <ul className="ts-list">
        {session.feedback.map((one) => (
          <li key={one.side}>
            <span>
              <SideTag side={one.side}>{one.by}</SideTag> {one.note}
            </span>
            <span>{one.rating} / 5</span>
          </li>
        ))}
      </ul>
      {session.abilities.rate === null ? (
        <div className="ts-row">
          <Rate value={rating} onChange={setRating} aria-label={t('session.rating')} />
          <Input
            aria-label={t('session.note')}
            placeholder={t('session.note')}
            value={note}
            maxLength={300}
            onChange={(event) => setNote(event.target.value)}
          />
          <Button
            disabled={rating === 0}
            loading={rate.isPending}
            onClick={() => rate.mutate({ sessionId: session.id, rating, note })}
          >
            {t('session.rate')}
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}
