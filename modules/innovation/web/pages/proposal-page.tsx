import {
  ConfirmButton,
  ErrorState,
  Loading,
  Money,
  ObjectPage,
  PageLink,
  Panel,
  StateTag,
  useOperation,
  usePathParam,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import type { ProposalDetail } from '../../contract.ts';
import { api } from '../client.ts';
import { BeginProject } from '../parts/begin-project.tsx';
import { ReviewPanel } from '../parts/review-panel.tsx';
import { toneOf, useWords } from '../words.ts';
import '../innovation.css';

/** One proposal: its short form, how it was judged, and what was decided. */
export function ProposalPage() {
  const proposalId = usePathParam('proposalId');
  const found = useOperation('innovation.proposal', api.proposals.get, { proposalId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return <ProposalView proposal={found.data} />;
}

function ProposalView({ proposal }: { readonly proposal: ProposalDetail }) {
  const t = usePhrases('innovation');
  const words = useWords();
  const { state, team, reason } = proposal;
  const texts = [
    { key: 'approach', text: proposal.approach },
    { key: 'benefit', text: proposal.benefit },
    { key: 'hurdles', text: proposal.hurdles },
  ] as const;
  return (
    <ObjectPage
      title={proposal.title}
      crumbs={[
        { label: t('challenges.title'), to: '/challenges' },
        {
          label: words.pick(proposal.challengeTitle, proposal.challengeTitleEn),
          to: `/challenges/${proposal.challengeId}?tab=proposals`,
        },
      ]}
      state={<StateTag tone={toneOf(state)}>{t(`state.${state}`)}</StateTag>}
      sides={words.sides(proposal)}
      nextStep={{ sentence: t(`proposal.next.${state}`), action: <Moves proposal={proposal} /> }}
      facts={[
        { label: t('proposal.author'), value: proposal.authorName },
        { label: t('field.department'), value: proposal.department },
        { label: t('proposal.weeks'), value: t('proposal.weeksOf', { count: proposal.weeks }) },
        { label: t('proposal.cost'), value: <Money money={{ amount: proposal.cost, currency: 'CNY' }} /> },
      ]}
    >
      <div className="in-stack">
        {reason === '' ? null : (
          <Panel title={t('decision.reason')}>
            <p className="in-prose">{reason}</p>
          </Panel>
        )}
        {texts.map(({ key, text }) =>
          text === '' ? null : (
            <Panel key={key} title={t(`proposal.${key}`)}>
              <p className="in-prose">{text}</p>
            </Panel>
          ),
        )}
        <Panel title={t('proposal.team')} count={team.length}>
          {team.length === 0 ? <p className="dt-quiet">{t('proposal.teamNone')}</p> : null}
          <ul className="in-list">
            {team.map((one) => (
              <li key={`${one.personId}${one.name}`}>
                <span>{one.name}</span>
                <span className="dt-quiet">{t(`kind.${one.kind}`)}</span>
              </li>
            ))}
          </ul>
        </Panel>
        <BeginProject proposal={proposal} />
        <ReviewPanel proposal={proposal} />
      </div>
    </ObjectPage>
  );
}

function Moves({ proposal }: { readonly proposal: ProposalDetail }) {
  const t = usePhrases('innovation');
  const { id, abilities } = proposal;
  const move = useWrite(api.proposals.move, {
    answers: (after) => ['innovation.proposal', { proposalId: after.id }],
    invalidates: ['innovation'],
    done: t('form.done'),
  });
  const button = (action: 'submit' | 'withdraw' | 'shortlist' | 'unlist') =>
    abilities[action] === null ? (
      <ConfirmButton
        {...(action === 'withdraw' ? { type: 'text' as const, danger: true } : {})}
        {...(action === 'submit' || action === 'shortlist' ? { type: 'primary' as const } : {})}
        title={t(`proposal.ask.${action}`)}
        consequence={t(`proposal.note.${action}`)}
        onConfirm={() => move.mutateAsync({ proposalId: id, action })}
      >
        {t(`proposal.do.${action}`)}
      </ConfirmButton>
    ) : null;
  return (
    <div className="in-row">
      {button('withdraw')}
      {abilities.edit === null ? (
        <PageLink className="dt-button" to={`/proposals/${id}/edit`}>
          {t('form.edit')}
        </PageLink>
      ) : null}
      {button('submit')}
      {button('unlist')}
      {button('shortlist')}
    </div>
  );
}
