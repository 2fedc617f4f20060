import {
  DataTable,
  DayRange,
  EmptyState,
  oneOf,
  PageHeader,
  PageLink,
  StateTag,
  useNameOf,
  usePhrases,
  useSession,
} from '@dualtrack/ui';
import { classStates } from '../../order-class.ts';
import type { ClassItem } from '../../shapes.ts';
import { classTone } from '../class-words.ts';
import { orderClasses } from '../client.ts';

/** All order classes of the own side. */
export function ClassesPage() {
  const t = usePhrases('order-classes');
  const nameOf = useNameOf();
  const { role, organisation } = useSession().membership;
  const isSchool = organisation.kind === 'school';
  const mayStart = role === 'school-office' || role === 'programme-head';
  const start = mayStart ? (
    <PageLink className="dt-button dt-button-primary" to="/order-classes/new">
      {t('list.new')}
    </PageLink>
  ) : null;
  const partner = (row: ClassItem) =>
    isSchool
      ? nameOf({ name: row.enterprise, nameEn: row.enterpriseEn })
      : nameOf({ name: row.school, nameEn: row.schoolEn });
  return (
    <>
      <PageHeader title={t('list.title')} actions={start} />
      <DataTable
        name="order-classes.list"
        label={t('list.title')}
        load={({ q, sort, page, size, state, scope }, options) =>
          orderClasses.classes.list(
            { q, sort, page, size, state: oneOf(classStates, state), scope: oneOf(['mine'], scope) },
            options,
          )
        }
        rowKey={(row) => row.id}
        rowPath={(row) => `/order-classes/${row.id}`}
        exportName={t('list.title')}
        filters={[
          {
            key: 'state',
            label: t('list.state'),
            options: classStates.map((value) => ({ value, label: t(`state.${value}`) })),
          },
          ...(role === 'teacher'
            ? [
                {
                  key: 'scope',
                  label: t('card.mine'),
                  options: [{ value: 'mine', label: t('list.mine') }],
                },
              ]
            : []),
        ]}
        columns={[
          {
            key: 'name',
            header: t('list.name'),
            cell: (row) => row.name,
            text: (row) => row.name,
            isTitle: true,
            isSortable: true,
          },
          {
            key: 'state',
            header: t('list.state'),
            cell: (row) => <StateTag tone={classTone[row.state]}>{t(`state.${row.state}`)}</StateTag>,
            text: (row) => t(`state.${row.state}`),
            isSortable: true,
          },
          { key: 'partner', header: t('list.partner'), cell: partner, text: partner },
          {
            key: 'startsOn',
            header: t('list.term'),
            cell: (row) => <DayRange from={row.startsOn} to={row.endsOn} />,
            text: (row) => `${row.startsOn} – ${row.endsOn}`,
            isSortable: true,
          },
          {
            key: 'applicants',
            header: t('list.applicants'),
            cell: (row) => row.applicants,
            text: (row) => row.applicants,
            isNumber: true,
          },
          {
            key: 'capacity',
            header: t('list.seats'),
            cell: (row) => row.capacity,
            text: (row) => row.capacity,
            isNumber: true,
            isSortable: true,
          },
          {
            key: 'placed',
            header: t('list.placed'),
            cell: (row) => row.placed,
            text: (row) => row.placed,
            isNumber: true,
          },
          {
            key: 'scoresMissing',
            header: t('list.scoresMissing'),
            cell: (row) => row.scoresMissing,
            text: (row) => row.scoresMissing,
            isNumber: true,
            isExtra: isSchool,
          },
        ]}
        empty={
          <EmptyState title={t('list.empty')} action={start}>
            {t('list.emptyNote')}
          </EmptyState>
        }
      />
    </>
  );
}
