import { FormSection, NumberField, TextField, usePhrases } from '@dualtrack/ui';
import { usePostChoices } from '../parts/record-choices.ts';
import { RecordEditor, type RecordFormProps } from '../parts/record-editor.tsx';
import { SuggestField } from '../parts/suggest-field.tsx';

type Values = {
  staffNumber: string;
  name: string;
  postTitle: string;
  certificate: string;
  maxLearners: number | null;
  mail: string;
};

/** One employee who guides learners. */
export function MentorForm(props: RecordFormProps) {
  const t = usePhrases('organisations');
  const posts = usePostChoices();
  return (
    <RecordEditor
      {...props}
      kind="mentor"
      noun={t('noun.mentor')}
      nameOf={(values) => values.name}
      required={['staffNumber', 'name', 'maxLearners']}
      toForm={(found): Values => ({
        staffNumber: found?.staffNumber ?? '',
        name: found?.name ?? '',
        postTitle: found?.postTitle ?? '',
        certificate: found?.certificate ?? '',
        maxLearners: found?.maxLearners ?? 5,
        mail: found?.mail ?? '',
      })}
      toValues={(form: Values) => ({
        ...form,
        maxLearners: form.maxLearners ?? 0,
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
          <SuggestField
            form={form}
            name="postTitle"
            label={t('posts.post')}
            suggestions={posts.map(({ title, label }) => ({ value: title, label }))}
            maxLength={80}
          />
          <TextField form={form} name="certificate" label={t('mentors.certificate')} maxLength={80} />
          <NumberField
            form={form}
            name="maxLearners"
            label={t('mentors.maxLearners')}
            hint={t('mentors.maxLearnersHint')}
            unit={t('record.people')}
            min={1}
            max={20}
            isRequired
          />
          <TextField form={form} name="mail" label={t('record.mail')} maxLength={200} />
        </FormSection>
      )}
    />
  );
}
