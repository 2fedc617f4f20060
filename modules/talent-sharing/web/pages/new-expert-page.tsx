import { PageHeader, useAddressQuery, useGo, usePhrases } from '@dualtrack/ui';
import { api } from '../client.ts';
import { cardValues, ExpertForm } from '../parts/expert-form.tsx';

/** Writes a card: the own one, or as an office that of a colleague. */
export function NewExpertPage() {
  const t = usePhrases('talent-sharing');
  const go = useGo();
  const [{ whose }] = useAddressQuery();
  return (
    <>
      <PageHeader title={t('expert.new')} crumbs={[{ label: t('area.experts'), to: '/talents' }]} />
      <ExpertForm
        name={`talentSharing.newExpert.${whose ?? 'mine'}`}
        initial={{ ...cardValues(), whose: whose === 'other' ? 'other' : 'mine' }}
        isNew
        write={({ whose: of, ...facts }, options) =>
          api.experts.create({ ...facts, isMine: of !== 'other' }, options)
        }
        done={t('expert.created')}
        onDone={({ id }) => go(`/talents/${id}`)}
      />
    </>
  );
}
