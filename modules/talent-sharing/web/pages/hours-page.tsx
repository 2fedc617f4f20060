import {
  DataTable,
  Day,
  EmptyState,
  Money,
  oneOf,
  PageHeader,
  SideTag,
  today,
  useAddressQuery,
  usePhrases,
} from '@dualtrack/ui';
import { forms } from '../../forms.ts';
import { sides } from '../../side.ts';
import { api } from '../client.ts';
import { CertificateCell } from '../parts/certificate-cell.tsx';
import { useOwn, useWords } from '../words.ts';

/** The years that have or may have hours, latest first. */
const years = Array.from({ length: 6 }, (_, at) => String(Number(today().slice(0, 4)) - at));

/** Every attested hour, by side, form, month and year, with or without a certificate. */
export function HoursPage() {
  const t = usePhrases('talent-sharing');
  const booking = usePhrases('talent-booking');
  const words = useWords();
  const { isLead } = useOwn();
  const [{ month }] = useAddressQuery();
  const known = month !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : undefined;
  return (
    <>
      <PageHeader
        title={t('area.hours')}
        {...(isLead ? { crumbs: [{ label: t('area.ledger'), to: '/talent-ledger' }] } : {})}
        note={t('ledger.note')}
      />
      <DataTable
        name="talentSharing.hours"
        label={t('area.hours')}
        load={({ q, sort, page, size, giver, form, year, certificate }, options) =>
          api.ledger.entries(
            {
              ...{ q, sort, page, size, giver: oneOf(sides, giver), form: oneOf(forms, form), month: known },
              ...{ year: oneOf(years, year), certificate: oneOf(['made', 'none'], certificate) },
            },
            options,
          )
        }
        filters={[
          {
            key: 'giver',
            label: t('ledger.giver'),
            options: sides.map((value) => ({ value, label: t(`side.${value}`) })),
          },
          {
            key: 'form',
            label: t('formOf'),
            options: forms.map((value) => ({ value, label: t(`form.${value}`) })),
          },
          { key: 'year', label: t('ledger.year'), options: years.map((value) => ({ value, label: value })) },
          {
            key: 'certificate',
            label: booking('certificate.title'),
            options: (['made', 'none'] as const).map((value) => ({
              value,
              label: booking(`certificate.filter.${value}`),
            })),
          },
        ]}
        columns={[
          {
            key: 'title',
            header: t('title'),
            cell: (row) => row.title,
            text: (row) => row.title,
            isTitle: true,
            isSortable: true,
          },
          {
            key: 'onDay',
            header: t('ledger.on'),
            cell: (row) => <Day day={row.onDay} />,
            text: (row) => row.onDay,
            isSortable: true,
          },
          {
            key: 'expertName',
            header: t('need.expert'),
            cell: (row) => row.expertName,
            text: (row) => row.expertName,
            isSortable: true,
          },
          {
            key: 'giver',
            header: t('ledger.giver'),
            cell: (row) => <SideTag side={row.giver} />,
            text: (row) => t(`side.${row.giver}`),
          },
          {
            key: 'form',
            header: t('formOf'),
            cell: (row) => t(`form.${row.form}`),
            text: (row) => t(`form.${row.form}`),
          },
          {
            key: 'minutes',
            header: t('ledger.hours'),
            cell: (row) => words.hours(row.minutes),
            text: (row) => row.minutes / 60,
            isNumber: true,
            isSortable: true,
          },
          {
            key: 'fee',
            header: t('ledger.fee'),
            cell: (row) =>
              row.isShared ? <Money money={{ amount: row.fee, currency: 'CNY' }} /> : t('ledger.ownHours'),
            text: (row) => row.fee / 100,
            isNumber: true,
            isSortable: true,
          },
          {
            key: 'certificate',
            header: booking('certificate.make'),
            cell: (row) => <CertificateCell entry={row} />,
            text: (row) => row.certificateNumber,
          },
        ]}
        rowKey={(row) => row.id}
        rowPath={(row) =>
          row.sessionId === null ? `/talent-stays/${row.stayId}` : `/talent-sessions/${row.sessionId}`
        }
        exportName={t('area.hours')}
        empty={<EmptyState title={t('ledger.noHours')}>{t('ledger.noHoursNote')}</EmptyState>}
      />
    </>
  );
}
