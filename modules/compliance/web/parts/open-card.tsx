import { ErrorState, Loading, PageLink, Panel, useOperation, usePhrases } from '@dualtrack/ui';
import { compliance } from '../client.ts';
import '../compliance.css';

/** What is open in compliance: breached, unknown, lapsing, not checked. */
export function OpenCard() {
  const t = usePhrases('compliance');
  const found = useOperation('compliance.overview', compliance.overview, undefined);
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { tally, unchecked, lapses } = found.data;
  const lines = [
    {
      count: tally.breached,
      to: '/compliance?only=breached',
      says: t('card.breached', { count: tally.breached }),
    },
    {
      count: tally.unknown,
      to: '/compliance?only=unknown',
      says: t('card.unknown', { count: tally.unknown }),
    },
    { count: lapses.length, to: '/compliance', says: t('card.lapses', { count: lapses.length }) },
    { count: unchecked, to: '/compliance?only=unchecked', says: t('card.unchecked', { count: unchecked }) },
  ].filter((line) => line.count > 0);
  return (
    <Panel title={t('card.title')} actions={<PageLink to="/compliance">{t('classes.title')}</PageLink>}>
      {lines.length === 0 ? <p className="dt-quiet">{t('card.none')}</p> : null}
      <ul className="cp-list">
        {lines.map((line) => (
          <li key={line.says}>
            <PageLink to={line.to}>{line.says}</PageLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
