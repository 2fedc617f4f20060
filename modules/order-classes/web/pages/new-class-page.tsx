import {
  EmptyState,
  ErrorState,
  FormSection,
  OperationForm,
  PageHeader,
  SelectField,
  useGo,
  useNameOf,
  useOperation,
  useOperationForm,
  usePhrases,
} from '@dualtrack/ui';
import { orderClasses } from '../client.ts';
import {
  ClassFields,
  type ClassValues,
  classInput,
  emptyClass,
  useClassCheck,
} from '../parts/class-form.tsx';

/** Drafts a class from an agreement in force. */
export function NewClassPage() {
  const t = usePhrases('order-classes');
  const go = useGo();
  const nameOf = useNameOf();
  const check = useClassCheck();
  const options = useOperation('order-classes.startable', orderClasses.classes.startable, {});
  const form = useOperationForm<
    ClassValues,
    Parameters<typeof orderClasses.classes.create>[0],
    { id: string }
  >({
    name: 'order-classes.create',
    initial: emptyClass,
    write: orderClasses.classes.create,
    toInput: (values) => ({ agreementId: values.agreementId, ...classInput(values) }),
    check: (values) => ({
      ...check(values),
      ...(values.agreementId === '' ? { agreementId: t('form.required') } : {}),
    }),
    invalidates: ['order-classes', 'workforce'],
    onDone: ({ id }) => go(`/order-classes/${id}`),
  });
  const header = (
    <PageHeader title={t('form.newTitle')} crumbs={[{ label: t('list.title'), to: '/order-classes' }]} />
  );
  if (options.isError) return <ErrorState error={options.error} onRetry={() => void options.refetch()} />;
  if (options.data === undefined) return header;
  const { agreements } = options.data;
  const chosen = agreements.find((one) => one.id === form.values.agreementId);
  if (agreements.length === 0) {
    return (
      <>
        {header}
        <EmptyState title={t('form.noAgreement')}>{t('form.noAgreementNote')}</EmptyState>
      </>
    );
  }
  return (
    <>
      {header}
      <OperationForm form={form} submitLabel={t('form.create')}>
        <FormSection title={t('form.basis')} note={t('form.agreementNote')}>
          <SelectField
            form={form}
            name="agreementId"
            label={t('form.agreement')}
            isRequired
            choices={agreements.map((one) => ({
              value: one.id,
              label: `${one.className} · ${nameOf({ name: one.enterprise, nameEn: one.enterpriseEn })} · ${one.number}`,
            }))}
            hint={
              chosen === undefined
                ? undefined
                : chosen.lines
                    .map((line) => `${nameOf({ name: line.title, nameEn: line.titleEn })} × ${line.seats}`)
                    .join(' · ')
            }
          />
        </FormSection>
        <ClassFields form={form} options={options.data} />
      </OperationForm>
    </>
  );
}
