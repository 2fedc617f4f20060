import {
  DataTable,
  dayOfInstant,
  EmptyState,
  Moment,
  StateTag,
  useLanguage,
  usePhrases,
  writeDay,
} from '@dualtrack/ui';
import { useState } from 'react';
import { accounts } from '../client.ts';

/** Invitations that were sent, and what came of them. */
export function InvitationList() {
  const t = usePhrases('accounts');
  const shell = usePhrases('shell');
  const { locale } = useLanguage();
  const [now] = useState(() => new Date().toISOString());
  const stateOf = (row: { acceptedAt: string | null; expiresAt: string }) => {
    if (row.acceptedAt !== null) return { tone: 'done', text: t('invitations.accepted') } as const;
    if (row.expiresAt < now) return { tone: 'danger', text: t('invitations.expired') } as const;
    const day = writeDay(locale, dayOfInstant(row.expiresAt), 'day');
    return { tone: 'now', text: t('invitations.open', { day }) } as const;
  };
  return (
    <DataTable
      name="accounts.invitations"
      label={t('people.invitations')}
      load={accounts.invitations.list}
      isSearchable={false}
      defaultSort="-createdAt"
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          header: t('people.name'),
          cell: (row) => row.name,
          text: (row) => row.name,
          isTitle: true,
          isSortable: true,
        },
        {
          key: 'address',
          header: t('invitations.address'),
          cell: (row) => row.address,
          text: (row) => row.address,
        },
        {
          key: 'role',
          header: t('people.role'),
          cell: (row) => shell(`role.${row.role}`),
          text: (row) => shell(`role.${row.role}`),
        },
        {
          key: 'createdAt',
          header: t('invitations.sent'),
          cell: (row) => <Moment instant={row.createdAt} />,
          text: (row) => row.createdAt,
          isSortable: true,
        },
        {
          key: 'state',
          header: t('invitations.state'),
          cell: (row) => <StateTag tone={stateOf(row).tone}>{stateOf(row).text}</StateTag>,
          text: (row) => stateOf(row).text,
        },
      ]}
      exportName={t('people.invitations')}
      empty={<EmptyState title={t('invitations.none')}>{t('people.noneNote')}</EmptyState>}
    />
  );
}
