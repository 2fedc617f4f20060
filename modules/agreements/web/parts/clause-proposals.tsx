import { Moment, SideTag, StateTag, useLanguage, usePhrases, useWrite, WhyNotButton } from '@dualtrack/ui';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { ProposalView } from '../../contract/negotiation.ts';
import type { ProposalAction } from '../../proposal.ts';
import { agreements } from '../client.ts';
import { findErrorPhraseOf } from './error-phrase.ts';
import { WordDiff } from './word-diff.tsx';

type Props = {
  readonly agreementId: string;
  readonly proposals: readonly ProposalView[];
  readonly mayWrite: boolean;
};

/** Proposals at a clause: what waits for an answer, word by word, and those before it folded away. */
export function ClauseProposals(props: Props) {
  const { agreementId, proposals, mayWrite } = props;
  const t = usePhrases('agreement-templates');
  const open = proposals.filter((one) => one.state === 'open');
  const earlier = proposals.filter((one) => one.state !== 'open');
  return (
    <>
      {open.map((proposal) => (
        <Proposal key={proposal.id} {...{ agreementId, proposal, mayWrite }} />
      ))}
      {earlier.length === 0 ? null : (
        <details className="ag-earlier">
          <summary>{t('proposal.earlier', { count: earlier.length })}</summary>
          {earlier.map((proposal) => (
            <Proposal key={proposal.id} {...{ agreementId, proposal, mayWrite }} />
          ))}
        </details>
      )}
    </>
  );
}

function Proposal(props: {
  readonly agreementId: string;
  readonly proposal: ProposalView;
  readonly mayWrite: boolean;
}) {
  const { proposal } = props;
  const t = usePhrases('agreement-templates');
  const { locale } = useLanguage();
  const { body, bodyEn, base, reason, state, side, name, at, answer, answeredName, answeredAt } = proposal;
  const texts = [
    { language: 'zh' as const, before: base.body, after: body },
    { language: 'en' as const, before: base.bodyEn, after: bodyEn },
  ];
  const tone = state === 'accepted' ? 'done' : state === 'open' ? 'now' : 'plain';
  return (
    <div className={`ag-proposal ag-proposal-${side}`}>
      <div className="ag-row dt-small">
        <SideTag side={side}>{t('proposal.title', { name })}</SideTag>
        <Moment instant={at} />
        <StateTag tone={tone}>{t(`proposal.state.${state}`)}</StateTag>
      </div>
      {reason === '' ? null : <p>{reason}</p>}
      {(locale === 'en' ? texts.reverse() : texts).map((text) => (
        <WordDiff key={text.language} {...text} />
      ))}
      {answeredName === '' ? null : (
        <p className="ag-row dt-small dt-quiet">
          <span>
            {answeredName}
            {answer === '' ? '' : ` · ${answer}`}
          </span>
          {answeredAt === null ? null : <Moment instant={answeredAt} />}
        </p>
      )}
      {state === 'open' && props.mayWrite ? <Answer {...props} /> : null}
    </div>
  );
}

function Answer(props: { readonly agreementId: string; readonly proposal: ProposalView }) {
  const { agreementId, proposal } = props;
  const t = usePhrases('agreement-templates');
  const { catalogue } = useLanguage();
  const [answer, setAnswer] = useState('');
  const write = useWrite(agreements.negotiation.answer, {
    invalidates: ['agreements'],
    done: t('did.answer'),
  });
  const { whyNot } = proposal;
  const send = (action: ProposalAction) =>
    write.mutate({ agreementId, proposalId: proposal.id, action, answer });
  if (whyNot.withdraw === null) {
    return (
      <div>
        <Button size="small" loading={write.isPending} onClick={() => send('withdraw')}>
          {t('proposal.withdraw')}
        </Button>
      </div>
    );
  }
  const reason = whyNot.accept == null ? undefined : findErrorPhraseOf(catalogue, whyNot.accept);
  return (
    <div className="ag-say">
      <Input
        aria-label={t('proposal.answer')}
        placeholder={t('proposal.answer')}
        value={answer}
        onChange={(event) => setAnswer(event.target.value)}
      />
      <div className="ag-row">
        <WhyNotButton
          size="small"
          type="primary"
          whyNot={reason}
          loading={write.isPending}
          onClick={() => send('accept')}
        >
          {t('proposal.accept')}
        </WhyNotButton>
        <Button size="small" loading={write.isPending} onClick={() => send('decline')}>
          {t('proposal.decline')}
        </Button>
      </div>
    </div>
  );
}
