import {
  ErrorState,
  Loading,
  Moment,
  Panel,
  StateTag,
  useOperation,
  usePhrases,
  useWrite,
  WhyNotButton,
} from '@dualtrack/ui';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { OpinionView } from '../../contract.ts';
import { opinionSteps } from '../../opinion.ts';
import { workforce } from '../client.ts';
import '../workforce.css';

/** What faculty, office and president think of an order; the school's own, the enterprise does not see it. */
export function OpinionsPanel(props: { readonly orderId: string; readonly isOpen: boolean }) {
  const { orderId, isOpen } = props;
  const t = usePhrases('workforce');
  const found = useOperation('workforce.opinions', workforce.opinions.get, { orderId });
  const ask = useWrite(workforce.opinions.ask, { invalidates: ['workforce'], done: t('opinion.asked') });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { isAsked, given, next } = found.data;
  if (!isOpen && given.length === 0) return null;
  return (
    <Panel
      title={t('opinion.title')}
      actions={
        isAsked || !isOpen ? undefined : (
          <Button loading={ask.isPending} onClick={() => ask.mutate({ orderId })}>
            {t('opinion.ask')}
          </Button>
        )
      }
    >
      <p className="dt-quiet dt-small">{isAsked ? t('opinion.note') : t('opinion.notAsked')}</p>
      {isAsked ? (
        <ol className="dt-plain-list">
          {opinionSteps.map((step) => {
            const said = given.find((one) => one.step === step);
            return (
              <li key={step} className="wf-row">
                <strong>{t(`opinion.step.${step}`)}</strong>
                {said === undefined ? (
                  <StateTag tone={step === next ? 'now' : 'plain'}>{t('opinion.waiting')}</StateTag>
                ) : (
                  <>
                    <StateTag tone={said.verdict === 'for' ? 'done' : 'danger'}>
                      {t(`opinion.${said.verdict}`)}
                    </StateTag>
                    <span>{said.name}</span>
                    <span className="dt-quiet">
                      <Moment instant={said.at} />
                    </span>
                    {said.words === '' ? null : <span>{said.words}</span>}
                  </>
                )}
              </li>
            );
          })}
        </ol>
      ) : null}
      {isAsked && isOpen && next !== null ? <Say orderId={orderId} view={found.data} step={next} /> : null}
    </Panel>
  );
}

function Say(props: {
  readonly orderId: string;
  readonly view: OpinionView;
  readonly step: NonNullable<OpinionView['next']>;
}) {
  const { orderId, view, step } = props;
  const t = usePhrases('workforce');
  const [words, setWords] = useState('');
  const give = useWrite(workforce.opinions.give, {
    invalidates: ['workforce'],
    done: t('opinion.given'),
    onDone: () => setWords(''),
  });
  const code = view.whyNot;
  const whyNot =
    code === 'opinion.not-your-role' || code === 'opinion.not-your-turn' || code === 'opinion.same-person'
      ? t(`opinion.whynot.${code}`)
      : undefined;
  return (
    <div className="wf-row">
      <Input
        aria-label={t('opinion.words')}
        placeholder={t('opinion.words')}
        className="wf-choice"
        value={words}
        maxLength={2_000}
        onChange={(event) => setWords(event.target.value)}
      />
      {(['for', 'against'] as const).map((verdict) => (
        <WhyNotButton
          key={verdict}
          whyNot={whyNot}
          loading={give.isPending}
          onClick={() => give.mutate({ orderId, step, verdict, words })}
        >
          {t(`opinion.${verdict}`)}
        </WhyNotButton>
      ))}
    </div>
  );
}
