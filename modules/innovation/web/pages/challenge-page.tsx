import {
  ConfirmButton,
  Day,
  ErrorState,
  Loading,
  ObjectPage,
  PageLink,
  StateTag,
  StateTrack,
  useOperation,
  usePathParam,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import type { ChallengeDetail } from '../../contract.ts';
import { otherSide } from '../../side.ts';
import { api } from '../client.ts';
import { BudgetFrame } from '../parts/budget-frame.tsx';
import { ChallengeText } from '../parts/challenge-text.tsx';
import { ProposalsPanel } from '../parts/proposals-panel.tsx';
import { QuestionsPanel } from '../parts/questions-panel.tsx';
import { ReviewersPanel } from '../parts/reviewers-panel.tsx';
import { toneOf, useWords } from '../words.ts';
import '../innovation.css';

/** One challenge: its page, questions, proposals, reviewers and decision. */
export function ChallengePage() {
  const challengeId = usePathParam('challengeId');
  const found = useOperation('innovation.challenge', api.challenges.get, { challengeId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return <ChallengeView challenge={found.data} />;
}

function ChallengeView({ challenge }: { readonly challenge: ChallengeDetail }) {
  const t = usePhrases('innovation');
  const words = useWords();
  const { state, ownerSide, questions, proposalList, reviewers } = challenge;
  const stops = (['draft', 'open', 'selecting', 'decided'] as const).map((key) => ({
    key,
    label: t(`state.${key}`),
  }));
  return (
    <ObjectPage
      title={words.pick(challenge.title, challenge.titleEn)}
      crumbs={[{ label: t('challenges.title'), to: '/challenges' }]}
      state={<StateTag tone={toneOf(state)}>{t(`state.${state}`)}</StateTag>}
      sides={words.sides(challenge)}
      {...(state === 'withdrawn' ? {} : { track: <StateTrack stops={stops} current={state} /> })}
      nextStep={{
        // Nobody's turn when it is over.
        ...(state === 'decided' || state === 'withdrawn'
          ? {}
          : { by: state === 'open' ? otherSide(ownerSide) : ownerSide }),
        sentence: t(`challenge.next.${state}`),
        action: <Moves challenge={challenge} />,
      }}
      facts={[
        {
          label: t('challenge.readiness'),
          value: t('challenge.levels', { from: challenge.readinessFrom, to: challenge.readinessTo }),
        },
        {
          label: t('challenge.budget'),
          value: <BudgetFrame from={challenge.budgetMin} to={challenge.budgetMax} />,
        },
        { label: t('challenge.deadline'), value: <Day day={challenge.deadline} /> },
        { label: t('challenge.reach'), value: t(`reach.${challenge.reach}`) },
        {
          label: t('challenge.confidentiality'),
          value: t(challenge.isConfidential ? 'challenge.isConfidential' : 'challenge.isPlain'),
        },
        { label: t('challenge.author'), value: challenge.authorName },
      ]}
      tabs={[
        { key: 'page', label: t('challenge.page'), content: () => <ChallengeText challenge={challenge} /> },
        {
          key: 'questions',
          label: t('questions.title'),
          count: questions.length,
          content: () => <QuestionsPanel challenge={challenge} />,
        },
        {
          key: 'proposals',
          label: t('proposals.title'),
          count: proposalList.length,
          content: () => <ProposalsPanel challenge={challenge} />,
        },
        {
          key: 'reviewers',
          label: t('reviewers.title'),
          count: reviewers.length,
          content: () => <ReviewersPanel challenge={challenge} />,
        },
      ]}
    />
  );
}

function Moves({ challenge }: { readonly challenge: ChallengeDetail }) {
  const t = usePhrases('innovation');
  const { id, abilities, needsNda } = challenge;
  const move = useWrite(api.challenges.move, {
    answers: (after) => ['innovation.challenge', { challengeId: after.id }],
    invalidates: ['innovation'],
    done: t('form.done'),
  });
  const button = (action: 'publish' | 'end-call' | 'withdraw') =>
    abilities[action] === null ? (
      <ConfirmButton
        {...(action === 'withdraw' ? { type: 'text' as const, danger: true } : { type: 'primary' as const })}
        title={t(`challenge.ask.${action}`)}
        consequence={t(`challenge.note.${action}`)}
        onConfirm={() => move.mutateAsync({ challengeId: id, action })}
      >
        {t(`challenge.do.${action}`)}
      </ConfirmButton>
    ) : null;
  return (
    <div className="in-row">
      {button('withdraw')}
      {abilities.edit === null ? (
        <PageLink className="dt-button" to={`/challenges/${id}/edit`}>
          {t('form.edit')}
        </PageLink>
      ) : null}
      {button('publish')}
      {button('end-call')}
      {abilities.propose === null && !needsNda ? (
        <PageLink className="dt-button dt-button-primary" to={`/challenges/${id}/propose`}>
          {t('proposal.new')}
        </PageLink>
      ) : null}
    </div>
  );
}
