import { FormSection, LongTextField, NumberField, SelectField, TextField, usePhrases } from '@dualtrack/ui';
import { usePostChoices, useSiteChoices } from '../parts/record-choices.ts';
import { RecordEditor, type RecordFormProps } from '../parts/record-editor.tsx';

type Values = {
  code: string;
  name: string;
  nameEn: string;
  siteId: string;
  postId: string;
  unit: string;
  unitWeeks: number | null;
  places: number | null;
  safetyNote: string;
};

/** One workstation at which learners are trained. */
export function WorkstationForm(props: RecordFormProps) {
  const t = usePhrases('organisations');
  const sites = useSiteChoices();
  const posts = usePostChoices();
  return (
    <RecordEditor
      {...props}
      kind="workstation"
      noun={t('noun.workstation')}
      nameOf={(values) => values.name}
      required={['code', 'name', 'siteId', 'unit', 'places']}
      toForm={(found): Values => ({
        code: found?.code ?? '',
        name: found?.name ?? '',
        nameEn: found?.nameEn ?? '',
        siteId: found?.siteId ?? '',
        postId: found?.postId ?? '',
        unit: found?.unit ?? '',
        unitWeeks: found?.unitWeeks ?? null,
        places: found?.places ?? null,
        safetyNote: found?.safetyNote ?? '',
      })}
      toValues={(form: Values) => ({ ...form, postId: form.postId || null, places: form.places ?? 0 })}
      fields={(form) => (
        <>
          <FormSection title={t('profile.facts')}>
            <TextField form={form} name="name" label={t('column.name')} maxLength={80} isRequired />
            <TextField form={form} name="nameEn" label={t('record.nameEn')} maxLength={120} />
            <TextField form={form} name="code" label={t('column.code')} maxLength={40} isRequired />
            <SelectField form={form} name="siteId" label={t('posts.site')} choices={sites} isRequired />
            <SelectField form={form} name="postId" label={t('posts.post')} choices={posts} />
          </FormSection>
          <FormSection title={t('workstations.training')}>
            <TextField form={form} name="unit" label={t('workstations.unit')} maxLength={60} isRequired />
            <NumberField
              form={form}
              name="unitWeeks"
              label={t('workstations.weeks')}
              unit={t('record.weeks')}
              min={1}
              max={26}
            />
            <NumberField
              form={form}
              name="places"
              label={t('workstations.places')}
              unit={t('record.people')}
              min={1}
              max={60}
              isRequired
            />
            <LongTextField form={form} name="safetyNote" label={t('workstations.safety')} maxLength={400} />
          </FormSection>
        </>
      )}
    />
  );
}
