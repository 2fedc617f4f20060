import { ErrorState, Loading, RunProgress, useOperation, usePhrases, useWrite } from '@dualtrack/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect } from 'react';
import * as z from 'zod';
import { runs } from '../client.ts';

const made = z.object({ made: z.number(), lackGuardian: z.number().default(0) });
const confirmed = z.object({
  ...{ confirmed: z.number(), composed: z.number(), changed: z.number(), incomplete: z.number() },
  unlawful: z.number(),
});

/** Long work on the agreements of a class: how far it is, then what came of it. */
export function InternshipRun(props: { readonly runId: string; readonly onOver: () => void }) {
  const t = usePhrases('internships');
  const queries = useQueryClient();
  const found = useOperation('runs.get', runs.get, { runId: props.runId }, { every: 700 });
  const cancel = useWrite(runs.cancel, { invalidates: ['runs'] });
  const state = found.data?.state;
  const goesOn = state === undefined || state === 'waiting' || state === 'running';
  useEffect(() => {
    if (!goesOn) void queries.invalidateQueries({ queryKey: ['agreements'] });
  }, [goesOn, queries]);
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const run = found.data;
  const ofMaking = made.safeParse(run.result);
  const ofConfirming = confirmed.safeParse(run.result);
  const left = ofConfirming.success
    ? ofConfirming.data.changed + ofConfirming.data.incomplete + ofConfirming.data.unlawful
    : 0;
  return (
    <div className="ag-stack">
      <RunProgress
        state={run.state}
        done={run.doneSteps}
        total={run.totalSteps}
        problem={
          run.problem === null
            ? undefined
            : { status: 500, code: run.problem.code, title: '', params: run.problem.params, errors: [] }
        }
        onCancel={goesOn ? () => cancel.mutate({ runId: run.id }) : undefined}
      />
      {goesOn ? null : (
        <div className="ag-row">
          {ofMaking.success ? (
            <span>
              {t('did.make', { count: ofMaking.data.made })}{' '}
              {ofMaking.data.lackGuardian === 0
                ? null
                : t('did.lackGuardian', { count: ofMaking.data.lackGuardian })}
            </span>
          ) : null}
          {ofConfirming.success ? (
            <span>
              {t('did.confirm', ofConfirming.data)} {left === 0 ? null : t('did.left', { count: left })}
            </span>
          ) : null}
          <Button onClick={props.onOver}>OK</Button>
        </div>
      )}
    </div>
  );
}
