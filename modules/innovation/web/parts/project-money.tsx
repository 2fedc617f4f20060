import {
  Day,
  ErrorState,
  FileChoice,
  Loading,
  Money,
  Panel,
  SideTag,
  StateTag,
  today,
  useLanguage,
  useOperation,
  usePhrases,
  useWrite,
  writeMoney,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import type { ProjectDetail, ProjectRun } from '../../contract.ts';
import { lineKinds } from '../../run.ts';
import { sides } from '../../side.ts';
import { api } from '../client.ts';
import { useOwnSide } from '../words.ts';
import { ProjectDraw } from './project-draw.tsx';
import { fenOf, QuickForm } from './quick-form.tsx';

/** Budget lines with what is left, and expenses with their receipts. */
export function ProjectMoney({ project }: { readonly project: ProjectDetail }) {
  const { id: projectId } = project;
  const found = useOperation('innovation.run', api.runs.get, { projectId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <div className="in-stack">
      <Lines project={project} lines={found.data.lines} />
      <ProjectDraw project={project} run={found.data} />
      <Expenses project={project} run={found.data} />
    </div>
  );
}

const yuan = (amount: number) => <Money money={{ amount, currency: 'CNY' }} />;

function Lines({ project, lines }: { readonly project: ProjectDetail; readonly lines: ProjectRun['lines'] }) {
  const t = usePhrases('innovation-projects');
  const news = usePhrases('innovation-news');
  const { locale } = useLanguage();
  const { id: projectId, abilities } = project;
  return (
    <Panel title={t('budget.lines')} count={lines.length}>
      {lines.length === 0 ? <p className="dt-quiet">{t('budget.none')}</p> : null}
      {lines.length === 0 ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
        <section className="in-table-scroll" aria-label={t('budget.lines')} tabIndex={0}>
          <table className="in-table">
            <thead>
              <tr>
                <th>{t('field.title')}</th>
                <th>{t('budget.paidBy')}</th>
                <th className="in-number">{t('budget.amount')}</th>
                <th className="in-number">{t('budget.spent')}</th>
                <th className="in-number">{news('draw.drawn')}</th>
                <th className="in-number">{t('budget.left')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((one) => (
                <tr key={one.id}>
                  <td>
                    {one.title} <span className="dt-small dt-quiet">{t(`line.${one.kind}`)}</span>
                  </td>
                  <td data-label={t('budget.paidBy')}>
                    <SideTag side={one.paidBy} />
                  </td>
                  <td className="in-number" data-label={t('budget.amount')}>
                    {yuan(one.amount)}
                  </td>
                  <td className="in-number" data-label={t('budget.spent')}>
                    {yuan(one.spent)}
                  </td>
                  <td className="in-number" data-label={news('draw.drawn')}>
                    {yuan(one.drawn)}
                    {one.drawn === 0 ? null : (
                      <div className="dt-small dt-quiet">
                        {news('draw.drawnSpent', {
                          spent: writeMoney(locale, { amount: one.drawnSpent, currency: 'CNY' }),
                        })}
                      </div>
                    )}
                  </td>
                  <td className="in-number" data-label={t('budget.left')}>
                    {yuan(one.amount - one.spent - one.drawn)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {abilities.plan === null ? (
        <QuickForm
          name={`innovation.line.${projectId}`}
          foldedLabel={t('budget.addLine')}
          fields={[
            { name: 'title', kind: 'line', label: t('field.title'), maxLength: 200 },
            {
              ...({ name: 'kind', kind: 'choice', label: t('budget.kind') } as const),
              choices: lineKinds.map((value) => ({ value, label: t(`line.${value}`) })),
            },
            {
              ...({ name: 'paidBy', kind: 'choice', label: t('budget.paidBy') } as const),
              choices: sides.map((value) => ({ value, label: t(`side.${value}`) })),
            },
            { name: 'amount', kind: 'money', label: t('budget.amount') },
          ]}
          write={api.runs.addLine}
          toInput={({ title = '', kind, paidBy, amount }) => ({
            ...{ projectId, title, amount: fenOf(amount) },
            kind: lineKinds.find((known) => known === kind) ?? 'other',
            paidBy: paidBy === 'enterprise' ? ('enterprise' as const) : ('school' as const),
          })}
          submitLabel={t('budget.addLine')}
        />
      ) : null}
    </Panel>
  );
}

function Expenses({ project, run }: { readonly project: ProjectDetail; readonly run: ProjectRun }) {
  const t = usePhrases('innovation-projects');
  const side = useOwnSide();
  const [receipt, setReceipt] = useState<File | undefined>();
  const { id: projectId, abilities } = project;
  const undo = useWrite(api.runs.voidExpense, { invalidates: ['innovation'], done: t('form.done') });
  const news = usePhrases('innovation-news');
  const own = run.lines.filter((one) => one.paidBy === side || one.drawn > 0);
  return (
    <Panel title={t('budget.expenses')} count={run.expenses.length}>
      {run.expenses.length === 0 ? <p className="dt-quiet">{t('budget.noExpenses')}</p> : null}
      <ul className="in-list">
        {run.expenses.map((one) => (
          <li key={one.id}>
            <div>
              <div className="in-name">{one.what}</div>
              <div className="dt-small dt-quiet">
                <Day day={one.spentOn} style="day" /> ·{' '}
                {run.lines.find((line) => line.id === one.lineId)?.title} · {one.recordedBy}{' '}
                {one.hasReceipt ? (
                  <a href={`/api/innovation-projects/${projectId}/files/${one.id}`}>{t('budget.receipt')}</a>
                ) : null}
              </div>
            </div>
            <div className="in-row">
              {yuan(one.amount)}
              {one.isVoid ? <StateTag tone="danger">{t('budget.void')}</StateTag> : null}
              {abilities.spend === null && one.isMine && !one.isVoid ? (
                <Button
                  size="small"
                  type="text"
                  onClick={() => undo.mutate({ projectId, expenseId: one.id })}
                >
                  {t('budget.undo')}
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {abilities.spend === null && own.length > 0 ? (
        <QuickForm
          name={`innovation.expense.${projectId}`}
          foldedLabel={t('budget.spend')}
          fields={[
            {
              ...({ name: 'lineId', kind: 'choice', label: t('budget.line') } as const),
              choices: own.map((one) => ({
                value: one.id,
                label: one.paidBy === side ? one.title : news('draw.from', { line: one.title }),
              })),
            },
            { name: 'what', kind: 'line', label: t('budget.what'), maxLength: 200 },
            { name: 'amount', kind: 'money', label: t('budget.amount') },
            { name: 'spentOn', kind: 'day', label: t('budget.spentOn'), initial: today() },
          ]}
          write={api.runs.spend}
          toInput={({ lineId = '', what = '', amount, spentOn = '' }) => ({
            ...{ projectId, lineId, what, amount: fenOf(amount), spentOn },
            ...(receipt === undefined ? {} : { receipt }),
          })}
          onDone={() => setReceipt(undefined)}
          submitLabel={t('budget.spend')}
        >
          <FileChoice label={t('budget.addReceipt')} onFile={setReceipt} />
        </QuickForm>
      ) : null}
    </Panel>
  );
}
