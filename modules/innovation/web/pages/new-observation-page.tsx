import { PageHeader, useAddressQuery, useGo, usePhrases } from '@dualtrack/ui';
import { observationKinds } from '../../observation.ts';
import { api } from '../client.ts';
import { ObservationForm } from '../parts/observation-form.tsx';
import '../innovation.css';

/** Writes a near miss or a note down; the address may say where: `?kind=near-miss&at=…`. */
export function NewObservationPage() {
  const t = usePhrases('innovation-news');
  const go = useGo();
  const [{ kind, at }] = useAddressQuery();
  const known = observationKinds.find((one) => one === kind);
  return (
    <>
      <PageHeader
        title={t('observation.new')}
        note={t('observations.note')}
        crumbs={[{ label: t('observations.title'), to: '/observations' }]}
      />
      <ObservationForm
        name="innovation.observation.new"
        known={{ place: at ?? '', ...(known === undefined ? {} : { kind: known }) }}
        write={api.observations.add}
        submitLabel={t('observation.new')}
        onDone={({ id }) => go(`/observations/${id}`)}
      />
    </>
  );
}
