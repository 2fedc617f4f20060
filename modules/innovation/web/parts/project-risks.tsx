import {
  Day,
  ErrorState,
  FileChoice,
  Loading,
  Moment,
  Money,
  Panel,
  SideTag,
  StateTag,
  useOperation,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import { Button } from 'antd';
import type { ProjectDetail, ProjectRun } from '../../contract.ts';
import { changeKinds } from '../../run.ts';
import { api } from '../client.ts';
import { fenOf, QuickForm } from './quick-form.tsx';

type Props = { readonly project: ProjectDetail; readonly run: ProjectRun };

/** Risks, change requests, publications under review, and the data room. */
export function ProjectRisks({ project }: { readonly project: ProjectDetail }) {
  const found = useOperation('innovation.run', api.runs.get, { projectId: project.id });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const props = { project, run: found.data };
  return (
    <div className="in-stack">
      <Risks {...props} />
      <Changes {...props} />
      <Publications {...props} />
      <Files {...props} />
    </div>
  );
}

function Risks({ project, run }: Props) {
  const t = usePhrases('innovation-projects');
  const { id: projectId, abilities } = project;
  const close = useWrite(api.runs.closeRisk, { invalidates: ['innovation'] });
  const levels = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }));
  return (
    <Panel title={t('risks.title')} count={run.risks.length}>
      {run.risks.length === 0 ? <p className="dt-quiet">{t('risks.none')}</p> : null}
      <ul className="in-list">
        {run.risks.map((one) => (
          <li key={one.id}>
            <div>
              <div className="in-name">{one.title}</div>
              <div className="dt-small dt-quiet">
                {t('risks.levels', { likelihood: one.likelihood, impact: one.impact })}
                {one.measure === '' ? '' : ` · ${one.measure}`}
                {one.owner === '' ? '' : ` · ${one.owner}`}
              </div>
            </div>
            {one.isOpen ? (
              abilities.risk === null ? (
                <Button size="small" type="text" onClick={() => close.mutate({ projectId, riskId: one.id })}>
                  {t('risks.close')}
                </Button>
              ) : null
            ) : (
              <StateTag tone="done">{t('risks.closed')}</StateTag>
            )}
          </li>
        ))}
      </ul>
      {abilities.risk === null ? (
        <QuickForm
          name={`innovation.risk.${projectId}`}
          foldedLabel={t('risks.add')}
          fields={[
            { name: 'title', kind: 'line', label: t('risks.what'), maxLength: 200 },
            { name: 'likelihood', kind: 'choice', label: t('risks.likelihood'), choices: levels },
            { name: 'impact', kind: 'choice', label: t('risks.impact'), choices: levels },
            { name: 'measure', kind: 'line', label: t('risks.measure'), isOptional: true, maxLength: 500 },
            { name: 'owner', kind: 'line', label: t('risks.owner'), isOptional: true, maxLength: 60 },
          ]}
          write={api.runs.addRisk}
          toInput={({ title = '', likelihood, impact, measure = '', owner = '' }) => ({
            ...{ projectId, title, measure, owner },
            ...{ likelihood: Number(likelihood), impact: Number(impact) },
          })}
          submitLabel={t('risks.add')}
        />
      ) : null}
    </Panel>
  );
}

function Changes({ project, run }: Props) {
  const t = usePhrases('innovation-projects');
  const { id: projectId, abilities, milestones } = project;
  const targets = [...milestones, ...run.lines].map((one) => ({ value: one.id, label: one.title }));
  return (
    <Panel title={t('changes.title')} count={run.changes.length}>
      {run.changes.length === 0 ? <p className="dt-quiet">{t('changes.none')}</p> : null}
      <ul className="in-list">
        {run.changes.map((one) => (
          <li key={one.id}>
            <div>
              <div className="in-name">{one.what}</div>
              <div className="in-row dt-small dt-quiet">
                <SideTag side={one.side} />
                <span>{t(`change.${one.kind}`)}</span>
                {one.target === '' ? null : <span>{one.target}</span>}
                {one.newDay === null ? null : <Day day={one.newDay} style="day" />}
                {one.newAmount === null ? null : <Money money={{ amount: one.newAmount, currency: 'CNY' }} />}
              </div>
              {one.mayAnswer ? (
                <QuickForm
                  name={`innovation.change.${one.id}`}
                  foldedLabel={t('changes.answer')}
                  fields={[
                    {
                      ...({ name: 'answer', kind: 'choice', label: t('changes.theAnswer') } as const),
                      choices: (['agree', 'refuse'] as const).map((value) => ({
                        value,
                        label: t(`changes.${value}`),
                      })),
                    },
                    { name: 'words', kind: 'line', label: t('field.note'), isOptional: true, maxLength: 500 },
                  ]}
                  write={api.runs.answerChange}
                  toInput={({ answer, words = '' }) => ({
                    ...{ projectId, changeId: one.id, words },
                    answer: answer === 'agree' ? ('agree' as const) : ('refuse' as const),
                  })}
                  submitLabel={t('changes.answer')}
                />
              ) : null}
            </div>
            <StateTag tone={one.state === 'agreed' ? 'done' : one.state === 'asked' ? 'now' : 'danger'}>
              {t(`changes.${one.state}`)}
            </StateTag>
          </li>
        ))}
      </ul>
      {abilities['ask-change'] === null ? (
        <QuickForm
          name={`innovation.askChange.${projectId}`}
          foldedLabel={t('changes.ask')}
          fields={[
            {
              ...({ name: 'kind', kind: 'choice', label: t('changes.kind'), initial: 'other' } as const),
              choices: changeKinds.map((value) => ({ value, label: t(`change.${value}`) })),
            },
            { name: 'what', kind: 'line', label: t('changes.what'), maxLength: 200 },
            {
              name: 'targetId',
              kind: 'choice',
              label: t('changes.target'),
              isOptional: true,
              choices: targets,
            },
            { name: 'newDay', kind: 'day', label: t('changes.newDay'), isOptional: true },
            { name: 'newAmount', kind: 'money', label: t('changes.newAmount'), isOptional: true },
          ]}
          write={api.runs.askChange}
          toInput={({ kind, what = '', targetId = '', newDay = '', newAmount = '' }) => ({
            ...{ projectId, what, kind: changeKinds.find((known) => known === kind) ?? 'other' },
            targetId: kind === 'other' || targetId === '' ? null : targetId,
            newDay: kind === 'milestone-day' && newDay !== '' ? newDay : null,
            newAmount: kind === 'line-amount' && newAmount !== '' ? fenOf(newAmount) : null,
          })}
          submitLabel={t('changes.ask')}
        />
      ) : null}
    </Panel>
  );
}

