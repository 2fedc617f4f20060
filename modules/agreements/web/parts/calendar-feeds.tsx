import { ConfirmButton, Day, Panel, useOperation, usePhrases, useToast, useWrite } from '@dualtrack/ui';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { agreements } from '../client.ts';

/** Makes and ends calendar feeds: of one's own dates or all of the side, or of the agreement given. */
export function CalendarFeeds(props: { readonly agreementId?: string }) {
  const { agreementId } = props;
  const t = usePhrases('obligations');
  const toast = useToast();
  const [address, setAddress] = useState('');
  const found = useOperation('agreements.feeds', agreements.obligations.feeds.list, {});
  const make = useWrite(agreements.obligations.feeds.create, {
    invalidates: ['agreements'],
    onDone: (made) => setAddress(made.address),
  });
  const end = useWrite(agreements.obligations.feeds.revoke, { invalidates: ['agreements'] });
  const feeds = (found.data?.items ?? []).filter(
    (one) => agreementId === undefined || one.agreementId === agreementId,
  );
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    toast(t('feeds.copied'));
  };
  return (
    <Panel
      title={t('feeds.title')}
      count={feeds.length}
      actions={
        agreementId === undefined ? (
          <span className="ag-row">
            <Button loading={make.isPending} onClick={() => make.mutate({ scope: 'mine' })}>
              {t('feeds.makeMine')}
            </Button>
            <Button loading={make.isPending} onClick={() => make.mutate({ scope: 'side' })}>
              {t('feeds.makeSide')}
            </Button>
          </span>
        ) : (
          <Button loading={make.isPending} onClick={() => make.mutate({ agreementId })}>
            {t('feeds.make')}
          </Button>
        )
      }
    >
      <p className="dt-quiet">{t('feeds.note')}</p>
      {agreementId === undefined ? <p className="dt-quiet">{t('feeds.mineNote')}</p> : null}
      {address === '' ? null : (
        <div className="duty-form">
          <p>{t('feeds.made')}</p>
          <span className="ag-row">
            <Input readOnly value={address} aria-label={t('feeds.title')} style={{ maxInlineSize: 520 }} />
            <Button onClick={() => void copy()}>{t('feeds.copy')}</Button>
          </span>
        </div>
      )}
      <ul className="duty-lines">
        {feeds.map((feed) => (
          <li key={feed.id} className="ag-row">
            <span>
              {feed.scope === 'agreement'
                ? feed.title
                : t(feed.scope === 'mine' ? 'feeds.mine' : 'feeds.all')}
            </span>
            <span className="dt-small dt-quiet">
              <Day day={feed.createdAt.slice(0, 10)} />
            </span>
            <ConfirmButton
              type="text"
              danger
              title={t('feeds.revokeQuestion')}
              consequence={t('feeds.revokeNote')}
              onConfirm={() => end.mutateAsync({ feedId: feed.id })}
            >
              {t('feeds.revoke')}
            </ConfirmButton>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
