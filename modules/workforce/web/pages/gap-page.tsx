import {
  EmptyState,
  ErrorState,
  Loading,
  Moment,
  ownAddress,
  PageHeader,
  PageLink,
  Panel,
  useGo,
  useOperation,
  usePath,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { workforce } from '../client.ts';
import { ForecastRuns } from '../parts/forecast-runs.tsx';
import { GapChart } from '../parts/gap-chart.tsx';
import { GapMatrix } from '../parts/gap-matrix.tsx';
import { RecommendedOrders } from '../parts/recommended-orders.tsx';
import { ResourceNeeds } from '../parts/resource-needs.tsx';
import { SaveGap } from '../parts/save-gap.tsx';
import { WalkBack } from '../parts/walk-back.tsx';
import '../workforce.css';

/** Where a forecast becomes a challenge for the partners. */
const challengeFrom = (record: string, note: string) =>
  `/challenges/new?${new URLSearchParams({ from: 'forecast', place: 'forecast', record, note }).toString()}`;

/** The talent gap: the newest forecast, or the one in the address. */
export function GapPage() {
  const t = usePhrases('workforce');
  const news = usePhrases('innovation-news');
  const go = useGo();
  const chosen = /^\/demand\/([^/]+)/.exec(usePath())?.[1];
  const list = useOperation('workforce.forecasts', workforce.forecasts.list, {
    page: 1,
    size: 20,
    kind: 'plan',
  });
  const make = useWrite(workforce.forecasts.make, {
    invalidates: ['workforce'],
  });
  // Whoever asked for it here is led to it; whoever came back reads on where they are.
  const openMade = (runId: string) => {
    if (make.data?.runId === runId) go(`/demand/${make.data.id}`);
  };
  const action = (
    <Button type="primary" loading={make.isPending} onClick={() => make.mutate({})}>
      {t('gap.make')}
    </Button>
  );
  const forecastId = chosen ?? list.data?.items[0]?.id;
  const nameOfForecast = list.data?.items.find((one) => one.id === forecastId)?.name ?? '';
  return (
    <>
      <PageHeader
        title={t('gap.title')}
        actions={
          forecastId === undefined ? undefined : (
            <>
              <PageLink className="dt-button" to={`/demand/scenarios?forecast=${forecastId}`}>
                {t('scenario.open')}
              </PageLink>
              <PageLink className="dt-button" to={`/challenges?origin=${forecastId}`}>
                {news('origin.list')}
              </PageLink>
              <PageLink className="dt-button" to={challengeFrom(forecastId, nameOfForecast)}>
                {news('origin.start')}
              </PageLink>
              {action}
            </>
          )
        }
      />
      <ForecastRuns kind="forecast" onDone={openMade} />
      {list.isPending ? <Loading /> : null}
      {list.isError ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data !== undefined && forecastId === undefined ? (
        <EmptyState title={t('gap.none')} action={action}>
          {t('gap.noneNote')} <PageLink to="/settings/import">{t('gap.import')}</PageLink>
        </EmptyState>
      ) : null}
      {forecastId === undefined ? null : <ForecastView key={forecastId} forecastId={forecastId} />}
      {list.data !== undefined && list.data.items.length > 1 ? (
        <Panel title={t('gap.others')} count={list.data.total}>
          <ul className="dt-plain-list">
            {list.data.items.map((one) => (
              <li key={one.id} className="wf-row">
                <PageLink to={ownAddress(`/demand/${one.id}`)}>
                  <Moment instant={one.madeAt} />
                </PageLink>
                <span className="dt-quiet">
                  {one.startQuarter} · {one.quarters}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
    </>
  );
}

function ForecastView(props: { readonly forecastId: string }) {
  const { forecastId } = props;
  const t = usePhrases('workforce');
  const found = useOperation('workforce.forecast', workforce.forecasts.get, { forecastId });
  const [occupation, setOccupation] = useState<string>();
  const [cell, setCell] = useState<{ occupation: string; quarter: string }>();
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { names, result, plan } = found.data;
  const shown = occupation ?? worstOccupation(result);
  return (
    <div className="wf-split">
      <Panel title={t('gap.matrix')} actions={<SaveGap names={names} result={result} />}>
        <p className="dt-quiet dt-small">{t('gap.matrixNote')}</p>
        <GapMatrix
          names={names}
          result={result}
          occupation={shown}
          onOccupation={setOccupation}
          onCell={(id, quarter) => {
            setOccupation(id);
            setCell({ occupation: id, quarter });
          }}
        />
      </Panel>
      {cell === undefined ? null : (
        <WalkBack
          forecastId={forecastId}
          names={names}
          plan={plan}
          {...cell}
          onClose={() => setCell(undefined)}
        />
      )}
      <GapChart names={names} result={result} occupation={shown} />
      <RecommendedOrders forecastId={forecastId} names={names} result={result} />
      <ResourceNeeds result={result} />
    </div>
  );
}

/** The occupation with the largest gap in any quarter. */
function worstOccupation(result: {
  occupations: readonly { id: string; quarters: readonly { gap: { mean: number } }[] }[];
}): string {
  const worst = result.occupations
    .map((one) => ({ id: one.id, gap: Math.max(...one.quarters.map((figures) => figures.gap.mean)) }))
    .sort((left, right) => right.gap - left.gap)[0];
  return worst?.id ?? '';
}
