import { contract as basesContract } from '@dualtrack/training-bases/contract';
import {
  ChoiceField,
  createClient,
  DayField,
  FormSection,
  OperationForm,
  PageHeader,
  SelectField,
  TextField,
  useAddressQuery,
  useGo,
  useNameOf,
  useOperation,
  useOperationForm,
  usePhrases,
} from '@dualtrack/ui';
import { api } from '../client.ts';
import { AgreementChoices } from '../parts/agreement-choice.tsx';
import { useOwnSide } from '../words.ts';

const bases = createClient(basesContract);
const parts = ['morning', 'afternoon', 'evening'] as const;

/** Plans a ceremony for an agreement. */
export function NewCeremonyPage() {
  const t = usePhrases('ceremonies');
  return (
    <>
      <PageHeader title={t('new.title')} crumbs={[{ label: t('list.ceremonies'), to: '/ceremonies' }]} />
      <AgreementChoices>{(choices) => <NewCeremonyForm choices={choices} />}</AgreementChoices>
    </>
  );
}

function NewCeremonyForm(props: { readonly choices: readonly { value: string; label: string }[] }) {
  const t = usePhrases('ceremonies');
  const go = useGo();
  const nameOf = useNameOf();
  const [{ agreement }] = useAddressQuery();
  const ownSide = useOwnSide() ?? 'school';
  const found = useOperation('training-bases.list', bases.list, { page: 1, size: 100 });
  const form = useOperationForm({
    name: 'ceremonies.create',
    initial: {
      ...{ agreementId: agreement ?? '', baseId: '', heldOn: '', timeOfDay: '', beginsAt: '' },
      ...{ place: '', placeEn: '', hostSide: String(ownSide) },
    },
    write: api.ceremonies.create,
    toInput: (values) => ({
      ...values,
      baseId: values.baseId === '' ? null : values.baseId,
      timeOfDay: parts.find((part) => part === values.timeOfDay) ?? null,
      hostSide: values.hostSide === 'enterprise' ? ('enterprise' as const) : ('school' as const),
    }),
    check: ({ agreementId, heldOn }) => ({
      ...(agreementId === '' ? { agreementId: t('new.required') } : {}),
      ...(heldOn === '' ? { heldOn: t('new.required') } : {}),
    }),
    invalidates: ['ceremonies'],
    done: t('new.done'),
    onDone: ({ id }) => go(`/ceremonies/${id}`),
  });
  return (
    <OperationForm form={form} submitLabel={t('new.create')}>
      <FormSection title={t('new.about')}>
        <SelectField
          form={form}
          name="agreementId"
          label={t('new.agreement')}
          isRequired
          choices={props.choices}
        />
        <SelectField
          form={form}
          name="baseId"
          label={t('new.base')}
          hint={t('new.noBase')}
          choices={(found.data?.items ?? []).map((one) => ({ value: one.id, label: nameOf(one) }))}
        />
      </FormSection>
      <FormSection title={t('new.whenWhere')}>
        <DayField form={form} name="heldOn" label={t('new.heldOn')} isRequired />
        <SelectField
          form={form}
          name="timeOfDay"
          label={t('new.timeOfDay')}
          choices={parts.map((value) => ({ value, label: t(`part.${value}`) }))}
        />
        <TextField
          form={form}
          name="beginsAt"
          label={t('new.beginsAt')}
          hint={t('new.beginsHint')}
          maxLength={5}
        />
        <TextField form={form} name="place" label={t('new.place')} maxLength={300} />
        <TextField form={form} name="placeEn" label={t('new.placeEn')} maxLength={300} />
        <ChoiceField
          form={form}
          name="hostSide"
          label={t('new.hostSide')}
          isRequired
          choices={[
            { value: 'school', label: t('new.school') },
            { value: 'enterprise', label: t('new.enterprise') },
          ]}
        />
      </FormSection>
    </OperationForm>
  );
}
