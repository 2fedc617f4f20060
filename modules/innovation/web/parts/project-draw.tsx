import {
  ConfirmButton,
  Day,
  FileChoice,
  Money,
  Panel,
  SideTag,
  StateTag,
  useLanguage,
  usePhrases,
  useWrite,
  writeDay,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import type { ProjectDetail, ProjectRun } from '../../contract.ts';
import { api } from '../client.ts';
import { useOwnSide, useWords } from '../words.ts';
import { fenOf, QuickForm } from './quick-form.tsx';

type Instalment = ProjectRun['instalments'][number];
const tones = { planned: 'plain', called: 'soon', paid: 'done' } as const;

/** Parts of the budget that one side hands over to the other: planned, called, paid with a proof. */
export function ProjectDraw({ project, run }: { readonly project: ProjectDetail; readonly run: ProjectRun }) {
  const t = usePhrases('innovation-news');
  const shared = usePhrases('innovation-projects');
  const side = useOwnSide();
  const words = useWords();
  const { id: projectId, abilities, milestones, state } = project;
  const lines = run.lines.filter((one) => state !== 'running' || one.paidBy === side);
  return (
    <Panel title={t('draw.title')} count={run.instalments.length}>
      <p className="dt-quiet dt-small">{t('draw.note')}</p>
      {run.instalments.length === 0 ? <p className="dt-quiet">{t('draw.none')}</p> : null}
      <ul className="in-list">
        {run.instalments.map((one) => (
          <Row key={one.id} project={project} run={run} instalment={one} />
        ))}
      </ul>
      {abilities.draw === null && lines.length > 0 ? (
        <QuickForm
          name={`innovation.instalment.${projectId}`}
          foldedLabel={t('draw.add')}
          fields={[
            {
              ...({ name: 'lineId', kind: 'choice', label: shared('budget.line') } as const),
              choices: lines.map((one) => ({ value: one.id, label: one.title })),
            },
            { name: 'title', kind: 'line', label: t('draw.name'), maxLength: 200 },
            { name: 'amount', kind: 'money', label: shared('budget.amount') },
            { name: 'dueOn', kind: 'day', label: t('draw.due') },
            {
              ...({ name: 'milestoneId', kind: 'choice', label: t('draw.milestone') } as const),
              isOptional: true,
              choices: [
                { value: '', label: t('draw.noMilestone') },
                ...milestones.map((one) => ({ value: one.id, label: words.pick(one.title, one.titleEn) })),
              ],
            },
          ]}
          write={api.runs.addInstalment}
          toInput={({ lineId = '', title = '', amount, dueOn = '', milestoneId = '' }) => ({
            ...{ projectId, lineId, title, amount: fenOf(amount), dueOn },
            milestoneId: milestoneId === '' ? null : milestoneId,
          })}
          submitLabel={t('draw.add')}
        />
      ) : null}
    </Panel>
  );
}

function Row(props: {
  readonly project: ProjectDetail;
  readonly run: ProjectRun;
  readonly instalment: Instalment;
}) {
  const { project, run, instalment } = props;
  const t = usePhrases('innovation-news');
  const { locale } = useLanguage();
  const { id: instalmentId, title, state, paidOn } = instalment;
  const line = run.lines.find((one) => one.id === instalment.lineId);
  return (
    <li>
      <div>
        <div className="in-row">
          <span className="in-name">{title}</span>
          <StateTag tone={tones[state]}>{t(`draw.state.${state}`)}</StateTag>
        </div>
        <div className="dt-small dt-quiet">
          {line?.title} · {t('draw.due')} <Day day={instalment.dueOn} style="day" />
          {state === 'called' ? ` · ${t('draw.calledBy', { by: instalment.calledBy })}` : ''}
          {paidOn === null
            ? ''
            : ` · ${t('draw.paidOn', { day: writeDay(locale, paidOn, 'day'), by: instalment.paidBy })}`}{' '}
          {instalment.hasProof ? (
            <a href={`/api/innovation-projects/${project.id}/files/${instalmentId}`}>{t('draw.proof')}</a>
          ) : null}
        </div>
        {instalment.remark === '' ? null : <p className="dt-small">{instalment.remark}</p>}
      </div>
      <div className="in-row">
        <SideTag side={instalment.payer} />
        <Money money={{ amount: instalment.amount, currency: 'CNY' }} />
        <Moves projectId={project.id} instalment={instalment} />
      </div>
    </li>
  );
}

function Moves(props: { readonly projectId: string; readonly instalment: Instalment }) {
  const { projectId, instalment } = props;
  const { id: instalmentId, whyNot, title } = instalment;
  const t = usePhrases('innovation-news');
  const shared = usePhrases('innovation-projects');
  const [proof, setProof] = useState<File | undefined>();
  const move = useWrite(api.runs.moveInstalment, { invalidates: ['innovation'], done: shared('form.done') });
  const base = { projectId, instalmentId };
  return (
    <>
      {whyNot.call === null ? (
        <Button size="small" type="primary" onClick={() => move.mutate({ ...base, move: 'call' })}>
          {t('draw.call')}
        </Button>
      ) : null}
      {whyNot.pay === null ? (
        <ConfirmButton
          size="small"
          type="primary"
          title={t('draw.payQuestion', { title })}
          consequence={
            <div className="in-stack">
              <span>{t('draw.payNote')}</span>
              <FileChoice label={t('draw.addProof')} onFile={setProof} />
            </div>
          }
          onConfirm={() =>
            move.mutateAsync({ ...base, move: 'pay', ...(proof === undefined ? {} : { proof }) })
          }
        >
          {t('draw.pay')}
        </ConfirmButton>
      ) : null}
      {whyNot.return === null ? (
        <QuickForm
          name={`innovation.return.${instalmentId}`}
          foldedLabel={t('draw.return')}
          isSmall
          fields={[{ name: 'remark', kind: 'line', label: t('draw.remark'), maxLength: 500 }]}
          write={api.runs.moveInstalment}
          toInput={({ remark = '' }) => ({ ...base, move: 'return' as const, remark })}
          submitLabel={t('draw.return')}
        />
      ) : null}
    </>
  );
}
