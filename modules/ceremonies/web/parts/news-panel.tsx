import {
  ConfirmButton,
  ErrorState,
  Loading,
  Moment,
  Panel,
  SideTag,
  StateTag,
  useOperation,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import type { CeremonyDetail, NewsView } from '../../contract.ts';
import { sides } from '../../side.ts';
import { api } from '../client.ts';
import { useOwnSide } from '../words.ts';
import { NewsEditor } from './news-editor.tsx';
import { ReleaseList } from './release-list.tsx';

/** The public news in three steps: what may be shown, the wording, and the yes of both sides. */
export function NewsPanel(props: { readonly ceremony: CeremonyDetail }) {
  const { ceremony } = props;
  const t = usePhrases('ceremonies');
  const ceremonyId = ceremony.id;
  const found = useOperation('ceremonies.news', api.news.get, { ceremonyId });
  if (ceremony.state !== 'held') return <p className="dt-quiet">{t('news.notYet')}</p>;
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { news, items } = found.data;
  const mayPublish = ceremony.abilities.publish === null;
  return (
    <div className="ce-stack">
      <ReleaseList ceremonyId={ceremonyId} items={items} mayPublish={mayPublish} />
      <Wording ceremonyId={ceremonyId} news={news} mayPublish={mayPublish} />
      {news === null ? null : <ReleasePanel news={news} mayPublish={mayPublish} />}
    </div>
  );
}

type WordingProps = {
  readonly ceremonyId: string;
  readonly news: NewsView | null;
  readonly mayPublish: boolean;
};

function Wording({ ceremonyId, news, mayPublish }: WordingProps) {
  const t = usePhrases('ceremonies');
  const [isEditing, setEditing] = useState(false);
  const draft = useWrite(api.news.draft, { invalidates: ['ceremonies'], done: t('news.drafted') });
  const write = () => draft.mutateAsync({ ceremonyId, revision: news?.revision ?? 0 });
  if (news !== null && isEditing) return <NewsEditor news={news} onClose={() => setEditing(false)} />;
  const first = (
    <Button type="primary" loading={draft.isPending} onClick={() => void write().catch(() => undefined)}>
      {t('news.draft')}
    </Button>
  );
  return (
    <Panel
      title={t('news.step2')}
      actions={
        news === null || !mayPublish ? undefined : (
          <span className="ce-row">
            <ConfirmButton
              type="text"
              title={t('news.redraftQuestion')}
              consequence={t('news.redraftNote')}
              onConfirm={write}
            >
              {t('news.redraft')}
            </ConfirmButton>
            <Button onClick={() => setEditing(true)}>{t('news.edit')}</Button>
          </span>
        )
      }
    >
      {news === null ? mayPublish ? first : null : <DraftView news={news} />}
    </Panel>
  );
}

function DraftView(props: { readonly news: NewsView }) {
  const { draft, hidden, revision, editedBy, editedAt } = props.news;
  const t = usePhrases('ceremonies');
  const why = new Map(hidden.map((one) => [one.id, one]));
  return (
    <div>
      <p className="dt-small dt-quiet">
        {t('news.revision', { revision })}
        {editedBy === '' ? null : (
          <>
            {' · '}
            {editedBy} · <Moment instant={editedAt} />
          </>
        )}
      </p>
      <div className="ce-block">
        <h3>{draft.title.zh}</h3>
        <h3>{draft.title.en}</h3>
      </div>
      {draft.blocks.map((block) => {
        const reason = why.get(block.id);
        return (
          <div key={block.id} className={reason === undefined ? 'ce-block' : 'ce-block ce-hidden'}>
            <p lang="zh-CN">{block.kind === 'text' ? block.zh : `· ${block.zh}`}</p>
            <p lang="en">{block.kind === 'text' ? block.en : `· ${block.en}`}</p>
            {reason === undefined ? null : (
              <p className="ce-wide dt-small">
                {reason.reason === 'names-unreleased'
                  ? t('news.hiddenName', { name: reason.what })
                  : t('news.hiddenReleased')}
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
}

function ReleasePanel(props: { readonly news: NewsView; readonly mayPublish: boolean }) {
  const { news, mayPublish } = props;
  const { ceremonyId, revision, released, isShown, shownRevision, slug, withdrawnSide } = news;
  const t = usePhrases('ceremonies');
  const ownSide = useOwnSide();
  const release = useWrite(api.news.release, { invalidates: ['ceremonies'], done: t('news.releasedDone') });
  const withdraw = useWrite(api.news.withdraw, { invalidates: ['ceremonies'], done: t('news.withdrawn') });
  const isOurs = ownSide !== null && released[ownSide];
  return (
    <Panel
      title={t('news.step3')}
      actions={
        <StateTag tone={isShown ? 'done' : 'plain'}>
          {isShown ? t('news.public') : t('news.notPublic')}
        </StateTag>
      }
    >
      <ul className="ce-tasks">
        {sides.map((side) => (
          <li key={side}>
            <span className="ce-row">
              <SideTag side={side} />
              {t('news.revision', { revision })} ·{' '}
              {withdrawnSide === side
                ? t('news.withdrawnBy')
                : released[side]
                  ? t('news.agreed')
                  : t('news.waits')}
            </span>
            {side === ownSide && mayPublish && !isOurs ? (
              <Button
                type="primary"
                loading={release.isPending}
                onClick={() => release.mutate({ ceremonyId, revision })}
              >
                {t('news.releasePage')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {isShown && shownRevision !== null && shownRevision !== revision ? (
        <p className="dt-quiet">{t('news.olderShown', { revision: shownRevision })}</p>
      ) : null}
      {isShown ? (
        <div className="ce-row">
          <a href={`/news/${slug}`} target="_blank" rel="noreferrer">
            {t('news.open')}
          </a>
          {mayPublish ? (
            <ConfirmButton
              danger
              title={t('news.withdrawQuestion')}
              consequence={t('news.withdrawNote')}
              onConfirm={() => withdraw.mutateAsync({ ceremonyId })}
            >
              {t('news.withdraw')}
            </ConfirmButton>
          ) : null}
        </div>
      ) : null}
    </Panel>
  );
}
