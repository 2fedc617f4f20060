import {
  FormSection,
  OperationForm,
  oneOf,
  PageHeader,
  SelectField,
  TextField,
  useGo,
  useOperationForm,
  usePhrases,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { organisations } from '../client.ts';
import { CreditCodeField } from './credit-code-field.tsx';

const kinds = ['school', 'enterprise', 'authority'] as const;

/** Registers an organisation; then its first person can be invited. */
export function RegisterForm(props: { readonly title: string; readonly onClose: () => void }) {
  const t = usePhrases('organisations');
  const ui = usePhrases('ui');
  const go = useGo();
  const form = useOperationForm({
    name: 'organisations.register',
    initial: { kind: '', code: '', name: '', nameEn: '', regionCode: '' },
    write: organisations.register,
    toInput: (values) => ({ ...values, kind: oneOf(kinds, values.kind) ?? 'school' }),
    check: (values) => {
      const missing = (['kind', 'code', 'name', 'regionCode'] as const).filter((name) => values[name] === '');
      return Object.fromEntries(missing.map((name) => [name, ui('form.missing')]));
    },
    invalidates: ['accounts', 'organisations'],
    done: t('registrations.done'),
    onDone: ({ id }) => go(`/settings/people?tab=invitations&invite=1&organisation=${id}`),
  });
  return (
    <>
      <PageHeader
        title={t('registrations.add')}
        crumbs={[{ label: props.title, to: '/settings/organisations' }]}
      />
      <OperationForm
        form={form}
        submitLabel={t('registrations.add')}
        others={<Button onClick={props.onClose}>{ui('action.cancel')}</Button>}
      >
        <FormSection title={t('profile.facts')} note={t('registrations.formNote')}>
          <SelectField
            form={form}
            name="kind"
            label={t('profile.kind')}
            choices={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            isRequired
          />
          <CreditCodeField form={form} name="code" />
          <TextField form={form} name="name" label={t('column.name')} maxLength={120} isRequired />
          <TextField form={form} name="nameEn" label={t('record.nameEn')} maxLength={160} />
          <TextField
            form={form}
            name="regionCode"
            label={t('sites.region')}
            hint={t('sites.regionHint')}
            maxLength={6}
            isRequired
          />
        </FormSection>
      </OperationForm>
    </>
  );
}
