import { FormSection, NumberField, SelectField, TextField, usePhrases } from '@dualtrack/ui';
import { quartersFrom } from '../parts/quarters.ts';
import { useProgrammeChoices } from '../parts/record-choices.ts';
import { RecordEditor, type RecordFormProps } from '../parts/record-editor.tsx';

type Values = {
  code: string;
  className: string;
  programmeId: string;
  entryYear: number | null;
  size: number | null;
  graduationQuarter: string;
};

/** One class of the school and how many students are in it. */
export function CohortForm(props: RecordFormProps) {
  const t = usePhrases('organisations');
  const programmes = useProgrammeChoices();
  /** Quarters from the entry on, with what is chosen already. */
  const quarters = (form: Values) => {
    const from =
      form.entryYear !== null && form.entryYear >= 2000 ? form.entryYear : new Date().getFullYear();
    const found = quartersFrom(`${from}-Q1`, 36);
    const all = found.includes(form.graduationQuarter) ? found : [form.graduationQuarter, ...found];
    return all.filter((one) => one !== '').map((value) => ({ value, label: value.replace('-', ' ') }));
  };
  return (
    <RecordEditor
      {...props}
      kind="cohort"
      noun={t('noun.cohort')}
      nameOf={(values) => values.className}
      required={['code', 'className', 'programmeId', 'entryYear', 'size', 'graduationQuarter']}
      toForm={(found): Values => ({
        code: found?.code ?? '',
        className: found?.className ?? '',
        programmeId: found?.programmeId ?? '',
        entryYear: found?.entryYear ?? null,
        size: found?.size ?? null,
        graduationQuarter: found?.graduationQuarter ?? '',
      })}
      toValues={(form: Values) => ({ ...form, entryYear: form.entryYear ?? 0, size: form.size ?? 0 })}
      fields={(form) => (
        <FormSection title={t('profile.facts')} note={t('cohorts.formNote')}>
          <TextField form={form} name="className" label={t('column.name')} maxLength={60} isRequired />
          <TextField form={form} name="code" label={t('column.code')} maxLength={40} isRequired />
          <SelectField
            form={form}
            name="programmeId"
            label={t('teachers.programme')}
            choices={programmes}
            isRequired
          />
          <NumberField
            form={form}
            name="size"
            label={t('cohorts.size')}
            unit={t('record.people')}
            min={0}
            max={500}
            isRequired
          />
          <NumberField
            form={form}
            name="entryYear"
            label={t('cohorts.entryYear')}
            min={2000}
            max={2099}
            isRequired
          />
          <SelectField
            form={form}
            name="graduationQuarter"
            label={t('cohorts.graduation')}
            choices={quarters(form.values)}
            isRequired
          />
        </FormSection>
      )}
    />
  );
}
