import {
  ConfirmButton,
  DayRange,
  EmptyState,
  ErrorState,
  Loading,
  ObjectPage,
  PageLink,
  Panel,
  SideTag,
  StateTag,
  useOperation,
  usePathParam,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import { Button } from 'antd';
import type { Need } from '../../contract.ts';
import { regionName } from '../../regions.ts';
import { api } from '../client.ts';
import { Skills } from '../parts/skills.tsx';
import { useOwn, useWords } from '../words.ts';
import '../talents.css';

/** One need with the people proposed for it, or one offer. */
export function NeedPage() {
  const needId = usePathParam('needId');
  const found = useOperation('talentSharing.need', api.needs.get, { needId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return <NeedView need={found.data} />;
}

function NeedView(props: { readonly need: Need }) {
  const { need } = props;
  const t = usePhrases('talent-sharing');
  const booking = usePhrases('talent-booking');
  const words = useWords();
  const own = useOwn();
  const isOwn = own.side === need.side;
  const next =
    need.state !== 'open'
      ? t(`need.next.${need.state}`)
      : need.isOffer
        ? t(isOwn ? 'need.next.other' : 'need.next.offer')
        : t(isOwn ? 'need.next.open' : 'need.next.other');
  const ask = (expertId: string) => `/talent-sessions/new?need=${need.id}&expert=${expertId}`;
  return (
    <ObjectPage
      title={need.title}
      crumbs={[{ label: t('area.needs'), to: '/talent-needs' }]}
      state={
        <StateTag tone={need.state === 'open' ? 'now' : need.state === 'met' ? 'done' : 'plain'}>
          {t(`need.state.${need.state}`)}
        </StateTag>
      }
      sides={words.sides(need)}
      nextStep={{
        sentence: next,
        action:
          need.isOffer && !isOwn && need.state === 'open' && need.expertId !== null ? (
            <PageLink className="dt-button dt-button-primary" to={ask(need.expertId)}>
              {t('need.takeUp')}
            </PageLink>
          ) : undefined,
      }}
      actions={<Moves need={need} mayMove={isOwn && (need.isMine || own.isLead)} />}
      facts={[
        { label: t('need.kind'), value: t(need.isOffer ? 'need.kind.offer' : 'need.kind.need') },
        { label: t('formOf'), value: t(`form.${need.form}`) },
        {
          label: t('need.by'),
          value: <SideTag side={need.side}>{need.byName}</SideTag>,
        },
        ...(need.expertId === null ? [] : [{ label: t('need.expert'), value: need.expertName }]),
        { label: t('need.when'), value: <DayRange from={need.fromOn} to={need.toOn} /> },
        { label: t('need.length'), value: words.hours(need.minutes) },
        {
          label: t('need.language'),
          value: need.language === null ? t('need.languageAny') : t(`language.${need.language}`),
        },
        ...(need.place === '' ? [] : [{ label: t('place'), value: need.place }]),
        ...(need.region === ''
          ? []
          : [{ label: booking('region.need'), value: regionName(need.region, words.isEnglish) }]),
        {
          label: t('need.sessions'),
          value: (
            <PageLink to={`/talent-sessions?q=${encodeURIComponent(need.title)}`}>{need.sessions}</PageLink>
          ),
        },
      ]}
    >
      <div className="ts-stack">
        {need.description === '' ? null : (
          <Panel title={t('need.description')}>
            <p className="ts-text">{need.description}</p>
          </Panel>
        )}
        <Panel title={t('need.skills')}>
          <Skills occupations={need.occupations} tags={need.tags} />
        </Panel>
        {need.isOffer || need.state !== 'open' ? null : (
          <Proposals needId={need.id} askAt={isOwn ? ask : null} />
        )}
      </div>
    </ObjectPage>
  );
}

function Moves(props: { readonly need: Need; readonly mayMove: boolean }) {
  const { need, mayMove } = props;
  const t = usePhrases('talent-sharing');
  const move = useWrite(api.needs.move, { invalidates: ['talentSharing'], done: t('need.moved') });
  if (!mayMove) return null;
  const go = (to: 'open' | 'met' | 'withdrawn') => move.mutateAsync({ needId: need.id, to });
  if (need.state !== 'open') {
    return (
      <Button loading={move.isPending} onClick={() => void go('open')}>
        {t('need.reopen')}
      </Button>
    );
  }
  return (
    <div className="ts-row">
      <ConfirmButton
        type="text"
        danger
        title={t('need.withdraw')}
        consequence={t('need.next.withdrawn')}
        onConfirm={() => go('withdrawn')}
      >
        {t('need.withdraw')}
      </ConfirmButton>
      <Button loading={move.isPending} onClick={() => void go('met')}>
        {t('need.meet')}
      </Button>
    </div>
  );
}

function Proposals(props: {
  readonly needId: string;
  readonly askAt: ((expertId: string) => string) | null;
}) {
  const t = usePhrases('talent-sharing');
  const words = useWords();
  const found = useOperation('talentSharing.proposals', api.needs.proposals, { needId: props.needId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { items } = found.data;
  const reason = ({ code, value, of }: (typeof items)[number]['reasons'][number]) => {
    switch (code) {
      case 'skills':
      case 'free-days':
      case 'rating':
      case 'load':
        return t(`reason.${code}`, { value, of });
      case 'related':
        return t('reason.related', { value });
      default:
        return t(`reason.${code}`);
    }
  };
  return (
    <Panel title={t('need.proposals')} count={items.length}>
      {items.length === 0 ? (
        <EmptyState title={t('need.noProposals')}>{t('need.noProposalsNote')}</EmptyState>
      ) : null}
      <ol className="ts-list">
        {items.map((one) => (
          <li key={one.expertId}>
            <div>
              <PageLink to={`/talents/${one.expertId}`}>{words.person(one)}</PageLink>{' '}
              <span className="dt-quiet">{words.pick(one.title, one.titleEn)}</span>
              <div className="dt-small dt-quiet">{one.reasons.map(reason).join(' · ')}</div>
            </div>
            <span className="ts-row">
              <span className="dt-small">
                <span className="ts-fit" aria-hidden="true">
                  <span style={{ inlineSize: `${one.score / 10}%` }} />
                </span>
                {t('need.score')} {Math.round(one.score / 10)} %
              </span>
              {props.askAt === null ? null : (
                <PageLink className="dt-button" to={props.askAt(one.expertId)}>
                  {t('need.ask')}
                </PageLink>
              )}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
