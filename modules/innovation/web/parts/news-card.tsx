import {
  ErrorState,
  Loading,
  Moment,
  PageLink,
  Panel,
  useOperation,
  usePhrases,
  useSession,
  useWrite,
  writeDay,
} from '@dualtrack/ui';
import { useLanguage } from '@dualtrack/ui/plain';
import { Button } from 'antd';
import type { Notice } from '../../contract.ts';
import { noticePath } from '../../notice.ts';
import { api } from '../client.ts';
import { useWords } from '../words.ts';
import '../innovation.css';

/** On the home: what a person was told of in innovation and has not put away. */
export function NewsCard() {
  const t = usePhrases('innovation-news');
  const found = useOperation('innovation.notices', api.notices.mine, {});
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { items, total } = found.data;
  return (
    <Panel title={t('card.title')} count={total}>
      {total === 0 ? <p className="dt-quiet dt-small">{t('card.none')}</p> : null}
      <ul className="in-list">
        {items.map((one) => (
          <NewsLine key={one.id} notice={one} />
        ))}
      </ul>
      {total > items.length ? (
        <p className="dt-quiet dt-small">{t('card.more', { count: total - items.length })}</p>
      ) : null}
    </Panel>
  );
}

function NewsLine({ notice }: { readonly notice: Notice }) {
  const t = usePhrases('innovation-news');
  const words = useWords();
  const { locale } = useLanguage();
  const { role } = useSession().membership;
  const seen = useWrite(api.notices.seen, { invalidates: ['innovation'] });
  const title = words.pick(notice.title, notice.titleEn);
  const day = notice.onDay === null ? '' : writeDay(locale, notice.onDay, 'day');
  return (
    <li>
      <div>
        <PageLink to={noticePath(notice, role === 'student')}>
          {t(`notice.${notice.kind}`, { title, day })}
        </PageLink>
        <div className="dt-small dt-quiet">
          <Moment instant={notice.createdAt} />
        </div>
      </div>
      <Button
        size="small"
        type="text"
        aria-label={t('card.seenLabel', { title })}
        loading={seen.isPending}
        onClick={() => seen.mutate({ noticeId: notice.id })}
      >
        {t('card.seen')}
      </Button>
    </li>
  );
}
