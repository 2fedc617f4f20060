import {
  DataTable,
  DayRange,
  EmptyState,
  oneOf,
  PageHeader,
  PageLink,
  SideTag,
  StateTag,
  usePhrases,
} from '@dualtrack/ui';
import { stayForms } from '../../forms.ts';
import { stayStates } from '../../stay.ts';
import { api } from '../client.ts';
import { toneOf, useWords } from '../words.ts';

/** Teacher practice, mentor posts and shared posts. */
export function StaysPage() {
  const t = usePhrases('talent-sharing');
  const words = useWords();
  const create = (
    <PageLink className="dt-button dt-button-primary" to="/talent-stays/new">
      {t('stay.new')}
    </PageLink>
  );
  return (
    <>
      <PageHeader title={t('area.stays')} actions={create} />
      <DataTable
        name="talentSharing.stays"
        label={t('area.stays')}
        load={({ q, sort, page, size, form, state }, options) =>
          api.stays.list(
            { q, sort, page, size, form: oneOf(stayForms, form), state: oneOf(stayStates, state) },
            options,
          )
        }
        filters={[
          {
            key: 'form',
            label: t('formOf'),
            options: stayForms.map((value) => ({ value, label: t(`form.${value}`) })),
          },
          {
            key: 'state',
            label: t('state'),
            options: stayStates.map((value) => ({ value, label: t(`stay.state.${value}`) })),
          },
        ]}
        columns={[
          {
            key: 'expertName',
            header: t('stay.person'),
            cell: (row) => row.expertName,
            text: (row) => row.expertName,
            isTitle: true,
            isSortable: true,
          },
          {
            key: 'form',
            header: t('formOf'),
            cell: (row) => t(`form.${row.form}`),
            text: (row) => t(`form.${row.form}`),
            isSortable: true,
          },
          {
            key: 'post',
            header: t('stay.post'),
            cell: (row) => row.post,
            text: (row) => row.post,
            isSortable: true,
          },
          {
            key: 'side',
            header: t('expert.organisation'),
            cell: (row) => <SideTag side={row.side}>{words.sides(row)[row.side]}</SideTag>,
            text: (row) => words.sides(row)[row.side],
          },
          {
            key: 'fromOn',
            header: t('need.when'),
            cell: (row) => <DayRange from={row.fromOn} to={row.toOn} />,
            text: (row) => `${row.fromOn} – ${row.toOn}`,
            isSortable: true,
          },
          {
            key: 'days',
            header: t('stay.days'),
            cell: (row) => row.days,
            text: (row) => row.days,
            isNumber: true,
          },
          {
            key: 'state',
            header: t('state'),
            cell: (row) => <StateTag tone={toneOf(row.state)}>{t(`stay.state.${row.state}`)}</StateTag>,
            text: (row) => t(`stay.state.${row.state}`),
            isSortable: true,
          },
        ]}
        rowKey={(row) => row.id}
        rowPath={(row) => `/talent-stays/${row.id}`}
        exportName={t('area.stays')}
        empty={
          <EmptyState title={t('stay.none')} action={create}>
            {t('stay.noneNote')}
          </EmptyState>
        }
      />
    </>
  );
}
