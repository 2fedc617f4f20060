import { OrganisationName, useLanguage, usePhrases } from '@dualtrack/ui';
import { levels } from '../../import/major-categories.ts';
import { organisations } from '../client.ts';
import { ProgrammeForm } from '../forms/programme-form.tsx';
import { choiceWord } from '../parts/choice-word.ts';
import { usePercent } from '../parts/percent.ts';
import { RecordList } from '../parts/record-list.tsx';

/** The school's programmes with the rates that turn graduates into supply. */
export function ProgrammesPage() {
  const t = usePhrases('organisations');
  const { locale } = useLanguage();
  const percent = usePercent();
  return (
    <RecordList
      name="organisations.programmes"
      title={t('programmes.title')}
      none={t('programmes.none')}
      load={organisations.programmes}
      rowKey={(row) => row.id}
      edit={{ path: '/settings/programmes', Form: ProgrammeForm }}
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
          key: 'majorCode',
          header: t('programmes.majorCode'),
          cell: (row) => row.majorCode,
          text: (row) => row.majorCode,
          isSortable: true,
        },
        {
          key: 'level',
          header: t('programmes.level'),
          cell: (row) => choiceWord(levels, row.level, locale),
          text: (row) => choiceWord(levels, row.level, locale),
        },
        {
          key: 'years',
          header: t('programmes.years'),
          cell: (row) => t('programmes.yearsValue', { years: row.years }),
          text: (row) => row.years,
          isNumber: true,
          isSortable: true,
        },
        {
          key: 'occupations',
          header: t('programmes.occupations'),
          cell: (row) => row.occupations.join(', '),
          text: (row) => row.occupations.join(', '),
        },
        {
          key: 'joinRate',
          header: t('programmes.joinRate'),
          cell: (row) => percent(row.joinRate),
          text: (row) => row.joinRate,
          isNumber: true,
        },
        {
          key: 'completionRate',
          header: t('programmes.completionRate'),
          cell: (row) => percent(row.completionRate),
          text: (row) => row.completionRate,
          isNumber: true,
        },
      ]}
    />
  );
}
