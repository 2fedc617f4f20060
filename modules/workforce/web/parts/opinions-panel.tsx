import {
  ErrorState,
  Loading,
  Moment,
  Panel,
  SaveRows,
  StateTag,
  useLanguage,
  useOperation,
  usePhrases,
  useWrite,
  writeMoment,
} from '@dualtrack/ui';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { OpinionView } from '../../contract.ts';
import { opinionSteps, type Verdict } from '../../opinion.ts';
import { workforce } from '../client.ts';
import { PresidentField } from './president-field.tsx';
import '../workforce.css';

type Given = OpinionView['given'][number];
const tones = { for: 'done', against: 'danger', back: 'soon' } as const satisfies Record<Verdict, string>;

/** What faculty, office and president think of an order; the school's own, the enterprise does not see it. */
export function OpinionsPanel(props: { readonly orderId: string; readonly isOpen: boolean }) {
  const { orderId, isOpen } = props;
  const t = usePhrases('workforce');
  const { locale } = useLanguage();
  const found = useOperation('workforce.opinions', workforce.opinions.get, { orderId });
  const ask = useWrite(workforce.opinions.ask, { invalidates: ['workforce'], done: t('opinion.asked') });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { isAsked, given, next, round, president } = found.data;
  if (!isOpen && given.length === 0) return null;
  const present = given.filter((one) => one.round === round);
  const isRefused = present.some((one) => one.verdict === 'against');
  return (
    <Panel
      title={round > 1 ? t('opinion.titleRound', { round }) : t('opinion.title')}
      actions={
        isOpen && (!isAsked || isRefused) ? (
          <Button loading={ask.isPending} onClick={() => ask.mutate({ orderId })}>
            {isRefused ? t('opinion.askAgain') : t('opinion.ask')}
          </Button>
        ) : undefined
      }
    >
      <div className="wf-stack">
        <p className="dt-quiet dt-small">{isAsked ? t('opinion.note') : t('opinion.notAsked')}</p>
        {isAsked ? (
          <ol className="wf-opinions">
            {opinionSteps.map((step) => {
              const said = present.find((one) => one.step === step);
              return (
                <li key={step}>
                  <strong>{t(`opinion.step.${step}`)}</strong>
                  {said === undefined ? (
                    <StateTag tone={step === next ? 'now' : 'plain'}>{t('opinion.waiting')}</StateTag>
                  ) : (
                    <Said one={said} />
                  )}
                </li>
              );
            })}
          </ol>
        ) : null}
        {isAsked && isOpen && president === null ? <PresidentField /> : null}
        {isAsked && isOpen && next !== null ? (
          <Say key={`${round} ${next}`} orderId={orderId} view={found.data} step={next} />
        ) : null}
        <Earlier given={given.filter((one) => one.round < round)} />
        <SaveRows
          fileName={t('opinion.title')}
          rows={given}
          columns={[
            [t('opinion.column.round'), (one) => one.round],
            [t('opinion.column.step'), ({ step }) => t(`opinion.step.${step}`)],
            [t('opinion.column.verdict'), ({ verdict }) => t(`opinion.${verdict}`)],
            [t('opinion.words'), ({ words }) => words],
            [t('opinion.column.name'), ({ name }) => name],
            [t('opinion.column.at'), ({ at }) => writeMoment(locale, at)],
          ]}
        />
      </div>
    </Panel>
  );
}

function Said({ one }: { readonly one: Given }) {
  const t = usePhrases('workforce');
  return (
    <>
      <span className="wf-row">
        <StateTag tone={tones[one.verdict]}>{t(`opinion.${one.verdict}`)}</StateTag>
        <span>{one.name}</span>
        <span className="dt-quiet">
          <Moment instant={one.at} />
        </span>
      </span>
      <p className="wf-opinion-words">{one.words}</p>
    </>
  );
}

/** Rounds that were sent back or ended by a no. */
function Earlier(props: { readonly given: readonly Given[] }) {
  const t = usePhrases('workforce');
  const rounds = [...new Set(props.given.map((one) => one.round))];
  if (rounds.length === 0) return null;
  return (
    <details>
      <summary>{t('opinion.earlier', { count: rounds.length })}</summary>
      {rounds.map((round) => (
        <section key={round}>
          <h3 className="wf-round">{t('opinion.round', { round })}</h3>
          <ol className="wf-opinions">
            {props.given
              .filter((one) => one.round === round)
              .map((one) => (
                <li key={one.step}>
                  <strong>{t(`opinion.step.${one.step}`)}</strong>
                  <Said one={one} />
                </li>
              ))}
          </ol>
        </section>
      ))}
    </details>
  );
}

function Say(props: {
  readonly orderId: string;
  readonly view: OpinionView;
  readonly step: NonNullable<OpinionView['next']>;
}) {
  const { orderId, view, step } = props;
  const t = usePhrases('workforce');
  const hint = useId();
  const [words, setWords] = useState('');
  const give = useWrite(workforce.opinions.give, { invalidates: ['workforce'], done: t('opinion.given') });
  const notNow = useWhyNot(view.whyNot);
  if (notNow !== undefined) return <p className="dt-quiet">{notNow}</p>;
  const isMissing = words.trim().length < 2;
  const offered: readonly Verdict[] = step === 'faculty' ? ['for', 'against'] : ['for', 'back', 'against'];
  return (
    <div className="wf-stack">
      <Input.TextArea
        aria-label={t('opinion.words')}
        placeholder={t('opinion.words')}
        autoSize={{ minRows: 2, maxRows: 6 }}
        value={words}
        maxLength={2_000}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="wf-row">
        {offered.map((verdict) => (
          <Button
            key={verdict}
            type={verdict === 'for' ? 'primary' : 'default'}
            disabled={isMissing || give.isPending}
            aria-describedby={hint}
            onClick={() => give.mutate({ orderId, step, verdict, words })}
          >
            {t(`opinion.${verdict}`)}
          </Button>
        ))}
        <span id={hint} className="dt-quiet dt-small">
          {isMissing ? t('opinion.whynot.words') : ''}
        </span>
      </div>
    </div>
  );
}

/** Why the reader may not speak now, in words. */
function useWhyNot(code: string | null): string | undefined {
  const t = usePhrases('workforce');
  switch (code) {
    case 'opinion.not-your-role':
    case 'opinion.not-your-turn':
    case 'opinion.same-person':
    case 'opinion.no-president':
    case 'opinion.not-president':
      return t(`opinion.whynot.${code}`);
    default:
      return undefined;
  }
}
