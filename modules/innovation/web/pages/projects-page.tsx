import {
  DataTable,
  DayRange,
  EmptyState,
  Money,
  oneOf,
  PageHeader,
  PageLink,
  StateTag,
  usePhrases,
} from '@dualtrack/ui';
import { projectStates } from '../../project.ts';
import { api } from '../client.ts';
import { lastYears } from '../last-years.ts';
import { projectTone, useOwnSide, useWords } from '../words.ts';
import '../innovation.css';

/** Joint projects of both sides. */
export function ProjectsPage() {
  const t = usePhrases('innovation-projects');
  const words = useWords();
  const other = useOwnSide() === 'school' ? 'enterprise' : 'school';
  return (
    <>
      <PageHeader title={t('projects.title')} />
      <DataTable
        name="innovation.projects"
        label={t('projects.title')}
        load={({ q, sort, page, size, state, year }, options) =>
          api.projects.list(
            {
              ...{ q, sort, page, size, state: oneOf(projectStates, state) },
              ...(year === undefined ? {} : { year: Number(year) }),
            },
            options,
          )
        }
        filters={[
          {
            key: 'state',
            label: t('field.state'),
            options: projectStates.map((value) => ({ value, label: t(`state.${value}`) })),
          },
          { key: 'year', label: t('project.ranIn'), options: lastYears(6) },
        ]}
        columns={[
          {
            key: 'title',
            header: t('field.title'),
            cell: (row) => words.pick(row.title, row.titleEn),
            text: (row) => words.pick(row.title, row.titleEn),
            isTitle: true,
            isSortable: true,
          },
          {
            key: 'partner',
            header: t('field.partner'),
            cell: (row) => words.sides(row)[other],
            text: (row) => words.sides(row)[other],
          },
          {
            key: 'startsOn',
            header: t('project.period'),
            cell: (row) => <DayRange from={row.startsOn} to={row.endsOn} />,
            text: (row) => `${row.startsOn} – ${row.endsOn}`,
            isSortable: true,
          },
          {
            key: 'budget',
            header: t('project.budget'),
            cell: (row) => <Money money={{ amount: row.budget, currency: 'CNY' }} />,
            text: (row) => String(row.budget / 100),
            isNumber: true,
            isSortable: true,
          },
          {
            key: 'people',
            header: t('project.people'),
            cell: (row) => row.people,
            text: (row) => String(row.people),
            isNumber: true,
          },
          {
            key: 'state',
            header: t('field.state'),
            cell: (row) => <StateTag tone={projectTone(row.state)}>{t(`state.${row.state}`)}</StateTag>,
            text: (row) => t(`state.${row.state}`),
            isSortable: true,
          },
        ]}
        rowKey={(row) => row.id}
        rowPath={(row) => `/innovation-projects/${row.id}`}
        exportName={t('projects.title')}
        empty={
          <EmptyState
            title={t('projects.none')}
            action={<PageLink to="/challenges">{t('projects.toChallenges')}</PageLink>}
          >
            {t('projects.noneNote')}
          </EmptyState>
        }
      />
    </>
  );
}
