import {
  ErrorState,
  Loading,
  oneOf,
  Panel,
  RunProgress,
  useLanguage,
  useOperation,
  usePhrases,
  useWrite,
  writeNumber,
} from '@dualtrack/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type * as z from 'zod';
import { tableKeys } from '../../import/table.ts';
import { importProblem, importResult } from '../../import-issue.ts';
import { runs } from '../client.ts';
import { IssueTable } from './issue-table.tsx';
import { tableName } from './table-name.ts';

const steps = ['reading', 'checking', 'writing'] as const;

/** One import: its progress while it runs, then what was saved or everything that has to be put right. */
export function ImportRun(props: { readonly runId: string; readonly onAgain: () => void }) {
  const t = usePhrases('imports');
  const queries = useQueryClient();
  const [isOver, setOver] = useState(false);
  const found = useOperation(
    'runs.get',
    runs.get,
    { runId: props.runId },
    { every: isOver ? undefined : 700 },
  );
  const cancel = useWrite(runs.cancel, { invalidates: ['runs'] });
  const state = found.data?.state;
  const goesOn = state === undefined || state === 'waiting' || state === 'running';
  useEffect(() => {
    setOver(!goesOn);
    if (state === 'done') void queries.invalidateQueries({ queryKey: ['organisations'] });
  }, [goesOn, state, queries]);
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const run = found.data;
  const step = oneOf(steps, run.note?.step);
  const problem = importProblem.safeParse(run.problem?.params);
  const result = importResult.safeParse(run.result);
  return (
    <div className="org-page">
      <RunProgress
        state={run.state}
        done={run.doneSteps}
        total={run.totalSteps}
        note={goesOn && step !== undefined ? t(`step.${step}`) : undefined}
        problem={
          run.problem === null || problem.success
            ? undefined
            : { status: 422, title: '', errors: [], ...run.problem }
        }
        onCancel={goesOn ? () => cancel.mutate({ runId: run.id }) : undefined}
      />
      {problem.success ? <Problems {...problem.data} /> : null}
      {result.success ? <Saved {...result.data} /> : null}
      {goesOn ? null : (
        <div>
          <Button type="primary" onClick={props.onAgain}>
            {t('again')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Problems(props: z.infer<typeof importProblem>) {
  const t = usePhrases('imports');
  const { count, issues } = props;
  const errors = issues.filter((issue) => issue.severity === 'error');
  return (
    <Panel title={t('issues.title')} count={count}>
      <p>{t('issues.nothingSaved', { count })}</p>
      {errors.length < count ? (
        <p className="dt-quiet">{t('issues.capped', { shown: errors.length, count })}</p>
      ) : null}
      <IssueTable issues={errors} />
    </Panel>
  );
}

function Saved(props: z.infer<typeof importResult>) {
  const t = usePhrases('imports');
  const { locale } = useLanguage();
  const filled = tableKeys.filter((key) => (props.rows[key] ?? 0) > 0);
  return (
    <>
      <Panel title={props.checkOnly ? t('result.checked') : t('result.saved')}>
        <ul className="org-counts">
          {filled.map((key) => (
            <li key={key}>
              <span>{tableName(key, locale)}</span>
              <span className="dt-number">{writeNumber(locale, props.rows[key] ?? 0)}</span>
            </li>
          ))}
        </ul>
      </Panel>
      {props.warnings.length === 0 ? null : (
        <Panel title={t('result.warnings')} count={props.warnings.length}>
          <IssueTable issues={props.warnings} />
        </Panel>
      )}
    </>
  );
}
