import { ErrorState, Loading, RunProgress, useOperation, usePhrases, useWrite } from '@dualtrack/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { runs } from '../client.ts';

/** The search for a draft that fills more seats: how far it is, how many are placed so far, and a way to stop it. */
export function FillRun(props: { readonly runId: string }) {
  const t = usePhrases('class-work');
  const queries = useQueryClient();
  const found = useOperation('runs.get', runs.get, { runId: props.runId }, { every: 800 });
  const cancel = useWrite(runs.cancel, { invalidates: ['runs'] });
  const state = found.data?.state;
  useEffect(() => {
    // Its draft is there now, and the class does not name the run any more.
    if (state === 'done') void queries.invalidateQueries({ queryKey: ['order-classes'] });
  }, [state, queries]);
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { id, doneSteps, totalSteps, note, problem } = found.data;
  const goesOn = found.data.state === 'waiting' || found.data.state === 'running';
  const heads = note?.['heads'];
  return (
    <div className="oc-price">
      <RunProgress
        state={found.data.state}
        done={doneSteps}
        total={totalSteps}
        note={goesOn ? t('run.filling', { heads: typeof heads === 'number' ? heads : 0 }) : undefined}
        problem={
          problem === null
            ? undefined
            : { status: 500, code: problem.code, title: '', params: problem.params, errors: [] }
        }
        onCancel={goesOn ? () => cancel.mutate({ runId: id }) : undefined}
      />
      <p className="dt-quiet">{t('placing.fillNote')}</p>
    </div>
  );
}
