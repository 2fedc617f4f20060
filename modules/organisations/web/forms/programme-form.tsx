import {
  FormSection,
  NumberField,
  oneOf,
  SelectField,
  TextField,
  useLanguage,
  usePhrases,
} from '@dualtrack/ui';
import { levels, majorCategories, readMajorCode } from '../../import/major-categories.ts';
import { splitList } from '../../import/text-columns.ts';
import { choiceWord } from '../parts/choice-word.ts';
import { RecordEditor, type RecordFormProps } from '../parts/record-editor.tsx';
import { percentOf, shareOf } from '../parts/share-field.ts';

type Values = {
  majorCode: string;
  name: string;
  nameEn: string;
  level: string;
  years: number | null;
  occupations: string;
  joinRate: number | null;
  completionRate: number | null;
};
const levelKeys = levels.map((level) => level.value);

/** One programme of the school. */
export function ProgrammeForm(props: RecordFormProps) {
  const t = usePhrases('organisations');
  const { locale } = useLanguage();
  /** What the first two digits of the code say, as soon as they do. */
  const stated = (code: string) => {
    const found = readMajorCode(code.trim());
    if (found === undefined) return t('programmes.majorCodeHint');
    return [
      choiceWord(levels, found.level, locale),
      choiceWord(majorCategories, found.category, locale),
    ].join(' · ');
  };
  return (
    <RecordEditor
      {...props}
      kind="programme"
      noun={t('noun.programme')}
      nameOf={(values) => values.name}
      required={['majorCode', 'name', 'level', 'years', 'occupations', 'joinRate', 'completionRate']}
      toForm={(found): Values => ({
        majorCode: found?.majorCode ?? '',
        name: found?.name ?? '',
        nameEn: found?.nameEn ?? '',
        level: found?.level ?? '',
        years: found?.years ?? null,
        occupations: found?.occupations.join(', ') ?? '',
        joinRate: found === undefined ? null : percentOf(found.joinRate),
        completionRate: found === undefined ? null : percentOf(found.completionRate),
      })}
      toValues={(form: Values) => ({
        ...form,
        majorCode: form.majorCode.trim(),
        level: oneOf(levelKeys, form.level) ?? 'associate',
        years: form.years ?? 0,
        occupations: splitList(form.occupations),
        joinRate: shareOf(form.joinRate),
        completionRate: shareOf(form.completionRate),
      })}
      fields={(form) => (
        <>
          <FormSection title={t('profile.facts')} note={t('programmes.formNote')}>
            <TextField
              form={form}
              name="majorCode"
              label={t('programmes.majorCode')}
              hint={stated(form.values.majorCode)}
              maxLength={6}
              isRequired
            />
            <SelectField
              form={form}
              name="level"
              label={t('programmes.level')}
              choices={levels.map(({ value }) => ({ value, label: choiceWord(levels, value, locale) }))}
              isRequired
            />
            <TextField form={form} name="name" label={t('column.name')} maxLength={80} isRequired />
            <TextField form={form} name="nameEn" label={t('record.nameEn')} maxLength={120} />
            <NumberField
              form={form}
              name="years"
              label={t('programmes.years')}
              unit={t('record.years')}
              min={1}
              max={8}
              isRequired
            />
            <TextField
              form={form}
              name="occupations"
              label={t('programmes.occupations')}
              hint={t('programmes.occupationsHint')}
              maxLength={300}
              isRequired
            />
          </FormSection>
          <FormSection title={t('programmes.supply')} note={t('programmes.supplyNote')}>
            <NumberField
              form={form}
              name="completionRate"
              label={t('programmes.completionRate')}
              unit="%"
              min={0}
              max={100}
              decimals={2}
              isRequired
            />
            <NumberField
              form={form}
              name="joinRate"
              label={t('programmes.joinRate')}
              unit="%"
              min={0}
              max={100}
              decimals={2}
              isRequired
            />
          </FormSection>
        </>
      )}
    />
  );
}
