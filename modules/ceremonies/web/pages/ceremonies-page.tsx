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
import { ceremonyStates } from '../../ceremony.ts';
import { api } from '../client.ts';
import { toneOf, useWords } from '../words.ts';

/** Ceremonies of both sides, the last first. */
export function CeremoniesPage() {
  const t = usePhrases('ceremonies');
  const words = useWords();
  const isEnterprise = useSession().membership.organisation.kind === 'enterprise';
  const create = (
    <PageLink className="dt-button dt-button-primary" to="/ceremonies/new">
      {t('new.title')}
    </PageLink>
  );
  return (
    <>
      <PageHeader title={t('list.ceremonies')} actions={create} />
      <DataTable
        name="ceremonies.list"
        label={t('list.ceremonies')}
        load={({ q, sort, page, size, state }, options) =>
          api.ceremonies.list({ q, sort, page, size, state: oneOf(ceremonyStates, state) }, options)
        }
        filters={[
          {
            key: 'state',
            label: t('list.state'),
            options: ceremonyStates.map((value) => ({ value, label: t(`state.${value}`) })),
          },
        ]}
        columns={[
          {
            key: 'title',
            header: t('list.title2'),
            cell: (row) => words.title(row),
            text: (row) => words.title(row),
            isTitle: true,
          },
          {
            key: 'heldOn',
            header: t('list.when'),
            cell: (row) => <Day day={row.heldOn} />,
            text: (row) => row.heldOn,
            isSortable: true,
          },
          {
            key: 'place',
            header: t('list.place'),
            cell: (row) => words.pick(row.place, row.placeEn),
            text: (row) => words.pick(row.place, row.placeEn),
          },
          {
            key: 'partner',
            header: t('list.partner'),
            cell: (row) => words.sides(row)[isEnterprise ? 'school' : 'enterprise'],
            text: (row) => words.sides(row)[isEnterprise ? 'school' : 'enterprise'],
          },
          {
            key: 'state',
            header: t('list.state'),
            cell: (row) => <StateTag tone={toneOf(row.state)}>{t(`state.${row.state}`)}</StateTag>,
            text: (row) => t(`state.${row.state}`),
            isSortable: true,
          },
        ]}
        rowKey={(row) => row.id}
        rowPath={(row) => `/ceremonies/${row.id}`}
        exportName={t('list.ceremonies')}
        empty={
          <EmptyState title={t('list.none')} action={create}>
            {t('list.noneNote')}
          </EmptyState>
        }
      />
    </>
  );
}
