import {
  EmptyState,
  ErrorState,
  Loading,
  PageLink,
  Panel,
  StateTag,
  useNameOf,
  useOperation,
  usePhrases,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import type { BaseDetail } from '../../contract.ts';
import { bases } from '../client.ts';
import { InductionEditor } from './induction-editor.tsx';

/** The safety exam of each unit, who passed it, and the form to change it. */
export function InductionPanel(props: { readonly base: BaseDetail; readonly canEdit: boolean }) {
  const { base, canEdit } = props;
  const t = usePhrases('training-bases');
  const news = usePhrases('innovation-news');
  const nameOf = useNameOf();
  const [edited, setEdited] = useState<string>();
  const found = useOperation('training-bases.induction', bases.induction.get, { baseId: base.id });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { units, results } = found.data;
  return (
    <Panel
      title={t('induction.title')}
      count={units.filter((unit) => unit.questions.length > 0).length}
      actions={
        <PageLink
          className="dt-small"
          to={`/observations/new?${new URLSearchParams({ kind: 'near-miss', at: nameOf(base) }).toString()}`}
        >
          {news('observation.report')}
        </PageLink>
      }
    >
      <p className="dt-quiet">{t('induction.note')}</p>
      {base.units.length === 0 ? <EmptyState title={t('units.none')} /> : null}
      <ul className="tb-list tb-exams">
        {base.units.map((unit) => {
          const exam = units.find((one) => one.unitId === unit.id);
          const own = results.filter((one) => one.unitId === unit.id);
          const passed = own.filter((one) => one.isPassed).length;
          const hasExam = exam !== undefined && exam.questions.length > 0;
          return (
            <li key={unit.id}>
              <b>{nameOf(unit)}</b>
              <span className={hasExam ? undefined : 'dt-quiet'}>
                {hasExam
                  ? t('induction.exam', { count: exam.questions.length, mark: exam.passMark })
                  : t('induction.none')}
              </span>
              <span className="tb-row tb-tight">
                {passed > 0 ? (
                  <StateTag tone="done">{t('induction.passed', { count: passed })}</StateTag>
                ) : null}
                {own.length > passed ? (
                  <StateTag tone="danger">{t('induction.failed', { count: own.length - passed })}</StateTag>
                ) : null}
              </span>
              {canEdit ? (
                <Button size="small" onClick={() => setEdited(edited === unit.id ? undefined : unit.id)}>
                  {t('induction.edit')}
                </Button>
              ) : null}
              {edited === unit.id ? (
                <InductionEditor
                  baseId={base.id}
                  unitId={unit.id}
                  exam={exam}
                  onClose={() => setEdited(undefined)}
                />
              ) : null}
              {own.length === 0 ? null : (
                <details className="tb-wide">
                  <summary>{t('induction.results')}</summary>
                  <ul className="tb-results">
                    {own.map((one) => (
                      <li key={one.studentId}>
                        <span>{one.studentName}</span>
                        <span>{t('induction.best', { score: one.score })}</span>
                        <span className="dt-quiet">{t('induction.attempts', { count: one.attempts })}</span>
                        <StateTag tone={one.isPassed ? 'done' : 'danger'}>
                          {one.isPassed ? t('induction.isPassed') : t('induction.isFailed')}
                        </StateTag>
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
