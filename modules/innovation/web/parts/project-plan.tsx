import {
  Day,
  ErrorState,
  Loading,
  Panel,
  SideTag,
  StateTag,
  TimeChart,
  today,
  useOperation,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import { Button } from 'antd';
import type { Deliverable, ProjectDetail } from '../../contract.ts';
import { deliverableStates } from '../../run.ts';
import { sides } from '../../side.ts';
import { api } from '../client.ts';
import { useWords } from '../words.ts';
import { ProjectFrame } from './project-frame.tsx';
import { QuickForm } from './quick-form.tsx';

/** Milestones on a time chart, and what is owed as a board. */
export function ProjectPlan({ project }: { readonly project: ProjectDetail }) {
  const { id: projectId } = project;
  const found = useOperation('innovation.run', api.runs.get, { projectId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <div className="in-stack">
      <ProjectFrame project={project} />
      <Milestones project={project} />
      <Board project={project} deliverables={found.data.deliverables} />
    </div>
  );
}

const weekMilliseconds = 7 * 86_400_000;
const mondayOf = (day: string) => {
  const at = Date.parse(`${day}T00:00:00Z`);
  return at - ((new Date(at).getUTCDay() + 6) % 7) * 86_400_000;
};

function Milestones({ project }: { readonly project: ProjectDetail }) {
  const t = usePhrases('innovation-projects');
  const { pick } = useWords();
  const { id: projectId, milestones, abilities, startsOn, endsOn } = project;
  const remove = useWrite(api.projects.removeMilestone, { invalidates: ['innovation'] });
  const first = mondayOf(startsOn);
  const count = Math.floor((mondayOf(endsOn) - first) / weekMilliseconds) + 1;
  const weeks = Array.from({ length: count }, (_, at) => ({
    start: new Date(first + at * weekMilliseconds).toISOString().slice(0, 10),
    number: at + 1,
  }));
  const weekOf = (day: string) => Math.max(0, Math.floor((mondayOf(day) - first) / weekMilliseconds));
  return (
    <Panel title={t('milestones.title')} count={milestones.length}>
      {milestones.length === 0 ? <p className="dt-quiet">{t('milestones.none')}</p> : null}
      {milestones.length === 0 ? null : (
        <TimeChart
          label={t('milestones.title')}
          rowLabel={t('milestones.one')}
          weeks={weeks}
          today={today()}
          rows={milestones.map((one) => ({
            id: one.id,
            label: pick(one.title, one.titleEn),
            note: one.dueOn,
          }))}
          blocks={milestones.map((one, at) => {
            const from = at === 0 ? 0 : weekOf(milestones[at - 1]?.dueOn ?? startsOn);
            const length = Math.max(1, weekOf(one.dueOn) - from + 1);
            return {
              id: one.id,
              row: one.id,
              from,
              length,
              label: String(at + 1),
              detail: pick(one.title, one.titleEn),
              tint: at,
            };
          })}
        />
      )}
      <ul className="in-list">
        {milestones.map((one) => (
          <li key={one.id}>
            <span className="in-name">{pick(one.title, one.titleEn)}</span>
            <span className="in-row">
              <Day day={one.dueOn} style="day" />
              {abilities.plan === null ? (
                <Button
                  size="small"
                  type="text"
                  onClick={() => remove.mutate({ projectId, milestoneId: one.id })}
                >
                  {t('form.remove')}
                </Button>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {abilities.plan === null ? (
        <QuickForm
          name={`innovation.milestone.${projectId}`}
          foldedLabel={t('milestones.add')}
          fields={[
            { name: 'title', kind: 'line', label: t('field.title'), maxLength: 60 },
            { name: 'titleEn', kind: 'line', label: t('field.titleEn'), isOptional: true, maxLength: 120 },
            { name: 'dueOn', kind: 'day', label: t('field.due') },
          ]}
          write={api.projects.addMilestone}
          toInput={({ title = '', titleEn = '', dueOn = '' }) => ({ projectId, title, titleEn, dueOn })}
          submitLabel={t('milestones.add')}
        />
      ) : null}
    </Panel>
  );
}

function Board(props: { readonly project: ProjectDetail; readonly deliverables: readonly Deliverable[] }) {
  const t = usePhrases('innovation-projects');
  const { pick } = useWords();
  const { project, deliverables } = props;
  const { id: projectId, milestones, abilities } = project;
  return (
    <Panel title={t('board.title')} count={deliverables.length}>
      <p className="dt-quiet">{t('board.note', { count: project.acceptanceDays })}</p>
      <div className="in-board">
        {deliverableStates.map((state) => (
          <div className="in-column" key={state}>
            <h3>{t(`deliverable.${state}`)}</h3>
            {deliverables.some((one) => one.state === state) ? null : <p className="dt-quiet dt-small">–</p>}
            {deliverables
              .filter((one) => one.state === state)
              .map((one) => (
                <Card key={one.id} projectId={projectId} deliverable={one} milestones={milestones} />
              ))}
          </div>
        ))}
      </div>
      {abilities.plan === null && milestones.length > 0 ? (
        <QuickForm
          name={`innovation.deliverable.${projectId}`}
          foldedLabel={t('board.add')}
          fields={[
            { name: 'title', kind: 'line', label: t('field.title'), maxLength: 200 },
            {
              ...({ name: 'milestoneId', kind: 'choice', label: t('milestones.one') } as const),
              choices: milestones.map((one) => ({ value: one.id, label: pick(one.title, one.titleEn) })),
            },
            {
              ...({ name: 'owedBy', kind: 'choice', label: t('board.owedBy') } as const),
              choices: sides.map((value) => ({ value, label: t(`side.${value}`) })),
            },
          ]}
          write={api.runs.addDeliverable}
          toInput={({ title = '', milestoneId = '', owedBy }) => ({
            ...{ projectId, title, milestoneId },
            owedBy: owedBy === 'enterprise' ? ('enterprise' as const) : ('school' as const),
          })}
          submitLabel={t('board.add')}
        />
      ) : null}
    </Panel>
  );
}

function Card(props: {
  readonly projectId: string;
  readonly deliverable: Deliverable;
  readonly milestones: ProjectDetail['milestones'];
}) {
  const t = usePhrases('innovation-projects');
  const { pick } = useWords();
  const { projectId, deliverable, milestones } = props;
  const { id: deliverableId, acceptBy } = deliverable;
  return (
    <div className="in-card">
      <span className="in-name">{deliverable.title}</span>
      <span className="dt-small dt-quiet">
        <SideTag side={deliverable.owedBy} />{' '}
        {milestones
          .filter((one) => one.id === deliverable.milestoneId)
          .map((one) => pick(one.title, one.titleEn))}
      </span>
      {deliverable.note === '' ? null : <span className="dt-small">{deliverable.note}</span>}
      {acceptBy === null || deliverable.state !== 'submitted' ? null : (
        <span className="dt-small">
          {t('board.answerBy')} <Day day={acceptBy} style="day" />
        </span>
      )}
      {deliverable.isSilent ? <StateTag tone="done">{t('board.silent')}</StateTag> : null}
      {deliverable.remark === '' ? null : <span className="dt-small">{deliverable.remark}</span>}
      {deliverable.whyNotSubmit === null ? (
        <QuickForm
          name={`innovation.submit.${deliverableId}`}
          foldedLabel={t('board.submit')}
          fields={[{ name: 'note', kind: 'text', label: t('field.note'), maxLength: 1_000 }]}
          write={api.runs.submit}
          toInput={({ note = '' }) => ({ projectId, deliverableId, note })}
          submitLabel={t('board.submit')}
        />
      ) : null}
      {deliverable.whyNotAnswer === null ? (
        <QuickForm
          name={`innovation.answer.${deliverableId}`}
          foldedLabel={t('board.answer')}
          fields={[
            {
              ...({ name: 'answer', kind: 'choice', label: t('board.theAnswer') } as const),
              choices: (['accept', 'return'] as const).map((value) => ({
                value,
                label: t(`board.${value}`),
              })),
            },
            { name: 'remark', kind: 'text', label: t('board.remark'), isOptional: true, maxLength: 1_000 },
          ]}
          write={api.runs.answer}
          toInput={({ answer, remark = '' }) => ({
            ...{ projectId, deliverableId, remark },
            answer: answer === 'return' ? ('return' as const) : ('accept' as const),
          })}
          submitLabel={t('board.answer')}
        />
      ) : null}
    </div>
  );
}
