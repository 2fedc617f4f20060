import {
  EmptyState,
  ErrorState,
  Loading,
  PageHeader,
  PageLink,
  Panel,
  SaveRows,
  useNameOf,
  useOperation,
  usePhrases,
} from '@dualtrack/ui';
import { workforce } from '../client.ts';
import '../workforce.css';

/** What the school can give: graduates and promises by programme and quarter, and demand it could answer. */
export function SupplyPage() {
  const t = usePhrases('workforce');
  const nameOf = useNameOf();
  const found = useOperation('workforce.supply', workforce.supply, undefined);
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { quarters, programmes } = found.data;
  return (
    <>
      <PageHeader
        title={t('supply.title')}
        note={t('supply.note')}
        actions={
          <SaveRows
            fileName={t('supply.title')}
            rows={programmes.flatMap((one) => quarters.map((quarter, at) => ({ one, quarter, at })))}
            columns={[
              [t('supply.programme'), ({ one }) => nameOf(one)],
              [t('save.major'), ({ one }) => one.majorCode],
              [t('gap.quarter'), ({ quarter }) => quarter],
              [t('supply.graduates'), ({ one, at }) => one.graduates[at] ?? 0],
              [t('supply.promised'), ({ one, at }) => one.promised[at] ?? 0],
            ]}
          />
        }
      />
      {programmes.length === 0 ? (
        <EmptyState
          title={t('supply.none')}
          action={<PageLink to="/settings/import">{t('gap.import')}</PageLink>}
        >
          {t('supply.noneNote')}
        </EmptyState>
      ) : null}
      <div className="wf-split">
        {programmes.map((one) => (
          <Panel key={one.id} title={`${nameOf(one)} · ${one.majorCode}`} count={one.answerable.length}>
            <div className="wf-matrix-frame">
              <table className="wf-matrix" aria-label={nameOf(one)}>
                <thead>
                  <tr>
                    <th scope="col">
                      <span className="dt-hidden">{t('supply.programme')}</span>
                    </th>
                    {quarters.map((quarter) => (
                      <th key={quarter} scope="col" className="dt-number">
                        {quarter}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {(['graduates', 'promised'] as const).map((key) => (
                    <tr key={key}>
                      <th scope="row">{t(`supply.${key}`)}</th>
                      {one[key].map((count, place) => (
                        <td key={quarters[place]} className={`dt-number ${count === 0 ? 'wf-enough' : ''}`}>
                          {count}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <h3 className="wf-subtitle">{t('supply.answerable')}</h3>
            {one.answerable.length === 0 ? <p className="dt-quiet">{t('supply.nothing')}</p> : null}
            <ul className="dt-plain-list">
              {one.answerable.map((demand) => (
                <li key={demand.id} className="wf-row">
                  <PageLink
                    to={
                      demand.kind === 'notice' ? `/demand-board/${demand.id}` : `/talent-orders/${demand.id}`
                    }
                  >
                    {t('supply.item', {
                      enterprise: nameOf({ name: demand.enterprise, nameEn: demand.enterpriseEn }),
                      title: nameOf({ name: demand.title, nameEn: demand.titleEn }),
                      people: demand.people,
                      from: demand.fromQuarter,
                    })}
                  </PageLink>
                </li>
              ))}
            </ul>
          </Panel>
        ))}
      </div>
    </>
  );
}
