import {
  ConfirmButton,
  Day,
  Panel,
  useNameOf,
  useOperation,
  usePhrases,
  useToast,
  useWrite,
} from '@dualtrack/ui';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { CalendarView } from '../../calendar-contract.ts';
import { rotations } from '../client.ts';

/** Makes and ends the address of a feed of one calendar; all open addresses of the reader stand below. */
export function FeedPanel(props: { readonly by: CalendarView; readonly subjectId: string }) {
  const { by, subjectId } = props;
  const t = usePhrases('rotations');
  const toast = useToast();
  const nameOf = useNameOf();
  const [address, setAddress] = useState('');
  const { feeds } = rotations.calendar;
  const found = useOperation('rotations.feeds', feeds.list, {});
  const make = useWrite(feeds.create, {
    invalidates: ['rotations'],
    onDone: (made) => setAddress(made.address),
  });
  const end = useWrite(feeds.revoke, { invalidates: ['rotations'] });
  const items = found.data?.items ?? [];
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    toast(t('feeds.copied'));
  };
  return (
    <Panel
      title={t('feeds.title')}
      count={items.length}
      actions={
        <Button loading={make.isPending} onClick={() => make.mutate({ by, subjectId })}>
          {t('feeds.make')}
        </Button>
      }
    >
      <p className="dt-quiet">{t('feeds.note')}</p>
      <p className="dt-quiet dt-small">{t('feeds.how')}</p>
      {address === '' ? null : (
        <div role="status">
          <p>{t('feeds.made')}</p>
          <span className="ro-row">
            <Input readOnly value={address} aria-label={t('feeds.title')} className="ro-address" />
            <Button type="primary" onClick={() => void copy()}>
              {t('feeds.copy')}
            </Button>
          </span>
        </div>
      )}
      {items.length === 0 ? (
        <p className="dt-quiet">{t('feeds.none')}</p>
      ) : (
        <ul className="ro-list" aria-label={t('feeds.open')}>
          {items.map((feed) => (
            <li key={feed.id}>
              <span>
                {nameOf(feed)} <span className="dt-quiet">{t(`cal.by.${feed.by}`)}</span>{' '}
                <span className="dt-small dt-quiet">
                  <Day day={feed.createdAt.slice(0, 10)} />
                </span>
              </span>
              <ConfirmButton
                size="small"
                title={t('feeds.revokeQuestion')}
                consequence={t('feeds.revokeNote')}
                onConfirm={() => end.mutateAsync({ feedId: feed.id })}
              >
                {t('feeds.revoke')}
              </ConfirmButton>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
