import { Loading, PageLink, Panel, StateTag, useOperation, usePhrases, useSession } from '@dualtrack/ui';
import { workforce } from '../client.ts';
import '../workforce.css';
import { toneOf } from './order-tone.ts';

/** Orders that wait: for our answer at the school, on their way at the enterprise. */
export function OrdersCard() {
  const t = usePhrases('workforce');
  const { membership } = useSession();
  const isSchool = membership.organisation.kind === 'school';
  const list = useOperation('workforce.orders', workforce.orders.list, {
    page: 1,
    size: 5,
    ...(isSchool ? { state: 'proposed' as const } : {}),
  });
  if (list.isPending) return <Loading />;
  const items = list.data?.items ?? [];
  return (
    <Panel
      title={isSchool ? t('card.waiting') : t('card.orders')}
      count={list.data?.total ?? 0}
      actions={<PageLink to="/talent-orders">{t('orders.title')}</PageLink>}
    >
      {items.length === 0 ? <p className="dt-quiet">{t('card.ordersNone')}</p> : null}
      <ul className="dt-plain-list">
        {items.map((order) => (
          <li key={order.id} className="wf-row">
            <PageLink to={`/talent-orders/${order.id}`}>{order.className}</PageLink>
            <span className="dt-quiet">
              {t('order.seats')} {order.seats}
            </span>
            <StateTag tone={toneOf(order.state)}>{t(`state.${order.state}`)}</StateTag>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
