import { ErrorState, Loading, oneOf, RunProgress, useOperation, usePhrases, useWrite } from '@dualtrack/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ForecastRunKind } from '../../contract/planning.ts';
import { runs, workforce } from '../client.ts';
import '../workforce.css';

const steps = ['figures', 'orders'] as const;

type ForecastRunsProps = {
  readonly kind: ForecastRunKind;
  /** The forecast of which scenarios are calculated. */
  readonly baseId?: string;
  /** Told once for each run that ended well while the page was open. */
  readonly onDone?: (runId: string) => void;
};

/** What is being calculated, found again after the page was left: how far each is, and a way to stop it. */
export function ForecastRuns({ kind, baseId, onDone }: ForecastRunsProps) {
  const { data } = useOperation('workforce.forecastsUnderWay', workforce.forecasts.underWay, {
    kind,
    ...(baseId === undefined ? {} : { baseId }),
  });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <div className="wf-runs">
      {data.items.map(({ runId }) => (
        <ForecastRun key={runId} runId={runId} onDone={onDone} />
      ))}
    </div>
  );
}

function ForecastRun({ runId, onDone }: { readonly runId: string } & Pick<ForecastRunsProps, 'onDone'>) {
  const t = usePhrases('workforce');
  const queries = useQueryClient();
  const found = useOperation('runs.get', runs.get, { runId }, { every: 700 });
  const cancel = useWrite(runs.cancel, { invalidates: ['runs', 'workforce'] });
  const state = found.data?.state;
  const told = useRef(false);
  useEffect(() => {
    if (told.current || (state !== 'done' && state !== 'cancelled')) return;
    told.current = true;
    void queries.invalidateQueries({ queryKey: ['workforce'] });
    if (state === 'done') onDone?.(runId);
  }, [state, runId, queries, onDone]);
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { doneSteps, totalSteps, note, problem } = found.data;
  const goesOn = found.data.state === 'waiting' || found.data.state === 'running';
  const step = oneOf(steps, note?.['step']);
  const words =
    found.data.state === 'waiting' ? t('run.waiting') : t(step === 'orders' ? 'run.orders' : 'run.figures');
  return (
    <RunProgress
      state={found.data.state}
      done={doneSteps}
      total={totalSteps}
      note={goesOn ? words : undefined}
      problem={
        problem === null
          ? undefined
          : { status: 500, code: problem.code, title: '', params: problem.params, errors: [] }
      }
      onCancel={goesOn ? () => cancel.mutate({ runId }) : undefined}
    />
  );
}
