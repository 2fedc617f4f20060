import {
  FormSection,
  LongTextField,
  OperationForm,
  SelectField,
  TextField,
  useOperationForm,
  usePhrases,
} from '@dualtrack/ui';
import { Button } from 'antd';
import type * as z from 'zod';
import type { profile as profileShape } from '../../contract.ts';
import { organisations } from '../client.ts';
import { industrySections } from './industry-sections.ts';

/** The profile as the server gives it. */
export type Profile = z.infer<typeof profileShape>;

/** Changes what an organisation says about itself; name and code come from the registration. */
export function ProfileForm(props: { readonly profile: Profile; readonly onClose: () => void }) {
  const t = usePhrases('organisations');
  const words = usePhrases('ui');
  const { profile } = props;
  const form = useOperationForm({
    name: `organisations.profile.${profile.id}`,
    initial: {
      legalRepresentative: profile.legalRepresentative,
      address: profile.address,
      industrySection: profile.industrySection ?? '',
      profile: profile.profile,
    },
    write: organisations.profile.update,
    toInput: (values) => ({ ...values, industrySection: values.industrySection || null }),
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
        {profile.kind === 'school' ? null : (
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
