import { ConfirmButton, Moment, PersonName, useOperation, usePhrases, useWrite } from '@dualtrack/ui';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Post, Thread } from '../../contract.ts';
import { api } from '../client.ts';

type Props = { readonly thread: Thread; readonly post: Post };

/** One message: its words with mentions marked, its history, and what its writer may do. */
export function PostView({ thread, post }: Props) {
  const t = usePhrases('ceremonies');
  const [draft, setDraft] = useState<string | null>(null);
  const [showsHistory, setShowsHistory] = useState(false);
  const writes = {
    answers: (after: Thread) => ['ceremonies.thread', { threadId: after.id }] as const,
    invalidates: ['ceremonies'],
  };
  const edit = useWrite(api.discussion.edit, { ...writes, onDone: () => setDraft(null) });
  const withdraw = useWrite(api.discussion.withdraw, writes);
  const isGone = post.withdrawnAt !== null;
  const mayChange = post.isOwn && !isGone && thread.closedAt === null;
  const ids = { threadId: thread.id, postId: post.id };
  return (
    <article className={`ce-post ce-post-${isGone ? 'withdrawn' : post.side}`}>
      <div className="ce-row dt-small dt-quiet">
        <PersonName person={{ name: post.name }} side={post.side} />
        <Moment instant={post.postedAt} />
        {post.editedAt === null && !isGone ? null : (
          <Button size="small" type="text" onClick={() => setShowsHistory(!showsHistory)}>
            {isGone ? t('talk.history') : `${t('talk.edited')} · ${t('talk.history')}`}
          </Button>
        )}
      </div>
      {isGone ? (
        <p className="dt-quiet">{t('talk.withdrawn', { name: post.withdrawnBy })}</p>
      ) : draft === null ? (
        <Body post={post} />
      ) : (
        <Input.TextArea
          aria-label={t('talk.body')}
          value={draft}
          autoSize={{ minRows: 2, maxRows: 12 }}
          onChange={(event) => setDraft(event.target.value)}
        />
      )}
      {showsHistory ? <History {...ids} /> : null}
      {mayChange ? (
        <div className="ce-row">
          {draft === null ? (
            <>
              <Button size="small" type="text" onClick={() => setDraft(post.body)}>
                {t('talk.edit')}
              </Button>
              <ConfirmButton
                size="small"
                type="text"
                title={t('talk.withdrawQuestion')}
                consequence={t('talk.withdrawNote')}
                onConfirm={() => withdraw.mutateAsync(ids)}
              >
                {t('talk.withdraw')}
              </ConfirmButton>
            </>
          ) : (
            <>
              <Button
                size="small"
                type="primary"
                disabled={draft.trim() === ''}
                loading={edit.isPending}
                onClick={() => edit.mutate({ ...ids, revision: post.revision, body: draft })}
              >
                {t('do.save')}
              </Button>
              <Button size="small" type="text" onClick={() => setDraft(null)}>
                {t('do.leave')}
              </Button>
            </>
          )}
        </div>
      ) : null}
    </article>
  );
}

/** The words, with the names that are mentioned set off. */
function Body(props: { readonly post: Post }) {
  const { body, mentions } = props.post;
  const names = mentions.map((name) => `@${name}`).sort((a, b) => b.length - a.length);
  const parts: string[] = [];
  let rest = body;
  while (rest !== '') {
    const found = names
      .map((name) => ({ name, at: rest.indexOf(name) }))
      .filter((one) => one.at >= 0)
      .sort((a, b) => a.at - b.at)[0];
    if (found === undefined) break;
    parts.push(rest.slice(0, found.at), found.name);
    rest = rest.slice(found.at + found.name.length);
  }
  return (
    <p className="ce-prose">
      {[...parts, rest].map((part, at) =>
        // Parts have no name: their place in the sentence is what they are.
        at % 2 === 1 && at < parts.length ? (
          <span key={`${at}${part}`} className="ce-mention">
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </p>
  );
}

function History(props: { readonly threadId: string; readonly postId: string }) {
  const t = usePhrases('ceremonies');
  const found = useOperation('ceremonies.postHistory', api.discussion.history, props);
  return (
    <ol className="dt-small dt-quiet">
      {(found.data?.items ?? []).map((one) => (
        <li key={one.revision}>
          {t('talk.version', { revision: one.revision })} · <Moment instant={one.at} />
          <p className="ce-prose">{one.body}</p>
        </li>
      ))}
    </ol>
  );
}
