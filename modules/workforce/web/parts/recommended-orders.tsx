import type { ForecastResult, Order } from '@dualtrack/forecast';
import { PageLink, Panel, useLanguage, usePhrases, writeNumber } from '@dualtrack/ui';
import type { ForecastNames } from '../../contract.ts';
import '../workforce.css';
import { nameIn } from './names.ts';
import { useResourceName, wholeNeed } from './resource-needs.tsx';
import { SaveRecommended } from './save-gap.tsx';

/** Recommended orders with their reason in words; each can be turned into an order. */
export function RecommendedOrders(props: {
  readonly forecastId: string;
  readonly names: ForecastNames;
  readonly result: ForecastResult;
}) {
  const t = usePhrases('workforce');
  const { locale } = useLanguage();
  const { orders, ordersBy, ordersExact, runs } = props.result;
  return (
    <Panel
      title={t('recommended.title')}
      count={orders.length}
      actions={<SaveRecommended names={props.names} result={props.result} />}
    >
      {orders.length === 0 ? <p className="dt-quiet">{t('recommended.none')}</p> : null}
      {orders.length > 0 && ordersBy === 'programme' ? (
        <p className="dt-quiet dt-small">
          {t(ordersExact ? 'recommended.exact' : 'recommended.near', { runs: writeNumber(locale, runs, 0) })}
        </p>
      ) : null}
      <div className="wf-cards">
        {orders.map((order, index) => (
          <OrderCard
            // Orders have no ids; their place in the forecast is what they are called by.
            key={`${order.programme} ${order.occupation} ${order.start} ${order.classSize} ${order.covered}`}
            order={order}
            index={index}
            forecastId={props.forecastId}
            names={props.names}
          />
        ))}
      </div>
    </Panel>
  );
}

function OrderCard(props: {
  readonly order: Order;
  readonly index: number;
  readonly forecastId: string;
  readonly names: ForecastNames;
}) {
  const { locale } = useLanguage();
  const t = usePhrases('workforce');
  const { order, names } = props;
  const { params } = order.reason;
  const resourceName = useResourceName();
  const needs = (order.needs ?? [])
    .filter(({ amount }) => amount > 0)
    .map(({ resource, amount }) => `${resourceName(resource)} ${writeNumber(locale, wholeNeed(amount), 0)}`);
  return (
    <article className="wf-card">
      <h3>
        {t('recommended.class', {
          programme: nameIn(names, 'programmes', order.programme, locale),
          seats: order.classSize,
        })}
      </h3>
      <p className="dt-quiet">{t('recommended.times', { start: order.start, ready: order.ready })}</p>
      <p>
        {t('recommended.reason', {
          quarter: order.answers.quarter,
          gap: writeNumber(locale, order.answers.gap.mean, 0),
          occupation: nameIn(names, 'occupations', order.occupation, locale),
          probability: percent(locale, order.answers.shortageProbability),
          joiners: writeNumber(locale, order.expectedJoiners, 0),
        })}
      </p>
      <p>
        {t('recommended.sure', {
          chance: percent(locale, order.fullyNeededProbability),
          quarter: order.answers.quarter,
        })}
        {needs.length === 0
          ? null
          : `${locale === 'zh-CN' ? '' : ' '}${t('recommended.needs', { list: needs.join(locale === 'zh-CN' ? '、' : ', ') })}`}
      </p>
      <p className="dt-quiet">
        {t(`reason.${order.reason.code}`, {
          driver: nameIn(names, 'projects', params.driver, locale),
          heads: writeNumber(locale, params.heads, 0),
        })}{' '}
        {t('recommended.nothing', { cost: writeNumber(locale, order.costOfDoingNothing, 0) })}
      </p>
      <div className="wf-card-end">
        <PageLink to={`/talent-orders/new?forecast=${props.forecastId}&index=${props.index}`}>
          {t('recommended.turn')}
        </PageLink>
      </div>
    </article>
  );
}

/** A share as whole per cent. */
export function percent(locale: Parameters<typeof writeNumber>[0], share: number): string {
  return `${writeNumber(locale, Math.round(share * 100), 0)}%`;
}
