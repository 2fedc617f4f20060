import {
  CheckField,
  FormSection,
  ManySelectField,
  MoneyField,
  NumberField,
  SelectField,
  TextField,
  useLanguage,
  usePhrases,
} from '@dualtrack/ui';
import { hazardTags } from '../../import/hazard-tags.ts';
import { majorCategories } from '../../import/major-categories.ts';
import { choiceWord } from '../parts/choice-word.ts';
import { useOccupationChoices, useSiteChoices } from '../parts/record-choices.ts';
import { RecordEditor, type RecordFormProps } from '../parts/record-editor.tsx';
import { SuggestField } from '../parts/suggest-field.tsx';
import { blankPost, type PostFormValues, postForm, postValues } from './post-values.ts';

const grades = ['I', 'II', 'III', 'IV'];

/** One post: what is done there, for what pay, and what the law asks about it. */
export function PostForm(props: RecordFormProps) {
  const t = usePhrases('organisations');
  const { locale } = useLanguage();
  const sites = useSiteChoices();
  const occupations = useOccupationChoices();
  return (
    <RecordEditor
      {...props}
      kind="post"
      noun={t('noun.post')}
      nameOf={(values) => values.title}
      required={['code', 'title', 'occupation', 'siteId', 'headcount', 'monthlyPay']}
      toForm={(found): PostFormValues => (found === undefined ? blankPost : postForm(found))}
      toValues={postValues}
      fields={(form) => (
        <>
          <FormSection title={t('profile.facts')}>
            <TextField form={form} name="title" label={t('column.name')} maxLength={80} isRequired />
            <TextField form={form} name="titleEn" label={t('record.nameEn')} maxLength={120} />
            <TextField form={form} name="code" label={t('column.code')} maxLength={40} isRequired />
            <SuggestField
              form={form}
              name="occupation"
              label={t('posts.occupation')}
              hint={
                occupations.find((one) => one.value === form.values.occupation)?.label ??
                t('posts.occupationHint')
              }
              suggestions={occupations}
              maxLength={40}
              isRequired
            />
            <SelectField form={form} name="siteId" label={t('posts.site')} choices={sites} isRequired />
            <NumberField
              form={form}
              name="headcount"
              label={t('posts.headcount')}
              unit={t('record.people')}
              min={0}
              isRequired
            />
          </FormSection>
          <FormSection title={t('posts.pay')} note={t('posts.payNote')}>
            <MoneyField form={form} name="monthlyPay" label={t('posts.monthlyPay')} isRequired />
            <MoneyField form={form} name="internPay" label={t('posts.internPay')} />
          </FormSection>
          <FormSection title={t('posts.conditions')} note={t('posts.conditionsNote')}>
            <ManySelectField
              form={form}
              name="hazards"
              label={t('posts.hazards')}
              choices={hazardTags.map(({ value }) => ({
                value,
                label: choiceWord(hazardTags, value, locale),
              }))}
            />
            <SelectField
              form={form}
              name="labourGrade"
              label={t('posts.grade')}
              choices={grades.map((label, at) => ({ value: String(at + 1), label }))}
            />
            <ManySelectField
              form={form}
              name="majorCategories"
              label={t('posts.categories')}
              choices={majorCategories.map(({ value }) => ({
                value: String(value),
                label: choiceWord(majorCategories, value, locale),
              }))}
            />
            <CheckField form={form} name="isNightShift" label={t('posts.hasNightShift')} />
          </FormSection>
        </>
      )}
    />
  );
}
