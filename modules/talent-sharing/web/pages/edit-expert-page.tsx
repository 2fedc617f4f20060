import {
  ErrorState,
  Loading,
  PageHeader,
  useGo,
  useOperation,
  usePathParam,
  usePhrases,
} from '@dualtrack/ui';
import { api } from '../client.ts';
import { cardValues, ExpertForm } from '../parts/expert-form.tsx';
import { useWords } from '../words.ts';

/** Changes a card of the own side. */
export function EditExpertPage() {
  const t = usePhrases('talent-sharing');
  const words = useWords();
  const go = useGo();
  const expertId = usePathParam('expertId');
  const found = useOperation('talentSharing.expert', api.experts.get, { expertId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const expert = found.data;
  const revision = expert.card?.revision ?? 1;
  return (
    <>
      <PageHeader
        title={t('expert.edit')}
        crumbs={[
          { label: t('area.experts'), to: '/talents' },
          { label: words.person(expert), to: `/talents/${expertId}` },
        ]}
      />
      <ExpertForm
        name={`talentSharing.expert.${expertId}.${revision}`}
        initial={cardValues(expert)}
        isNew={false}
        write={({ whose: _, name: __, ...facts }, options) =>
          api.experts.save({ ...facts, expertId, revision }, options)
        }
        done={t('expert.saved')}
        onDone={() => go(`/talents/${expertId}`)}
      />
    </>
  );
}
