import { Moment, SideTag, usePhrases, useWrite } from '@dualtrack/ui';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { ThreadView } from '../../contract/negotiation.ts';
import { agreements } from '../client.ts';

type Place = { readonly agreementId: string; readonly clause: string };

/** Threads at a clause, open ones first, and a field for a new one. */
export function ClauseComments(
  props: Place & {
    readonly threads: readonly ThreadView[];
    readonly isOpen: boolean;
    readonly mayWrite: boolean;
  },
) {
  const { agreementId, clause, threads, isOpen, mayWrite } = props;
  const sorted = [...threads].sort(
    (left, right) => Number(left.resolvedAt !== null) - Number(right.resolvedAt !== null),
  );
  return (
    <>
      {sorted.map((thread) => (
        <Thread key={thread.id} {...{ agreementId, clause, thread, mayWrite }} />
      ))}
      {isOpen && mayWrite ? <Say agreementId={agreementId} clause={clause} /> : null}
    </>
  );
}

function Thread(props: Place & { readonly thread: ThreadView; readonly mayWrite: boolean }) {
  const { agreementId, clause, thread, mayWrite } = props;
  const t = usePhrases('agreement-templates');
  const [isReplying, setReplying] = useState(false);
  const resolve = useWrite(agreements.negotiation.resolve, { invalidates: ['agreements'] });
  const isResolved = thread.resolvedAt !== null;
  return (
    <div className={`ag-thread${isResolved ? ' ag-thread-settled' : ''}`}>
      {thread.comments.map((comment) => (
        <div key={comment.id}>
          <div className="ag-row dt-small">
            <SideTag side={comment.side}>{comment.name}</SideTag>
            <Moment instant={comment.at} />
          </div>
          <p>{comment.body}</p>
        </div>
      ))}
      <div className="ag-row dt-small">
        {isResolved ? (
          <span className="dt-quiet">
            {t('comment.settled', { name: thread.resolvedName })}{' '}
            {thread.resolvedAt === null ? null : <Moment instant={thread.resolvedAt} />}
          </span>
        ) : null}
        {mayWrite ? (
          <>
            <Button size="small" type="text" onClick={() => setReplying(!isReplying)}>
              {t('comment.reply')}
            </Button>
            <Button
              size="small"
              type="text"
              loading={resolve.isPending}
              onClick={() => resolve.mutate({ agreementId, threadId: thread.id, isResolved: !isResolved })}
            >
              {t(isResolved ? 'comment.reopen' : 'comment.settle')}
            </Button>
          </>
        ) : null}
      </div>
      {isReplying ? (
        <Say
          agreementId={agreementId}
          clause={clause}
          threadId={thread.id}
          onDone={() => setReplying(false)}
        />
      ) : null}
    </div>
  );
}

function Say(props: Place & { readonly threadId?: string; readonly onDone?: () => void }) {
  const { agreementId, clause, threadId, onDone } = props;
  const t = usePhrases('agreement-templates');
  const [body, setBody] = useState('');
  const say = useWrite(agreements.negotiation.comment, {
    invalidates: ['agreements'],
    done: t('did.comment'),
    onDone: () => {
      setBody('');
      onDone?.();
    },
  });
  return (
    <div className="ag-say">
      <Input.TextArea
        aria-label={t('comment.place')}
        placeholder={t('comment.place')}
        value={body}
        autoSize={{ minRows: 2 }}
        onChange={(event) => setBody(event.target.value)}
      />
      <Button
        size="small"
        disabled={body.trim() === ''}
        loading={say.isPending}
        onClick={() =>
          say.mutate({ agreementId, clause, body, ...(threadId === undefined ? {} : { threadId }) })
        }
      >
        {t('comment.send')}
      </Button>
    </div>
  );
}
