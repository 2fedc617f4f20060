import {
  ErrorState,
  Loading,
  ObjectPage,
  PageLink,
  StateTag,
  useOperation,
  usePathParam,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import { Button, Mentions } from 'antd';
import { useEffect, useState } from 'react';
import type { Thread } from '../../contract.ts';
import { api } from '../client.ts';
import { PostView } from '../parts/post-view.tsx';
import '../ceremonies.css';

/** One thread beside an agreement. */
export function ThreadPage() {
  const threadId = usePathParam('threadId');
  const found = useOperation('ceremonies.thread', api.discussion.get, { threadId }, { every: 15_000 });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return <ThreadView thread={found.data} />;
}

function ThreadView(props: { readonly thread: Thread }) {
  const { thread } = props;
  const t = usePhrases('ceremonies');
  const { mutate: read } = useWrite(api.discussion.read, { showsProblems: true });
  const last = thread.items.at(-1)?.id;
  // Whoever has the newest message before them has read it.
  useEffect(() => {
    if (last !== undefined) read({ threadId: thread.id });
  }, [last, thread.id, read]);
  const close = useWrite(api.discussion.close, {
    answers: (after) => ['ceremonies.thread', { threadId: after.id }],
    invalidates: ['ceremonies'],
  });
  const isClosed = thread.closedAt !== null;
  return (
    <ObjectPage
      title={thread.subject}
      crumbs={[{ label: t('talk.title'), to: '/discussions' }]}
      state={
        <StateTag tone={isClosed ? 'plain' : 'now'}>
          {isClosed ? t('talk.closedState') : t('talk.openState')}
        </StateTag>
      }
      actions={
        <Button
          type="text"
          loading={close.isPending}
          onClick={() => close.mutate({ threadId: thread.id, to: isClosed ? 'open' : 'closed' })}
        >
          {isClosed ? t('talk.reopen') : t('talk.close')}
        </Button>
      }
      facts={
        thread.agreementId === null
          ? []
          : [
              {
                label: t('fact.agreement'),
                value: <PageLink to={`/agreements/${thread.agreementId}`}>{t('fact.open')}</PageLink>,
              },
            ]
      }
    >
      {thread.items.map((post) => (
        <PostView key={post.id} thread={thread} post={post} />
      ))}
      {isClosed ? (
        <p className="dt-quiet">{t('talk.closed', { name: thread.closedBy })}</p>
      ) : (
        <WritePost thread={thread} />
      )}
    </ObjectPage>
  );
}

function WritePost(props: { readonly thread: Thread }) {
  const { thread } = props;
  const t = usePhrases('ceremonies');
  const [body, setBody] = useState('');
  const send = useWrite(api.discussion.post, {
    answers: (after) => ['ceremonies.thread', { threadId: after.id }],
    invalidates: ['ceremonies'],
    onDone: () => setBody(''),
  });
  return (
    <div className="ce-stack">
      <Mentions
        aria-label={t('talk.body')}
        placeholder={t('talk.bodyHint')}
        value={body}
        autoSize={{ minRows: 3, maxRows: 12 }}
        options={thread.people.map(({ name }) => ({ value: name, label: name }))}
        onChange={setBody}
      />
      <div>
        <Button
          type="primary"
          disabled={body.trim() === ''}
          loading={send.isPending}
          onClick={() => send.mutate({ threadId: thread.id, body })}
        >
          {t('talk.send')}
        </Button>
      </div>
    </div>
  );
}
