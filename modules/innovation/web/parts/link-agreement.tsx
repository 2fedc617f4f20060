import { contract as agreementsContract } from '@dualtrack/agreements/contract';
import { createClient, useOperation, usePhrases } from '@dualtrack/ui';
import type { ProjectDetail } from '../../contract.ts';
import { api } from '../client.ts';
import { useWords } from '../words.ts';
import { QuickForm } from './quick-form.tsx';

const agreements = createClient(agreementsContract);

/** Puts a project under an agreement of the same two sides that is in force. */
export function LinkAgreement({ project }: { readonly project: ProjectDetail }) {
  const t = usePhrases('innovation-projects');
  const words = useWords();
  const found = useOperation('agreements.list', agreements.list, { page: 1, size: 100 });
  const choices = (found.data?.items ?? [])
    .filter((one) => one.state === 'in-force' || one.state === 'registered')
    .filter((one) => one.enterpriseId === project.enterpriseId && one.home === project.home)
    .map((one) => ({ value: one.id, label: `${words.pick(one.title, one.titleEn)} · ${one.number}` }));
  if (choices.length === 0) return null;
  return (
    <QuickForm
      name={`innovation.link.${project.id}`}
      foldedLabel={t('agreement.link')}
      fields={[{ name: 'agreementId', kind: 'choice', label: t('agreement.which'), choices }]}
      write={api.projects.linkAgreement}
      toInput={({ agreementId = '' }) => ({ projectId: project.id, agreementId })}
      submitLabel={t('agreement.link')}
    />
  );
}
