import { rolesByKind } from '@dualtrack/platform/contract';
import {
  ConfirmButton,
  DataTable,
  Day,
  dayOfInstant,
  EmptyState,
  oneOf,
  PersonName,
  sideOfRole,
  usePhrases,
  useSession,
  useWrite,
} from '@dualtrack/ui';
import { accounts } from '../client.ts';

/** Who acts for the organisation; a membership can be ended by the office. */
export function MemberList() {
  const t = usePhrases('accounts');
  const shell = usePhrases('shell');
  const { membership } = useSession();
  const roles = rolesByKind[membership.organisation.kind];
  const end = useWrite(accounts.members.end, { invalidates: ['accounts'], done: t('people.ended') });
  return (
    <DataTable
      name="accounts.members"
      label={t('people.members')}
      load={({ q, sort, page, size, role }, call) =>
        accounts.members.list({ q, sort, page, size, role: oneOf(roles, role) }, call)
      }
      defaultSort="name"
      filters={[
        {
          key: 'role',
          label: t('people.role'),
          options: roles.map((value) => ({ value, label: shell(`role.${value}`) })),
        },
      ]}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          header: t('people.name'),
          cell: (row) => <PersonName person={row} side={sideOfRole(row.role)} />,
          text: (row) => row.name,
          isTitle: true,
          isSortable: true,
        },
        {
          key: 'title',
          header: t('people.jobTitle'),
          cell: (row) => row.title || '—',
          text: (row) => row.title,
        },
        {
          key: 'role',
          header: t('people.role'),
          cell: (row) => shell(`role.${row.role}`),
          text: (row) => shell(`role.${row.role}`),
          isSortable: true,
        },
        {
          key: 'createdAt',
          header: t('people.since'),
          cell: (row) => <Day day={dayOfInstant(row.createdAt)} style="day" />,
          text: (row) => dayOfInstant(row.createdAt),
          isSortable: true,
        },
        {
          key: 'end',
          header: t('people.end'),
          cell: (row) =>
            row.id === membership.id ? (
              <span className="dt-quiet">{t('people.yourself')}</span>
            ) : (
              <ConfirmButton
                size="small"
                type="text"
                danger
                aria-label={t('people.endLabel', { name: row.name })}
                title={t('people.endQuestion', { name: row.name })}
                consequence={t('people.endConsequence', { name: row.name })}
                confirmLabel={t('people.endConfirm')}
                onConfirm={() => end.mutateAsync({ membershipId: row.id })}
              >
                {t('people.end')}
              </ConfirmButton>
            ),
        },
      ]}
      exportName={t('people.members')}
      empty={<EmptyState title={t('people.none')}>{t('people.noneNote')}</EmptyState>}
    />
  );
}
