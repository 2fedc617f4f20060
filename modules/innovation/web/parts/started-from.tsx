import { PageLink, Panel, StateTag, useOperation, usePhrases } from '@dualtrack/ui';
import { api } from '../client.ts';
import { toneOf, useWords } from '../words.ts';

/** The challenges that the own side has started from a record already; nothing where there is none. */
export function StartedFrom({ record }: { readonly record: string }) {
  const t = usePhrases('innovation-news');
  const innovation = usePhrases('innovation');
  const words = useWords();
  const found = useOperation('innovation.challenges', api.challenges.list, {
    ...{ origin: record, page: 1, size: 50 },
  });
  const items = found.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Panel title={t('observation.challenges')} count={items.length}>
      <ul className="in-list">
        {items.map((one) => (
          <li key={one.id}>
            <PageLink to={`/challenges/${one.id}`}>{words.pick(one.title, one.titleEn)}</PageLink>
            <StateTag tone={toneOf(one.state)}>{innovation(`state.${one.state}`)}</StateTag>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
