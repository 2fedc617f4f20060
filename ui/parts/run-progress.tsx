import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Problem } from '../client/problem.ts';
import { problemSentence } from '../client/problem-sentence.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { usePhrases } from '../language/use-phrases.ts';
import { writeNumber } from '../language/write-money.ts';
import '../styles/parts.css';

/** The states of a long run, as the server keeps them. */
export type RunState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

type RunProgressProps = {
  readonly state: RunState;
  readonly done: number;
  /** 0 while it is not known yet. */
  readonly total: number;
  /** What is being done just now. */
  readonly note?: ReactNode;
  readonly problem?: Problem | undefined;
  readonly onCancel?: (() => void) | undefined;
};

/** A long run: what is being done, how far it is, and a way to stop it. It runs on when the page is left. */
export function RunProgress(props: RunProgressProps) {
  const t = usePhrases('ui');
  const { catalogue, locale } = useLanguage();
  const { state, done, total } = props;
  const goesOn = state === 'waiting' || state === 'running';
  const share = state === 'done' ? 1 : total > 0 ? Math.min(1, done / total) : 0;
  const words = state === 'waiting' ? t('run.running') : t(`run.${state}`);
  return (
    <section className={`dt-run dt-run-${state}`}>
      <div className="dt-run-words">
        <span role="status">{props.note ?? words}</span>
        {total > 0 ? (
          <span className="dt-quiet">
            {t('run.progress', { done: writeNumber(locale, done), total: writeNumber(locale, total) })}
          </span>
        ) : null}
      </div>
      <div
        className="dt-run-lines"
        role="progressbar"
        aria-label={words}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
      >
        <span style={{ inlineSize: `${share * 100}%` }} />
        <span style={{ inlineSize: `${share * 100}%` }} />
      </div>
      {props.problem === undefined ? null : (
        <p className="dt-error">{problemSentence(catalogue, props.problem)}</p>
      )}
      {goesOn ? (
        <div className="dt-run-foot">
          <span className="dt-quiet dt-small">{t('run.leave')}</span>
          {props.onCancel === undefined ? null : (
            <Button size="small" onClick={props.onCancel}>
              {t('run.cancel')}
            </Button>
          )}
        </div>
      ) : null}
    </section>
  );
}
