import { ErrorState, PageLink, ProblemError, usePhrases } from '@dualtrack/ui/plain';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import './edge.css';

function isOldVersion(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /dynamically imported module|Importing a module script|preload CSS/i.test(error.message);
}

function withIncident(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const incident = `P-${crypto.randomUUID().slice(0, 6)}`;
  // The only place where the cause can be found again: the page has no log of its own.
  console.error(incident, error);
  return new ProblemError({
    status: 500,
    code: 'defect.internal',
    title: '',
    params: {},
    errors: [],
    incident,
  });
}

/** In the place of a page that broke: what happened, the number to quote, and two ways on. */
export function BrokenPage(props: { readonly error: unknown }) {
  const t = usePhrases('shell');
  const router = useRouter();
  const [error] = useState(() => withIncident(props.error));
  if (isOldVersion(props.error)) {
    return (
      <div className="dt-edge">
        <h1>{t('edge.updated')}</h1>
        <p>{t('edge.updatedText')}</p>
        <button type="button" className="dt-button dt-button-primary" onClick={() => location.reload()}>
          {t('edge.reload')}
        </button>
      </div>
    );
  }
  return (
    <div className="dt-edge">
      <ErrorState error={error} onRetry={() => void router.invalidate()} />
      <PageLink to="/">{t('edge.home')}</PageLink>
    </div>
  );
}
