import {
  FormSection,
  LongTextField,
  OperationForm,
  PageHeader,
  SelectField,
  TextField,
  useAddressQuery,
  useGo,
  useOperationForm,
  usePhrases,
} from '@dualtrack/ui';
import { api } from '../client.ts';
import { AgreementChoices } from '../parts/agreement-choice.tsx';

/** Opens a thread beside an agreement. */
export function NewThreadPage() {
  const t = usePhrases('ceremonies');
  return (
    <>
      <PageHeader
        title={t('talk.new')}
        note={t('talk.noneNote')}
        crumbs={[{ label: t('talk.title'), to: '/discussions' }]}
      />
      <AgreementChoices>{(choices) => <NewThreadForm choices={choices} />}</AgreementChoices>
    </>
  );
}

function NewThreadForm(props: { readonly choices: readonly { value: string; label: string }[] }) {
  const t = usePhrases('ceremonies');
  const go = useGo();
  const [{ agreement }] = useAddressQuery();
  const form = useOperationForm({
    name: 'ceremonies.thread',
    initial: { agreementId: agreement ?? '', subject: '', body: '' },
    write: api.discussion.open,
    toInput: (values) => values,
    check: (values) => ({
      ...(values.agreementId === '' ? { agreementId: t('new.required') } : {}),
      ...(values.subject.trim() === '' ? { subject: t('new.required') } : {}),
      ...(values.body.trim() === '' ? { body: t('new.required') } : {}),
    }),
    invalidates: ['ceremonies'],
    onDone: ({ id }) => go(`/discussions/${id}`),
  });
  return (
    <OperationForm form={form} submitLabel={t('talk.open')}>
      <FormSection title={t('talk.title')}>
        <SelectField
          form={form}
          name="agreementId"
          label={t('new.agreement')}
          isRequired
          choices={props.choices}
        />
        <TextField form={form} name="subject" label={t('talk.subject')} isRequired maxLength={200} />
        <LongTextField form={form} name="body" label={t('talk.body')} hint={t('talk.bodyHint')} isRequired />
      </FormSection>
    </OperationForm>
  );
}
