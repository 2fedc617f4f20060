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
import { forms } from '../../forms.ts';
import { sides } from '../../side.ts';
import { api } from '../client.ts';
import { Skills } from '../parts/skills.tsx';
import { useWords } from '../words.ts';

const states = ['open', 'met', 'withdrawn'] as const;
const kinds = ['false', 'true'] as const;

/** What is needed and what is offered, by both sides. */
export function NeedsPage() {
  const t = usePhrases('talent-sharing');
  const words = useWords();
  const actions = (
    <div className="ts-row">
      <PageLink className="dt-button" to="/talent-needs/new?kind=offer">
        {t('need.newOffer')}
      </PageLink>
      <PageLink className="dt-button dt-button-primary" to="/talent-needs/new">
        {t('need.new')}
      </PageLink>
    </div>
  );
  return (
    <>
      <PageHeader title={t('area.needs')} actions={actions} />
      <DataTable
        name="talentSharing.needs"
        label={t('area.needs')}
        load={({ q, sort, page, size, isOffer, state, form, side }, options) =>
          api.needs.list(
            {
              ...{ q, sort, page, size, isOffer: oneOf(kinds, isOffer), state: oneOf(states, state) },
              ...{ form: oneOf(forms, form), side: oneOf(sides, side) },
            },
            options,
          )
        }
        filters={[
          {
            key: 'isOffer',
            label: t('need.kind'),
            options: [
              { value: 'false', label: t('need.kind.need') },
              { value: 'true', label: t('need.kind.offer') },
            ],
          },
          {
            key: 'state',
            label: t('state'),
            options: states.map((value) => ({ value, label: t(`need.state.${value}`) })),
          },
          {
            key: 'form',
            label: t('formOf'),
            options: forms.map((value) => ({ value, label: t(`form.${value}`) })),
          },
          {
            key: 'side',
            label: t('need.side'),
            options: sides.map((value) => ({ value, label: t(`side.${value}`) })),
          },
        ]}
        columns={[
          {
            key: 'title',
            header: t('need.title'),
            cell: (row) => row.title,
            text: (row) => row.title,
            isTitle: true,
            isSortable: true,
          },
          {
            key: 'kind',
            header: t('need.kind'),
            cell: (row) => t(row.isOffer ? 'need.kind.offer' : 'need.kind.need'),
            text: (row) => t(row.isOffer ? 'need.kind.offer' : 'need.kind.need'),
          },
          {
            key: 'side',
            header: t('need.side'),
            cell: (row) => <SideTag side={row.side}>{words.sides(row)[row.side]}</SideTag>,
            text: (row) => words.sides(row)[row.side],
          },
          {
            key: 'form',
            header: t('formOf'),
            cell: (row) => t(`form.${row.form}`),
            text: (row) => t(`form.${row.form}`),
            isSortable: true,
          },
          {
            key: 'skills',
            header: t('expert.skills'),
            cell: (row) => <Skills occupations={row.occupations} tags={row.tags} />,
            text: (row) => [...row.occupations.map(words.occupation), ...row.tags].join('; '),
          },
          {
            key: 'fromOn',
            header: t('need.when'),
            cell: (row) => <DayRange from={row.fromOn} to={row.toOn} style="short" />,
            text: (row) => `${row.fromOn} – ${row.toOn}`,
            isSortable: true,
          },
          {
            key: 'state',
            header: t('state'),
            cell: (row) => (
              <StateTag tone={row.state === 'open' ? 'now' : row.state === 'met' ? 'done' : 'plain'}>
                {t(`need.state.${row.state}`)}
              </StateTag>
            ),
            text: (row) => t(`need.state.${row.state}`),
            isSortable: true,
          },
        ]}
        rowKey={(row) => row.id}
        rowPath={(row) => `/talent-needs/${row.id}`}
        exportName={t('area.needs')}
        empty={
          <EmptyState title={t('need.none')} action={actions}>
            {t('need.noneNote')}
          </EmptyState>
        }
      />
    </>
  );
}