function Publications({ project, run }: Props) {
  const t = usePhrases('innovation-projects');
  const { id: projectId, abilities } = project;
  return (
    <Panel title={t('publications.title')} count={run.publications.length}>
      <p className="dt-quiet">{t('publications.note', { count: project.reviewDays })}</p>
      <ul className="in-list">
        {run.publications.map((one) => (
          <li key={one.id}>
            <div>
              <div className="in-name">{one.title}</div>
              <div className="in-row dt-small dt-quiet">
                <SideTag side={one.side} />
                <span>{one.askedBy}</span>
                <span>{one.place}</span>
                <span>
                  {t('board.answerBy')} <Day day={one.answerBy} style="day" />
                </span>
              </div>
              {one.answer === '' ? null : <p className="in-prose">{one.answer}</p>}
              {one.mayAnswer ? (
                <QuickForm
                  name={`innovation.publication.${one.id}`}
                  foldedLabel={t('changes.answer')}
                  fields={[
                    {
                      ...({ name: 'answer', kind: 'choice', label: t('changes.theAnswer') } as const),
                      choices: (['clear', 'object'] as const).map((value) => ({
                        value,
                        label: t(`publications.${value}`),
                      })),
                    },
                    { name: 'words', kind: 'line', label: t('field.note'), isOptional: true, maxLength: 500 },
                  ]}
                  write={api.runs.answerPublication}
                  toInput={({ answer, words = '' }) => ({
                    ...{ projectId, publicationId: one.id, words },
                    answer: answer === 'object' ? ('object' as const) : ('clear' as const),
                  })}
                  submitLabel={t('changes.answer')}
                />
              ) : null}
            </div>
            <StateTag tone={one.state === 'cleared' ? 'done' : one.state === 'asked' ? 'now' : 'danger'}>
              {t(`publications.${one.state}`)}
            </StateTag>
          </li>
        ))}
      </ul>
      {abilities['ask-change'] === null ? (
        <QuickForm
          name={`innovation.publish.${projectId}`}
          foldedLabel={t('publications.ask')}
          fields={[
            { name: 'title', kind: 'line', label: t('field.title'), maxLength: 200 },
            { name: 'place', kind: 'line', label: t('publications.place'), isOptional: true, maxLength: 200 },
          ]}
          write={api.runs.askPublication}
          toInput={({ title = '', place = '' }) => ({ projectId, title, place })}
          submitLabel={t('publications.ask')}
        />
      ) : null}
    </Panel>
  );
}

function Files({ project, run }: Props) {
  const t = usePhrases('innovation-projects');
  const { id: projectId, abilities } = project;
  const add = useWrite(api.runs.addFile, { invalidates: ['innovation'], done: t('form.done') });
  return (
    <Panel title={t('files.title')} count={run.files.length}>
      {run.files.length === 0 ? <p className="dt-quiet">{t('files.none')}</p> : null}
      <ul className="in-list">
        {run.files.map((one) => (
          <li key={one.id}>
            <div>
              <a className="in-name" href={`/api/innovation-projects/${projectId}/files/${one.id}`}>
                {one.name}
              </a>
              <div className="dt-small dt-quiet">
                {one.addedBy} · <Moment instant={one.addedAt} />
              </div>
            </div>
            <span className="dt-quiet">{t(one.audience === 'both' ? 'files.forBoth' : 'files.forOwn')}</span>
          </li>
        ))}
      </ul>
      {abilities.risk === null ? (
        <div className="in-row in-fold">
          <FileChoice
            label={t('files.addForBoth')}
            disabled={add.isPending}
            onFile={(file) => add.mutate({ projectId, file, isForBoth: 'yes' })}
          />
          <FileChoice
            label={t('files.addForOwn')}
            disabled={add.isPending}
            onFile={(file) => add.mutate({ projectId, file, isForBoth: 'no' })}
          />
        </div>
      ) : null}
    </Panel>
  );
}
