import { CheckField, FormSection, SelectField, TextField, usePhrases } from '@dualtrack/ui';
import { useProgrammeChoices } from '../parts/record-choices.ts';
import { RecordEditor, type RecordFormProps } from '../parts/record-editor.tsx';

type Values = {
  staffNumber: string;
  name: string;
  programmeId: string;
  title: string;
  isDualQualified: boolean;
  phone: string;
  mail: string;
};

/** One teacher of the school. */
export function TeacherForm(props: RecordFormProps) {
  const t = usePhrases('organisations');
  const programmes = useProgrammeChoices();
  return (
    <RecordEditor
      {...props}
      kind="teacher"
      noun={t('noun.teacher')}
      nameOf={(values) => values.name}
      required={['staffNumber', 'name']}
      toForm={(found): Values => ({
        staffNumber: found?.staffNumber ?? '',
        name: found?.name ?? '',
        programmeId: found?.programmeId ?? '',
        title: found?.title ?? '',
        isDualQualified: found?.isDualQualified ?? false,
        phone: found?.phone ?? '',
        mail: found?.mail ?? '',
      })}
      toValues={(form: Values) => ({
        ...form,
        programmeId: form.programmeId || null,
        phone: form.phone.trim() || null,
        mail: form.mail.trim() || null,
      })}
      fields={(form) => (
        <FormSection title={t('profile.facts')} note={t('record.personal')}>
          <TextField form={form} name="name" label={t('column.person')} maxLength={60} isRequired />
          <TextField
            form={form}
            name="staffNumber"
            label={t('teachers.staffNumber')}
            maxLength={40}
            isRequired
          />
          <SelectField form={form} name="programmeId" label={t('teachers.programme')} choices={programmes} />
          <TextField form={form} name="title" label={t('teachers.post')} maxLength={40} />
          <TextField form={form} name="phone" label={t('record.phone')} maxLength={20} />
          <TextField form={form} name="mail" label={t('record.mail')} maxLength={200} />
          <CheckField form={form} name="isDualQualified" label={t('teachers.dual')} />
        </FormSection>
      )}
    />
  );
}
