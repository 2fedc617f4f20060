import {
  DataTable,
  Day,
  EmptyState,
  OrganisationName,
  PageHeader,
  PageLink,
  usePhrases,
  useSession,
} from '@dualtrack/ui';
import { bases } from '../client.ts';

const founders = ['school-office', 'programme-head', 'enterprise-hr', 'project-lead'];

/** Training bases of both sides, with what they offer. */
export function BasesPage() {
  const t = usePhrases('training-bases');
  const { membership } = useSession();
  const isEnterprise = membership.organisation.kind === 'enterprise';
  const create = founders.includes(membership.role) ? (
    <PageLink className="dt-button dt-button-primary" to="/bases/new">
      {t('new.title')}
    </PageLink>
  ) : undefined;
  return (
    <>
      <PageHeader title={t('list.title')} actions={create} />
      <DataTable
        name="training-bases.list"
        label={t('list.title')}
        load={({ q, sort, page, size }, options) => bases.list({ q, sort, page, size }, options)}
        columns={[
          {
            key: 'name',
            header: t('base.name'),
            cell: (row) => <OrganisationName organisation={row} />,
            text: (row) => row.name,
            isTitle: true,
            isSortable: true,
          },
          {
            key: 'partner',
            header: isEnterprise ? t('base.school') : t('base.enterprise'),
            cell: (row) => (
              <OrganisationName
                organisation={
                  isEnterprise
                    ? { name: row.school, nameEn: row.schoolEn }
                    : { name: row.enterprise, nameEn: row.enterpriseEn }
                }
              />
            ),
            text: (row) => (isEnterprise ? row.school : row.enterprise),
          },
          {
            key: 'unitCount',
            header: t('units.title'),
            cell: (row) => row.unitCount,
            text: (row) => row.unitCount,
            isNumber: true,
          },
          {
            key: 'stationCount',
            header: t('stations.title'),
            cell: (row) => row.stationCount,
            text: (row) => row.stationCount,
            isNumber: true,
          },
          {
            key: 'places',
            header: t('stations.places'),
            cell: (row) => row.places,
            text: (row) => row.places,
            isNumber: true,
          },
          {
            key: 'unveiledOn',
            header: t('base.unveiledOn'),
            cell: (row) => (row.unveiledOn === null ? t('base.notYet') : <Day day={row.unveiledOn} />),
            text: (row) => row.unveiledOn ?? '',
            isSortable: true,
          },
        ]}
        rowKey={(row) => row.id}
        rowPath={(row) => `/bases/${row.id}`}
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
