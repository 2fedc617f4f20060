import { Money, OrganisationName, useLanguage, usePhrases } from '@dualtrack/ui';
import { hazardTags } from '../../import/hazard-tags.ts';
import { majorCategories } from '../../import/major-categories.ts';
import { organisations } from '../client.ts';
import { PostForm } from '../forms/post-form.tsx';
import { choiceWord } from '../parts/choice-word.ts';
import { useOccupationName } from '../parts/occupation-name.ts';
import { RecordList } from '../parts/record-list.tsx';

/** The enterprise's posts with headcount, pay and hazards. */
export function PostsPage() {
  const t = usePhrases('organisations');
  const { locale } = useLanguage();
  const occupation = useOccupationName();
  const separator = locale === 'zh-CN' ? '、' : ', ';
  const hazards = (tags: readonly string[]) =>
    tags.map((tag) => choiceWord(hazardTags, tag, locale)).join(separator);
  const categories = (numbers: readonly number[]) =>
    numbers.map((one) => choiceWord(majorCategories, one, locale)).join(separator);
  return (
    <RecordList
      name="organisations.posts"
      title={t('posts.title')}
      none={t('posts.none')}
      load={organisations.posts}
      rowKey={(row) => row.id}
      edit={{ path: '/settings/posts', Form: PostForm }}
      columns={[
        {
          key: 'title',
          header: t('posts.post'),
          cell: (row) => <OrganisationName organisation={{ name: row.title, nameEn: row.titleEn }} />,
          text: (row) => row.title,
          isTitle: true,
          isSortable: true,
        },
        {
          key: 'code',
          header: t('column.code'),
          cell: (row) => row.code,
          text: (row) => row.code,
          isSortable: true,
        },
        {
          key: 'occupation',
          header: t('posts.occupation'),
          cell: (row) => occupation(row.occupation),
          text: (row) => occupation(row.occupation),
        },
        {
          key: 'site',
          header: t('posts.site'),
          cell: (row) => <OrganisationName organisation={{ name: row.site, nameEn: row.siteEn }} />,
          text: (row) => row.site,
          isSortable: true,
        },
        {
          key: 'headcount',
          header: t('posts.headcount'),
          cell: (row) => row.headcount,
          text: (row) => row.headcount,
          isNumber: true,
          isSortable: true,
        },
        {
          key: 'monthlyPay',
          header: t('posts.monthlyPay'),
          cell: (row) => <Money money={{ amount: row.monthlyPay, currency: 'CNY' }} />,
          text: (row) => row.monthlyPay / 100,
          isNumber: true,
          isSortable: true,
        },
        {
          key: 'internPay',
          header: t('posts.internPay'),
          // Nothing agreed yet is not the same as no pay.
          cell: (row) =>
            row.internPay === 0 ? '—' : <Money money={{ amount: row.internPay, currency: 'CNY' }} />,
          text: (row) => (row.internPay === 0 ? '' : row.internPay / 100),
          isNumber: true,
          isSortable: true,
        },
        {
          key: 'hazards',
          header: t('posts.hazards'),
          cell: (row) => hazards(row.hazards) || t('posts.noHazards'),
          text: (row) => hazards(row.hazards),
        },
        {
          key: 'nightShift',
          header: t('posts.nightShift'),
          cell: (row) => t('posts.isNightShift', { night: String(row.isNightShift) }),
          text: (row) => t('posts.isNightShift', { night: String(row.isNightShift) }),
          isExtra: true,
        },
        {
          key: 'labourGrade',
          header: t('posts.grade'),
          cell: (row) => row.labourGrade ?? '—',
          text: (row) => row.labourGrade,
          isExtra: true,
          isNumber: true,
        },
        {
          key: 'categories',
          header: t('posts.categories'),
          cell: (row) => categories(row.majorCategories),
          text: (row) => categories(row.majorCategories),
          isExtra: true,
        },
      ]}
    />
  );
}
