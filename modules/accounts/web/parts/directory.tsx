import {
  DataTable,
  EmptyState,
  OrganisationName,
  Panel,
  StateTag,
  useNameOf,
  usePhrases,
  useSession,
  useToast,
  useWrite,
  WhyNotButton,
} from '@dualtrack/ui';
import { accounts } from '../client.ts';

type DirectoryProps = {
  readonly partnerIds: readonly string[];
  /** Why no offer can be made by this person. */
  readonly whyNot: string | undefined;
};

/** Organisations of the other side, to which a partnership can be offered. */
export function Directory(props: DirectoryProps) {
  const t = usePhrases('accounts');
  const nameOf = useNameOf();
  const toast = useToast();
  const { membership } = useSession();
  const side = membership.organisation.kind;
  const kind = side === 'school' ? 'enterprise' : 'school';
  const offer = useWrite(accounts.partnerships.offer, { invalidates: ['accounts'] });
  const send = (row: { id: string; name: string; nameEn: string }) =>
    offer.mutate(
      { organisationId: row.id },
      { onSuccess: () => toast(t('partners.offered', { name: nameOf(row) })) },
    );
  return (
    <Panel title={t('partners.directoryOf', { side })}>
      <DataTable
        name="accounts.organisations"
        label={t('partners.directory')}
        load={({ q, sort, page, size }, call) =>
          accounts.organisations.find({ q, sort, page, size, kind }, call)
        }
        defaultSort="name"
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'name',
            header: t('people.name'),
            cell: (row) => <OrganisationName organisation={row} />,
            text: (row) => row.name,
            isTitle: true,
            isSortable: true,
          },
          {
            key: 'code',
            header: t('partners.code'),
            cell: (row) => row.code,
            text: (row) => row.code,
            isSortable: true,
          },
          {
            key: 'region',
            header: t('partners.region'),
            cell: (row) => row.regionCode ?? '—',
            text: (row) => row.regionCode,
          },
          {
            key: 'offer',
            header: t('partners.title'),
            cell: (row) =>
              props.partnerIds.includes(row.id) ? (
                <StateTag tone="done">{t('partners.isPartner')}</StateTag>
              ) : (
                <WhyNotButton size="small" whyNot={props.whyNot} onClick={() => send(row)}>
                  {t('partners.offer')}
                </WhyNotButton>
              ),
          },
        ]}
        empty={<EmptyState title={t('partners.directoryNone')}>{t('partners.directoryNoneNote')}</EmptyState>}
      />
    </Panel>
  );
}
