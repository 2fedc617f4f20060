import {
  Figure,
  FigureStrip,
  Loading,
  PageLink,
  Panel,
  useLanguage,
  useOperation,
  usePhrases,
} from '@dualtrack/ui';
import { workforce } from '../client.ts';
import { nameIn } from './names.ts';

const shownOccupations = 4;
const nextQuarters = 4;

/** The largest gaps of the next four quarters, from the newest forecast. */
export function GapCard() {
  const { locale } = useLanguage();
  const t = usePhrases('workforce');
  const list = useOperation('workforce.forecasts', workforce.forecasts.list, { page: 1, size: 1 });
  const forecastId = list.data?.items[0]?.id;
  const found = useOperation(
    'workforce.forecast',
    workforce.forecasts.get,
    { forecastId: forecastId ?? '' },
    { enabled: forecastId !== undefined },
  );
  if (list.isPending || (forecastId !== undefined && found.isPending)) return <Loading />;
  const all = <PageLink to="/demand">{t('card.gapAll')}</PageLink>;
  if (found.data === undefined) {
    return (
      <Panel title={t('card.gap')} actions={all}>
        <p className="dt-quiet">{t('gap.noneNote')}</p>
      </Panel>
    );
  }
  const { names, result, madeAt } = found.data;
  const worst = result.occupations
    .map((one) => {
      const quarters = one.quarters.slice(0, nextQuarters);
      return quarters
        .map((figures) => ({ id: one.id, quarter: figures.quarter, gap: figures.gap.mean }))
        .reduce((left, right) => (right.gap > left.gap ? right : left));
    })
    .sort((left, right) => right.gap - left.gap)
    .slice(0, shownOccupations);
  return (
    <Panel title={t('card.gap')} actions={all}>
      <FigureStrip>
        {worst.map((one) => (
          <Figure
            key={one.id}
            label={`${nameIn(names, 'occupations', one.id, locale)} ${one.quarter}`}
            value={Math.round(one.gap)}
            unit={t('gap.people')}
            asOf={madeAt}
            definition={t('gap.matrixNote')}
            to={`/demand/${forecastId ?? ''}`}
            side="enterprise"
          />
        ))}
      </FigureStrip>
    </Panel>
  );
}
