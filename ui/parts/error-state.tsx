import { problemOf } from '../client/problem.ts';
import { problemSentence } from '../client/problem-sentence.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { usePhrases } from '../language/use-phrases.ts';
import '../styles/parts.css';
import { Icon } from './icon.tsx';

type ErrorStateProps = {
  /** Whatever was thrown; a `ProblemError` says the most. */
  readonly error: unknown;
  /** What "Try again" does; without it there is no such button. */
  readonly onRetry?: () => void;
};

/** What went wrong in words, with the number to quote when it was our fault. */
export function ErrorState(props: ErrorStateProps) {
  const { catalogue } = useLanguage();
  const t = usePhrases('ui');
  const problem = problemOf(props.error);
  return (
    <div className="dt-problem" role="alert">
      <Icon name="warning" size={20} />
      <div>
        <p className="dt-problem-title">{problemSentence(catalogue, problem)}</p>
        {problem.incident === undefined ? null : (
          <p className="dt-quiet">{t('error.incident', { number: problem.incident })}</p>
        )}
        {props.onRetry === undefined ? null : (
          <button type="button" className="dt-button" onClick={props.onRetry}>
            {t('action.retry')}
          </button>
        )}
      </div>
    </div>
  );
}
