import {
  ErrorState,
  FactList,
  Loading,
  ObjectPage,
  PageLink,
  Panel,
  StateTag,
  useGo,
  useLanguage,
  useNameOf,
  useOperation,
  usePathParam,
  usePhrases,
  useSession,
  useToast,
  useWrite,
  WhyNotButton,
  writeDay,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import type { NoticeView } from '../../contract.ts';
import { workforce } from '../client.ts';
import { noticeTone, useNoticeFacts } from '../parts/notice-facts.tsx';
import { ReplyForm } from '../parts/reply-form.tsx';
import '../workforce.css';

/** One published demand: what is asked for, whose turn it is, and the answer. */
export function NoticePage() {
  const noticeId = usePathParam('noticeId');
  const found = useOperation('workforce.notice', workforce.board.get, { noticeId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return <NoticeBody notice={found.data} />;
}

function NoticeBody(props: { readonly notice: NoticeView }) {
  const { notice } = props;
  const t = usePhrases('workforce');
  const nameOf = useNameOf();
  const { membership } = useSession();
  const isSchool = membership.organisation.kind === 'school';
  const facts = useNoticeFacts(notice);
  const by = notice.silentSide ?? (notice.state === 'published' ? 'school' : 'enterprise');
  return (
    <ObjectPage
      title={nameOf({ name: notice.title, nameEn: notice.titleEn })}
      crumbs={[{ label: t('board.title'), to: '/demand-board' }]}
      state={<StateTag tone={noticeTone(notice.state)}>{t(`notice.${notice.state}`)}</StateTag>}
      sides={{
        school: nameOf({ name: notice.school, nameEn: notice.schoolEn }),
        enterprise: nameOf({ name: notice.enterprise, nameEn: notice.enterpriseEn }),
      }}
      nextStep={{
        sentence:
          notice.silentSide === null
            ? t(`notice.next.${notice.state}`)
            : t(`notice.silent.${notice.silentSide}`),
        ...(['published', 'offered', 'paused'].includes(notice.state) ? { by } : {}),
        action: isSchool ? undefined : <EnterpriseActions notice={notice} />,
      }}
      facts={facts}
    >
      {notice.poolId === null ? null : <p className="dt-quiet">{t('board.pool')}</p>}
      {isSchool && notice.abilities.offer === null ? <SchoolAnswer notice={notice} /> : null}
    </ObjectPage>
  );
}

function EnterpriseActions(props: { readonly notice: NoticeView }) {
  const { notice } = props;
  const t = usePhrases('workforce');
  const go = useGo();
  const nameOf = useNameOf();
  const noticeId = notice.id;
  const take = useWrite(workforce.board.take, {
    invalidates: ['workforce'],
    done: t('board.taken'),
    onDone: ({ orderId }) => go(`/talent-orders/${orderId}`),
  });
  const close = useWrite(workforce.board.close, { invalidates: ['workforce'], done: t('board.closed') });
  if (notice.orderId !== null)
    return <PageLink to={`/talent-orders/${notice.orderId}`}>{t('board.order')}</PageLink>;
  const why = (action: 'take' | 'close') => {
    const code = notice.abilities[action];
    if (code === 'demand.not-your-role' || code === 'demand.not-in-state') return t(`error.${code}`);
    return undefined;
  };
  if (why('close') !== undefined) return null;
  const className = nameOf({ name: notice.title, nameEn: notice.titleEn });
  return (
    <span className="wf-row">
      {notice.abilities.take === null ? (
        <WhyNotButton
          type="primary"
          whyNot={why('take')}
          loading={take.isPending}
          onClick={() => take.mutate({ noticeId, className, startQuarter: notice.fromQuarter })}
        >
          {t('board.take')}
        </WhyNotButton>
      ) : null}
      <WhyNotButton
        whyNot={why('close')}
        loading={close.isPending}
        onClick={() => close.mutate({ noticeId })}
      >
        {t('board.close')}
      </WhyNotButton>
    </span>
  );
}

function SchoolAnswer(props: { readonly notice: NoticeView }) {
  const { notice } = props;
  const t = usePhrases('workforce');
  const { locale } = useLanguage();
  const toast = useToast();
  const supply = useOperation('workforce.supply', workforce.supply, undefined);
  const [link, setLink] = useState<{ address: string; until: string }>();
  const answer = useWrite(workforce.board.answer, {
    invalidates: ['workforce'],
    done: ({ state }) => t(state === 'declined' ? 'board.declined' : 'board.offered'),
  });
  const make = useWrite(workforce.board.link, { onDone: setLink });
  if (supply.isPending) return <Loading />;
  const programmes = supply.data?.programmes ?? [];
  const fitting = programmes.find((one) => one.answerable.some(({ id }) => id === notice.id));
  return (
    <Panel title={t('answer.title')}>
      <ReplyForm
        people={notice.people}
        programmes={programmes}
        majorCode={fitting?.majorCode}
        isBusy={answer.isPending}
        onReply={(reply) => answer.mutate({ noticeId: notice.id, reply })}
      />
      <div className="wf-row wf-end">
        <Button loading={make.isPending} onClick={() => make.mutate({ noticeId: notice.id })}>
          {t('board.link')}
        </Button>
        {link === undefined ? null : (
          <Button
            onClick={async () => {
              await navigator.clipboard.writeText(link.address);
              toast(t('board.linkCopied'));
            }}
          >
            {t('board.linkCopy')}
          </Button>
        )}
      </div>
      {link === undefined ? null : (
        <FactList
          facts={[
            {
              label: t('board.linkNote', { day: writeDay(locale, link.until) }),
              value: <code className="wf-link">{link.address}</code>,
            },
          ]}
        />
      )}
    </Panel>
  );
}
