import {
  DataTable,
  EmptyState,
  OrganisationName,
  oneOf,
  PageHeader,
  PageLink,
  useAddressQuery,
  usePhrases,
} from '@dualtrack/ui';
import { accounts } from '../client.ts';
import { RegisterForm } from '../parts/register-form.tsx';

const kinds = ['school', 'enterprise', 'authority', 'host'] as const;

/** The operator's page: every organisation of the installation, a form to register one, the way to its first person. */
export function RegistrationsPage() {
  const t = usePhrases('organisations');
  const [query, change] = useAddressQuery();
  const title = t('registrations.title');
  if (query.edit === 'new') return <RegisterForm title={title} onClose={() => change({ edit: undefined })} />;
  const links = (
    <>
      <PageLink className="dt-button dt-button-primary" to="/settings/organisations?edit=new">
        {t('registrations.add')}
      </PageLink>
      <PageLink className="dt-button" to="/settings/import">
        {t('list.import')}
      </PageLink>
    </>
  );
  return (
    <>
      <PageHeader title={title} note={t('registrations.note')} actions={links} />
      <DataTable
        name="accounts.organisations"
        label={title}
        load={({ q, sort, page, size, kind }, call) =>
          accounts.organisations.find({ q, sort, page, size, kind: oneOf(kinds, kind) }, call)
        }
        defaultSort="name"
        filters={[
          {
            key: 'kind',
            label: t('profile.kind'),
            options: kinds.map((value) => ({ value, label: t(`kind.${value}`) })),
          },
        ]}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'name',
            header: t('column.name'),
            cell: (row) => <OrganisationName organisation={row} />,
            text: (row) => row.name,
            isTitle: true,
            isSortable: true,
          },
          {
            key: 'kind',
            header: t('profile.kind'),
            cell: (row) => t(`kind.${row.kind}`),
            text: (row) => t(`kind.${row.kind}`),
            isSortable: true,
          },
          {
            key: 'code',
            header: t('profile.code'),
            cell: (row) => row.code,
            text: (row) => row.code,
            isSortable: true,
          },
          {
            key: 'region',
            header: t('sites.region'),
            cell: (row) => row.regionCode ?? '—',
            text: (row) => row.regionCode,
          },
          {
            key: 'invite',
            header: t('column.actions'),
            cell: (row) => (
              <PageLink to={`/settings/people?tab=invitations&invite=1&organisation=${row.id}`}>
                {t('list.invite')}
                <span className="dt-hidden"> {row.name}</span>
              </PageLink>
            ),
          },
        ]}
        exportName={title}
        empty={
          <EmptyState title={t('registrations.none')} action={links}>
            {t('list.emptyBoth')}
          </EmptyState>
        }
      />
    </>
  );
}
