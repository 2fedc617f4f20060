import { ErrorState, Panel, useOperation, usePhrases } from '@dualtrack/ui';
import { funnelStages } from '../../outcome.ts';
import { outcomes } from '../client.ts';

/** How far people came, by the year in which their class began. */
export function TrendTable() {
  const t = usePhrases('outcomes');
  const trend = useOperation('outcomes.trend', outcomes.trend, {});
  if (trend.isError) return <ErrorState error={trend.error} onRetry={() => void trend.refetch()} />;
  if (trend.data === undefined) return null;
  return (
    <Panel title={t('trend.title')}>
      {trend.data.length === 0 ? (
        <p className="dt-quiet">{t('trend.none')}</p>
      ) : (
        <div className="out-scroll">
          <table className="out-marks" aria-label={t('trend.title')}>
            <thead>
              <tr>
                <th>{t('trend.year')}</th>
                <th className="out-number">{t('trend.classes')}</th>
                {funnelStages.map((stage) => (
                  <th key={stage} className="out-number">
                    {t(`stage.${stage}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {trend.data.map((one) => (
                <tr key={one.year}>
                  <th scope="row">{one.year}</th>
                  <td className="out-number">{one.classes}</td>
                  {funnelStages.map((stage) => (
                    <td key={stage} className="out-number">
                      {one.funnel[stage]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
