import { Moment, Panel, useOperation, usePhrases, useWrite } from '@dualtrack/ui';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '../client.ts';

/** The calendar feed of the own sessions: made, shown once, ended. */
export function FeedPanel() {
  const t = usePhrases('talent-sharing');
  const [address, setAddress] = useState('');
  const list = useOperation('talentSharing.feeds', api.sessions.feeds.list, undefined);
  const make = useWrite(api.sessions.feeds.create, {
    invalidates: ['talentSharing'],
    onDone: (made) => setAddress(made.address),
  });
  const end = useWrite(api.sessions.feeds.revoke, { invalidates: ['talentSharing'] });
  return (
    <Panel
      title={t('expert.feed')}
      actions={
        <Button size="small" loading={make.isPending} onClick={() => make.mutate({})}>
          {t('expert.feedMake')}
        </Button>
      }
    >
      {address === '' ? null : (
        <>
          <p className="dt-quiet dt-small">{t('expert.feedNote')}</p>
          <Input readOnly value={address} aria-label={t('expert.feed')} />
        </>
      )}
      <ul className="ts-list">
        {(list.data?.items ?? []).map((feed) => (
          <li key={feed.id}>
            <Moment instant={feed.createdAt} />
            <Button size="small" type="text" danger onClick={() => end.mutate({ feedId: feed.id })}>
              {t('expert.feedEnd')}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
