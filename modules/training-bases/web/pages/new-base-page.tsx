import { contract as agreementsContract } from '@dualtrack/agreements/contract';
import {
  createClient,
  DayField,
  EmptyState,
  ErrorState,
  FormSection,
  Loading,
  LongTextField,
  OperationForm,
  PageHeader,
  PageLink,
  SelectField,
  TextField,
  useGo,
  useNameOf,
  useOperation,
  useOperationForm,
  usePhrases,
} from '@dualtrack/ui';
import { bases } from '../client.ts';

const agreements = createClient(agreementsContract);
type Values = {
  agreementId: string;
  name: string;
  nameEn: string;
  plaque: string;
  unveiledOn: string;
  note: string;
};

/** Founds a base under an agreement that stands. */
export function NewBasePage() {
  const t = usePhrases('training-bases');
  const go = useGo();
  const nameOf = useNameOf();
  const list = useOperation('agreements.list', agreements.list, { page: 1, size: 100 });
  const initial: Values = { agreementId: '', name: '', nameEn: '', plaque: '', unveiledOn: '', note: '' };
  const form = useOperationForm({
    name: 'training-bases.create',
    initial,
    write: bases.create,
    toInput: (values) => ({
      ...values,
      unveiledOn: values.unveiledOn === '' ? null : values.unveiledOn,
    }),
    check: (values: Values) => (values.agreementId === '' ? { agreementId: t('new.required') } : {}),
    invalidates: ['training-bases'],
    done: t('new.done'),
    onDone: ({ id }) => go(`/bases/${id}`),
  });
  const header = <PageHeader title={t('new.title')} crumbs={[{ label: t('list.title'), to: '/bases' }]} />;
  if (list.isPending) return <Loading />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const standing = list.data.items.filter((one) => one.state === 'in-force' || one.state === 'registered');
  if (standing.length === 0) {
    return (
      <>
        {header}
        <EmptyState
          title={t('new.noAgreement')}
          action={<PageLink to="/agreements">{t('new.agreements')}</PageLink>}
        >
          {t('new.noAgreementNote')}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      {header}
      <OperationForm form={form} submitLabel={t('new.create')}>
        <FormSection title={t('base.about')}>
          <SelectField
            form={form}
            name="agreementId"
            label={t('base.agreement')}
            isRequired
            choices={standing.map((one) => ({
              value: one.id,
              label: `${nameOf({ name: one.title, nameEn: one.titleEn })} · ${one.number}`,
            }))}
          />
          <TextField form={form} name="name" label={t('base.name')} isRequired maxLength={200} />
          <TextField form={form} name="nameEn" label={t('base.nameEn')} maxLength={200} />
        </FormSection>
        <FormSection title={t('base.plaqueSection')}>
          <TextField form={form} name="plaque" label={t('base.plaque')} maxLength={200} />
          <DayField form={form} name="unveiledOn" label={t('base.unveiledOn')} />
          <LongTextField form={form} name="note" label={t('base.note')} />
        </FormSection>
      </OperationForm>
    </>
  );
}
