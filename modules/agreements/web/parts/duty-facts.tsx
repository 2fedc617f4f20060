import { Day, ErrorState, Loading, PageLink, useNameOf, useOperation, usePhrases } from '@dualtrack/ui';
import type { DueView } from '../../contract/obligations.ts';
import { type Metric, metricHead } from '../../metric.ts';
import { agreements } from '../client.ts';
import { useDutyWords } from '../duty-words.ts';

const sources = [
  ...([
    'order-classes',
    'training-bases',
    'rotations',
    'outcomes',
    'ceremonies',
    'agreements',
    'evidence',
  ] as const),
];

type FactsProps = {
  readonly agreementId: string;
  readonly obligationId: string;
  readonly due: DueView;
  readonly metric: Metric;
};

/** The facts behind one figure: where each comes from, its day, and how much it adds. */
export function DutyFacts(props: FactsProps) {
  const { agreementId, obligationId, due, metric } = props;
  const t = usePhrases('obligations');
  const words = useDutyWords();
  const nameOf = useNameOf();
  const { dueKey } = due;
  const found = useOperation('agreements.facts', agreements.obligations.facts, {
    agreementId,
    obligationId,
    dueKey,
  });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { items } = found.data;
  const isShare = metricHead(metric).measure === 'share';
  const source = (name: string) => {
    const known = sources.find((one) => one === name);
    return known === undefined ? name : t(`source.${known}`);
  };
  if (items.length === 0) return <p className="duty-facts dt-quiet">{t('duty.noFacts')}</p>;
  return (
    <div className="duty-facts">
      <table>
        <thead>
          <tr>
            <th>{t('duty.day')}</th>
            <th>{t('duty.what')}</th>
            <th>{t('duty.source')}</th>
            <th className="duty-number">{t('duty.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((fact) => (
            <tr key={`${fact.source} ${fact.record}`}>
              <td>
                <Day day={fact.happenedOn} />
              </td>
              <td>
                <FactLink path={fact.path}>
                  {nameOf({ name: fact.label, nameEn: fact.labelEn }) || t('duty.open')}
                </FactLink>
              </td>
              <td>{source(fact.source)}</td>
              <td className="duty-number">
                {isShare ? `${fact.amount}/${fact.whole}` : words.amount(metric, fact.amount)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="dt-small">{t('duty.sum', { sum: words.achieved(metric, found.data) })}</p>
    </div>
  );
}

function FactLink(props: { readonly path: string; readonly children: string }) {
  const { path, children } = props;
  if (path === '') return children;
  // A document is fetched, everything else is a page of the product.
  if (path.startsWith('/api/')) {
    return (
      <a href={path} target="_blank" rel="noreferrer">
        {children}
      </a>
    );
  }
  return <PageLink to={path}>{children}</PageLink>;
}
