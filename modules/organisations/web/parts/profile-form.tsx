import {
  FormSection,
  LongTextField,
  OperationForm,
  oneOf,
  SelectField,
  TextField,
  useLanguage,
  useOperationForm,
  usePhrases,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import type * as z from 'zod';
import type { profile as profileShape } from '../../contract.ts';
import { levels } from '../../import/major-categories.ts';
import { organisations } from '../client.ts';
import { choiceWord } from './choice-word.ts';
import { industrySections } from './industry-sections.ts';

const levelKeys = levels.map((level) => level.value);

/** The profile as the server gives it. */
export type Profile = z.infer<typeof profileShape>;

/** Changes what an organisation says about itself; name and code come from the registration. */
export function ProfileForm(props: { readonly profile: Profile; readonly onClose: () => void }) {
  const t = usePhrases('organisations');
  const words = usePhrases('ui');
  const { locale } = useLanguage();
  // What was seen when the form was opened stays what a change is measured by.
  const [profile] = useState(props.profile);
  const form = useOperationForm({
    // A draft belongs to the state it was written on.
    name: `organisations.profile.${profile.id}.${profile.version}`,
    initial: {
      legalRepresentative: profile.legalRepresentative,
      address: profile.address,
      industrySection: profile.industrySection ?? '',
      schoolLevel: profile.schoolLevel ?? '',
      profile: profile.profile,
    },
    write: organisations.profile.update,
    toInput: (values) => ({
      ...values,
      version: profile.version,
      industrySection: values.industrySection || null,
      schoolLevel: oneOf(levelKeys, values.schoolLevel) ?? null,
    }),
    invalidates: ['organisations'],
    done: t('profile.saved'),
    onDone: props.onClose,
  });
  return (
    <OperationForm
      form={form}
      submitLabel={words('action.save')}
      others={<Button onClick={props.onClose}>{words('action.cancel')}</Button>}
    >
      <FormSection title={t('profile.facts')} note={t('profile.codeHint')}>
        <TextField
          form={form}
          name="legalRepresentative"
          label={t('profile.legalRepresentative')}
          maxLength={100}
        />
        <TextField form={form} name="address" label={t('profile.address')} maxLength={300} />
        {profile.kind === 'school' ? (
          <SelectField
            form={form}
            name="schoolLevel"
            label={t('profile.schoolLevel')}
            choices={levels.map(({ value }) => ({ value, label: choiceWord(levels, value, locale) }))}
          />
        ) : (
          <SelectField
            form={form}
            name="industrySection"
            label={t('profile.industrySection')}
            choices={industrySections.map((value) => ({ value, label: t(`section.${value}`) }))}
          />
        )}
        <LongTextField form={form} name="profile" label={t('profile.about')} maxLength={4000} />
      </FormSection>
    </OperationForm>
  );
}
