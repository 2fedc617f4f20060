import {
  ConfirmButton,
  DayRange,
  ErrorState,
  Loading,
  Money,
  ObjectPage,
  PageLink,
  StateTag,
  StateTrack,
  useOperation,
  usePathParam,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import type { ProjectDetail } from '../../contract.ts';
import { api } from '../client.ts';
import { ProjectHours } from '../parts/project-hours.tsx';
import { ProjectMoney } from '../parts/project-money.tsx';
import { ProjectPlan } from '../parts/project-plan.tsx';
import { ProjectRisks } from '../parts/project-risks.tsx';
import { ProjectTeam } from '../parts/project-team.tsx';
import { ProjectTerms } from '../parts/project-terms.tsx';
import { QuickForm } from '../parts/quick-form.tsx';
import { projectTone, useWords } from '../words.ts';
import '../innovation.css';

/** One joint project. */
export function ProjectPage() {
  const projectId = usePathParam('projectId');
  const found = useOperation('innovation.project', api.projects.get, { projectId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return <ProjectView project={found.data} />;
}

function ProjectView({ project }: { readonly project: ProjectDetail }) {
  const t = usePhrases('innovation-projects');
  const words = useWords();
  const { state, belongs } = project;
  const stops = (['preparing', 'running', 'completed'] as const).map((key) => ({
    key,
    label: t(`state.${key}`),
  }));
  const team = {
    key: 'team',
    label: t('tab.team'),
    count: project.members.length,
    content: () => (
      <div className="in-stack">
        <ProjectTeam project={project} />
        {belongs && state !== 'preparing' ? (
          <ProjectHours
            projectId={project.id}
            mayLog={project.isMine && project.abilities.log === null}
            mayConfirm={project.abilities.staff === null}
          />
        ) : null}
      </div>
    ),
  };
  return (
    <ObjectPage
      title={words.pick(project.title, project.titleEn)}
      crumbs={[{ label: t('projects.title'), to: '/innovation-projects' }]}
      state={<StateTag tone={projectTone(state)}>{t(`state.${state}`)}</StateTag>}
      sides={words.sides(project)}
      {...(state === 'stopped' ? {} : { track: <StateTrack stops={stops} current={state} /> })}
      nextStep={{
        sentence:
          state === 'stopped' ? project.stopReason : t(belongs ? `project.next.${state}` : 'project.outside'),
        action: <Moves project={project} />,
      }}
      facts={[
        { label: t('project.goal'), value: project.goal },
        { label: t('project.period'), value: <DayRange from={project.startsOn} to={project.endsOn} /> },
        { label: t('project.budget'), value: <Money money={{ amount: project.budget, currency: 'CNY' }} /> },
        {
          label: t('project.schoolShare'),
          value: t('share.percent', { percent: project.schoolShare / 100 }),
        },
        {
          label: t('project.acceptance'),
          value: t('project.workingDays', { count: project.acceptanceDays }),
        },
        ...(project.proposalId === null
          ? []
          : [
              {
                label: t('project.proposal'),
                value: (
                  <PageLink to={`/proposals/${project.proposalId}`}>{t('project.openProposal')}</PageLink>
                ),
              },
            ]),
      ]}
      tabs={
        belongs
          ? [
              { key: 'plan', label: t('tab.plan'), content: () => <ProjectPlan project={project} /> },
              team,
              { key: 'terms', label: t('tab.terms'), content: () => <ProjectTerms project={project} /> },
              { key: 'money', label: t('tab.money'), content: () => <ProjectMoney project={project} /> },
              { key: 'risks', label: t('tab.risks'), content: () => <ProjectRisks project={project} /> },
            ]
          : [team]
      }
    />
  );
}

function Moves({ project }: { readonly project: ProjectDetail }) {
  const t = usePhrases('innovation-projects');
  const { id, abilities } = project;
  const move = useWrite(api.projects.move, {
    answers: (after) => ['innovation.project', { projectId: after.id }],
    invalidates: ['innovation'],
    done: t('form.done'),
  });
  const button = (action: 'begin' | 'complete') =>
    abilities[action] === null ? (
      <ConfirmButton
        type={action === 'begin' ? 'primary' : 'default'}
        title={t(`project.ask.${action}`)}
        consequence={t(`project.note.${action}`)}
        onConfirm={() => move.mutateAsync({ projectId: id, action })}
      >
        {t(`project.do.${action}`)}
      </ConfirmButton>
    ) : null;
  return (
    <div className="in-row">
      {button('begin')}
      {button('complete')}
      {abilities.stop === null ? (
        <QuickForm
          name={`innovation.stop.${id}`}
          foldedLabel={t('project.do.stop')}
          fields={[{ name: 'reason', kind: 'line', label: t('project.stopReason'), maxLength: 500 }]}
          write={api.projects.move}
          toInput={({ reason }) => ({ projectId: id, action: 'stop' as const, reason: reason ?? '' })}
          submitLabel={t('project.do.stop')}
        />
      ) : null}
    </div>
  );
}
