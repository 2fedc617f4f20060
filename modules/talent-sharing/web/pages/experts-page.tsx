import {
  DataTable,
  EmptyState,
  oneOf,
  PageHeader,
  PageLink,
  StateTag,
  useOperation,
  usePhrases,
} from '@dualtrack/ui';
import { languages } from '../../forms.ts';
import { occupations } from '../../occupations.ts';
import { api } from '../client.ts';
import { SheetPanel } from '../parts/sheet-panel.tsx';
import { Skills } from '../parts/skills.tsx';
import { useOccupationChoices, useOwn, useWords } from '../words.ts';
import '../talents.css';

const scopes = ['partner', 'own'] as const;
const codes = occupations.map(({ code }) => code);

/** Experts of partners, or of the own side, found by any part of a word. */
export function ExpertsPage() {
  const t = usePhrases('talent-sharing');
  const words = useWords();
  const own = useOwn();
  const choices = useOccupationChoices();
  const mine = useOperation('talentSharing.mine', api.experts.mine, undefined);
  const expertId = mine.data?.expertId ?? null;
  const primary = (
    <PageLink
      className="dt-button dt-button-primary"
      to={expertId === null ? '/talents/new' : `/talents/${expertId}`}
    >
      {expertId === null ? t('expert.writeMine') : t('expert.openMine')}
    </PageLink>
  );
  return (
    <>
      <PageHeader
        title={t('area.experts')}
        actions={
          <div className="ts-row">
            {own.isLead ? (
              <PageLink className="dt-button" to="/talents/new?whose=other">
                {t('expert.addOther')}
              </PageLink>
            ) : null}
            {primary}
          </div>
        }
      />
      {own.isLead ? <SheetPanel table="experts" /> : null}
      <DataTable
        name="talentSharing.experts"
        label={t('area.experts')}
        load={({ q, sort, page, size, scope, occupation, language }, options) =>
          api.experts.list(
            {
              ...{ q, sort, page, size, scope: oneOf(scopes, scope) ?? 'partner' },
              occupation: oneOf(codes, occupation),
              language: oneOf(languages, language),
            },
            options,
          )
        }
        filters={[
          {
            key: 'scope',
            label: t('expert.scope'),
            options: scopes.map((value) => ({ value, label: t(`expert.scope.${value}`) })),
          },
          { key: 'occupation', label: t('expert.occupations'), options: choices },
          {
            key: 'language',
            label: t('expert.languages'),
            options: languages.map((value) => ({ value, label: t(`language.${value}`) })),
          },
        ]}
        columns={[
          {
            key: 'name',
            header: t('expert.name'),
            cell: (row) => <span className="ts-nowrap">{words.person(row)}</span>,
            text: (row) => words.person(row),
            isTitle: true,
            isSortable: true,
          },
          {
            key: 'title',
            header: t('expert.title'),
            cell: (row) => words.pick(row.title, row.titleEn),
            text: (row) => words.pick(row.title, row.titleEn),
            isSortable: true,
          },
          {
            key: 'skills',
            header: t('expert.skills'),
            cell: (row) => <Skills occupations={row.occupations} tags={row.tags} />,
            text: (row) => [...row.occupations.map(words.occupation), ...row.tags].join('; '),
          },
          {
            key: 'organisation',
            header: t('expert.organisation'),
            cell: (row) => words.pick(row.organisation, row.organisationEn),
            text: (row) => words.pick(row.organisation, row.organisationEn),
          },
          {
            key: 'languages',
            header: t('expert.languages'),
            cell: (row) => (
              <span className="ts-nowrap">
                {row.languages.map((one) => t(`language.${one}`)).join(' · ')}
              </span>
            ),
            text: (row) => row.languages.join(' '),
          },
          {
            key: 'rating',
            header: t('expert.rating'),
            cell: (row) =>
              row.rating === null ? (
                <span className="dt-quiet">{t('expert.noRating')}</span>
              ) : (
                t('expert.ratingOf', { rating: row.rating, count: row.ratings })
              ),
            text: (row) => row.rating ?? '',
          },
          {
            key: 'monthlyHours',
            header: t('expert.monthlyHours'),
            cell: (row) => row.monthlyHours,
            text: (row) => row.monthlyHours,
            isNumber: true,
            isSortable: true,
          },
          {
            key: 'isListed',
            header: t('expert.consent'),
            cell: (row) => (
              <StateTag tone={row.isListed ? 'done' : 'plain'}>
                {row.isListed ? t('expert.listed') : t('expert.notListed')}
              </StateTag>
            ),
            text: (row) => (row.isListed ? t('expert.listed') : t('expert.notListed')),
            isExtra: true,
          },
        ]}
        rowKey={(row) => row.id}
        rowPath={(row) => `/talents/${row.id}`}
        exportName={t('area.experts')}
        empty={
          <EmptyState title={t('expert.none')} action={primary}>
            {t('expert.noneNote')}
          </EmptyState>
        }
      />
    </>
  );
}
