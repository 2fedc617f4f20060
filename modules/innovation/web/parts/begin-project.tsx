import { PageLink, Panel, today, useGo, usePhrases } from '@dualtrack/ui';
import type { ProposalDetail } from '../../contract.ts';
import { api } from '../client.ts';
import { QuickForm } from './quick-form.tsx';

/** Makes a project of a chosen proposal, or leads to it. */
export function BeginProject({ proposal }: { readonly proposal: ProposalDetail }) {
  const t = usePhrases('innovation-projects');
  const go = useGo();
  const { id: proposalId, projectId, abilities } = proposal;
  if (projectId !== null)
    return (
      <Panel title={t('project.one')}>
        <PageLink to={`/innovation-projects/${projectId}`}>{t('project.open')}</PageLink>
      </Panel>
    );
  if (abilities['begin-project'] !== null) return null;
  return (
    <Panel title={t('project.one')}>
      <QuickForm
        name={`innovation.begin.${proposalId}`}
        foldedLabel={t('project.make')}
        fields={[{ name: 'startsOn', kind: 'day', label: t('project.startsOn'), initial: today() }]}
        write={api.projects.begin}
        toInput={({ startsOn = '' }) => ({ proposalId, startsOn })}
        submitLabel={t('project.make')}
        onDone={({ id }) => go(`/innovation-projects/${id}`)}
      />
    </Panel>
  );
}
