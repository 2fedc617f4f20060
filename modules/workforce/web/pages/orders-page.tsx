import {
  DataTable,
  Day,
  EmptyState,
  OrganisationName,
  oneOf,
  PageHeader,
  PageLink,
  StateTag,
  usePhrases,
  useSession,
} from '@dualtrack/ui';
import { orderStates } from '../../talent-order.ts';
import { workforce } from '../client.ts';
import { toneOf } from '../parts/order-tone.ts';

/** Orders of both sides: what was asked for, and where it stands. */
export function OrdersPage() {
  const t = usePhrases('workforce');
  const { membership } = useSession();
  const isEnterprise = membership.organisation.kind === 'enterprise';
  const create = isEnterprise ? <PageLink to="/talent-orders/new">{t('orders.new')}</PageLink> : undefined;
  return (
    <>
      <PageHeader title={t('orders.title')} actions={create} />
      <DataTable
        name="workforce.orders"
        label={t('orders.title')}
        load={({ q, sort, page, size, state }, options) =>
          workforce.orders.list({ q, sort, page, size, state: oneOf(orderStates, state) }, options)
        }
        columns={[
          {
            key: 'className',
            header: t('order.className'),
            cell: (row) => row.className,
            text: (row) => row.className,
            isTitle: true,
            isSortable: true,
          },
          {
            key: 'programme',
            header: t('order.programme'),
            cell: (row) => (
              <OrganisationName organisation={{ name: row.programmeName, nameEn: row.programmeNameEn }} />
            ),
            text: (row) => row.programmeName,
          },
          {
            key: 'partner',
            header: isEnterprise ? t('order.school') : t('order.enterprise'),
            cell: (row) =>
              isEnterprise ? (
                <OrganisationName organisation={{ name: row.school, nameEn: row.schoolEn }} />
              ) : (
                <OrganisationName organisation={{ name: row.enterprise, nameEn: row.enterpriseEn }} />
              ),
            text: (row) => (isEnterprise ? row.school : row.enterprise),
          },
          {
            key: 'seats',
            header: t('order.seats'),
            cell: (row) => row.seats,
            text: (row) => row.seats,
            isNumber: true,
            isSortable: true,
          },
          {
            key: 'startQuarter',
            header: t('order.start'),
            cell: (row) => row.startQuarter,
            text: (row) => row.startQuarter,
            isSortable: true,
          },
          {
            key: 'state',
            header: t('order.state'),
            cell: (row) => <StateTag tone={toneOf(row.state)}>{t(`state.${row.state}`)}</StateTag>,
            text: (row) => t(`state.${row.state}`),
            isSortable: true,
          },
          {
            key: 'changedAt',
            header: t('order.changed'),
            cell: (row) => <Day day={row.changedAt.slice(0, 10)} />,
            text: (row) => row.changedAt.slice(0, 10),
            isSortable: true,
          },
        ]}
        filters={[
          {
            key: 'state',
            label: t('order.state'),
            options: orderStates.map((value) => ({ value, label: t(`state.${value}`) })),
          },
        ]}
        rowKey={(row) => row.id}
        rowPath={(row) => `/talent-orders/${row.id}`}
        exportName={t('orders.title')}
        empty={
          <EmptyState
            title={t('orders.none')}
            action={isEnterprise ? <PageLink to="/demand">{t('gap.title')}</PageLink> : undefined}
          >
            {isEnterprise ? t('orders.noneEnterprise') : t('orders.noneSchool')}
          </EmptyState>
        }
      />
    </>
  );
}
