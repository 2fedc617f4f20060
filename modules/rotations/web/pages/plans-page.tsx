import {
  DataTable,
  Day,
  EmptyState,
  oneOf,
  PageHeader,
  PageLink,
  StateTag,
  usePhrases,
  useSession,
} from '@dualtrack/ui';
import { planStates } from '../../rotation-plan.ts';
import { rotations } from '../client.ts';
import { toneOf } from '../plan-tone.ts';

/** Rotation plans of both sides. */
export function PlansPage() {
  const t = usePhrases('rotations');
  const { role } = useSession().membership;
  const create =
    role === 'school-office' || role === 'programme-head' ? (
      <PageLink className="dt-button dt-button-primary" to="/rotations/new">
        {t('new.title')}
      </PageLink>
    ) : undefined;
  return (
    <>
      <PageHeader title={t('list.title')} actions={create} />
      <DataTable
        name="rotations.list"
        label={t('list.title')}
        load={({ q, sort, page, size, state }, options) =>
          rotations.list({ q, sort, page, size, state: oneOf(planStates, state) }, options)
        }
        columns={[
          {
            key: 'name',
            header: t('plan.name'),
            cell: (row) => row.name,
            text: (row) => row.name,
            isTitle: true,
            isSortable: true,
          },
          {
            key: 'class',
            header: t('plan.class'),
            // A plan that is named after its class says so once.
            cell: (row) =>
              row.name.includes(row.className) ? (
                <span className="dt-quiet">{t('list.same')}</span>
              ) : (
                row.className
              ),
            text: (row) => row.className,
          },
          {
            key: 'firstWeek',
            header: t('plan.firstWeek'),
            cell: (row) => <Day day={row.firstWeek} />,
            text: (row) => row.firstWeek,
            isSortable: true,
          },
          {
            key: 'weeks',
            header: t('plan.weeks'),
            cell: (row) => row.weeks,
            text: (row) => row.weeks,
            isNumber: true,
          },
          {
            key: 'state',
            header: t('plan.state'),
            cell: (row) => <StateTag tone={toneOf(row.state)}>{t(`state.${row.state}`)}</StateTag>,
            text: (row) => t(`state.${row.state}`),
            isSortable: true,
          },
          {
            key: 'changedAt',
            header: t('plan.changed'),
            cell: (row) => <Day day={row.changedAt.slice(0, 10)} />,
            text: (row) => row.changedAt.slice(0, 10),
            isSortable: true,
          },
        ]}
        filters={[
          {
            key: 'state',
            label: t('plan.state'),
            options: planStates.map((value) => ({ value, label: t(`state.${value}`) })),
          },
        ]}
        rowKey={(row) => row.id}
        rowPath={(row) => `/rotations/${row.id}`}
        exportName={t('list.title')}
        empty={
          <EmptyState title={t('list.none')} action={create}>
            {t('list.noneNote')}
          </EmptyState>
        }
      />
    </>
  );
}
