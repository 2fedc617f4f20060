import {
  Day,
  ErrorState,
  Loading,
  ObjectPage,
  PageLink,
  Panel,
  StateTag,
  useOperation,
  usePathParam,
  usePhrases,
} from '@dualtrack/ui';
import type { ObservationDetail } from '../../contract.ts';
import { originOfObservation } from '../../observation.ts';
import { api } from '../client.ts';
import { ObservationForm, type ObservationInput } from '../parts/observation-form.tsx';
import { toneOf, useWords } from '../words.ts';
import '../innovation.css';

/** One near miss or note, and the challenges that started from it. */
export function ObservationPage() {
  const observationId = usePathParam('observationId');
  const found = useOperation('innovation.observation', api.observations.get, { observationId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return <ObservationView observation={found.data} />;
}

function ObservationView({ observation }: { readonly observation: ObservationDetail }) {
  const t = usePhrases('innovation-news');
  const { id, kind, title, place, onDay, happened, done, seenBy, authorName, amend } = observation;
  const query = new URLSearchParams({
    ...{ from: originOfObservation[kind], place: 'observation', record: id, note: `${title} · ${place}` },
  });
  const isFirst = observation.started.length === 0;
  return (
    <ObjectPage
      title={title}
      crumbs={[{ label: t('observations.title'), to: '/observations' }]}
      actions={
        <PageLink
          className={isFirst ? 'dt-button dt-button-primary' : 'dt-button'}
          to={`/challenges/new?${query.toString()}`}
        >
          {t('origin.start')}
        </PageLink>
      }
      facts={[
        { label: t('observation.kind'), value: t(`observation.kind.${kind}`) },
        { label: t('observation.day'), value: <Day day={onDay} /> },
        { label: t('observation.place'), value: place },
        { label: t('observation.seenBy'), value: t(`observation.seenBy.${seenBy}`) },
        { label: t('observation.by'), value: authorName },
      ]}
    >
      <div className="in-stack">
        <Panel title={t('observation.happened')}>
          <p className="in-prose">{happened}</p>
        </Panel>
        {done === '' ? null : (
          <Panel title={t('observation.done')}>
            <p className="in-prose">{done}</p>
          </Panel>
        )}
        <Started observation={observation} />
        {amend === null ? (
          <ObservationForm
            name={`innovation.observation.${id}`}
            known={observation}
            write={(input: ObservationInput, options) =>
              api.observations.amend({ ...input, observationId: id }, options)
            }
            foldedLabel={t('observation.amend')}
            submitLabel={t('observation.amend')}
          />
        ) : null}
      </div>
    </ObjectPage>
  );
}

function Started({ observation }: { readonly observation: ObservationDetail }) {
  const t = usePhrases('innovation-news');
  const innovation = usePhrases('innovation');
  const words = useWords();
  const { started } = observation;
  return (
    <Panel title={t('observation.challenges')} count={started.length}>
      {started.length === 0 ? (
        <p className="dt-quiet">{t('observation.noChallenge')}</p>
      ) : (
        <ul className="in-list">
          {started.map((one) => (
            <li key={one.id}>
              <PageLink to={`/challenges/${one.id}`}>{words.pick(one.title, one.titleEn)}</PageLink>
              <StateTag tone={toneOf(one.state)}>{innovation(`state.${one.state}`)}</StateTag>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
