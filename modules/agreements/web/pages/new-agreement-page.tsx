import {
  createClient,
  DayField,
  EmptyState,
  ErrorState,
  FormSection,
  Loading,
  MoneyField,
  NumberField,
  OperationForm,
  PageHeader,
  PageLink,
  SelectField,
  TextField,
  useAddressQuery,
  useGo,
  useNameOf,
  useOperation,
  useOperationForm,
  usePhrases,
  useSession,
} from '@dualtrack/ui';
import { contract as workforceContract } from '@dualtrack/workforce/contract';
import { useState } from 'react';
import { type GivenValues, sentAnswers } from '../../template-values.ts';
import { type TemplateKind, type TemplateVariable, templateKinds } from '../../template-variables.ts';
import { useOwnSide } from '../agreement-words.ts';
import { agreements } from '../client.ts';
import { TemplateAnswers } from '../parts/template-answers.tsx';
import { TemplateChooser } from '../parts/template-chooser.tsx';
import { NewFromTemplate } from './new-from-template-page.tsx';
import '../agreements.css';

const workforce = createClient(workforceContract);

type Values = {
  orderId: string;
  route: string;
  validFrom: string;
  validTo: string;
  signer: string;
  signerPost: string;
  baseName: string;
  internMonthlyPayMin: number | null;
  scholarshipPerStudent: number | null;
  percentHired: number | null;
  place: string;
};
type Choice = { value: string; label: string };

/** Begins an agreement from the template that the address names; without one from that of order classes. */
export function NewAgreementPage() {
  const [query] = useAddressQuery();
  const kind = templateKinds.find((one) => one === query.kind);
  if (kind === 'tripartite') return <PerStudent />;
  if (query.template) return <FromOwn templateId={query.template} version={Number(query.version)} />;
  return kind === undefined || kind === 'order-class' ? (
    <FromOrder template={{ kind: 'order-class' }} />
  ) : (
    <FromStandard kind={kind} />
  );
}

/** Tripartite agreements are made from their class, one for each student. */
function PerStudent() {
  const t = usePhrases('internships');
  return (
    <EmptyState
      title={t('list.title')}
      action={<PageLink to="/internship-agreements">{t('list.title')}</PageLink>}
    >
      {t('list.note')}
    </EmptyState>
  );
}

function FromOwn(props: { readonly templateId: string; readonly version: number }) {
  const { templateId, version } = props;
  const found = useOperation('agreements.template', agreements.templates.get, props);
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data.kind === 'tripartite') return <PerStudent />;
  if (found.data.kind !== 'order-class') return <NewFromTemplate template={found.data} />;
  return <FromOrder template={{ templateId, version }} variables={found.data.variables} />;
}

function FromStandard(props: { readonly kind: TemplateKind }) {
  const found = useOperation('agreements.standardTemplate', agreements.templates.standard, props);
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return <NewFromTemplate template={found.data} />;
}

type Template = { kind: 'order-class' } | { templateId: string; version: number };
type OfTemplate = { readonly template: Template; readonly variables?: readonly TemplateVariable[] };

function FromOrder(given: OfTemplate) {
  const t = usePhrases('agreements');
  const nameOf = useNameOf();
  const own = useOwnSide();
  const found = useOperation('workforce.accepted', workforce.orders.list, {
    state: 'accepted',
    page: 1,
    size: 100,
  });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const orders = found.data.items.map((order) => ({
    value: order.id,
    label: `${order.className} · ${nameOf(
      own === 'school'
        ? { name: order.enterprise, nameEn: order.enterpriseEn }
        : { name: order.school, nameEn: order.schoolEn },
    )}`,
  }));
  return (
    <>
      <PageHeader title={t('create.title')} crumbs={[{ label: t('list.title'), to: '/agreements' }]} />
      <TemplateChooser />
      {orders.length === 0 ? (
        <EmptyState
          title={t('create.noOrder')}
          action={<PageLink to="/talent-orders">{t('create.orders')}</PageLink>}
        >
          {t('create.noOrderNote')}
        </EmptyState>
      ) : (
        <NewAgreementForm {...given} orders={orders} />
      )}
    </>
  );
}

function NewAgreementForm(props: OfTemplate & { readonly orders: readonly Choice[] }) {
  const t = usePhrases('agreements');
  const tOwn = usePhrases('agreement-templates');
  const go = useGo();
  const [query] = useAddressQuery();
  const { person } = useSession();
  const wanted = props.orders.find((order) => order.value === query.order) ?? props.orders[0];
  const initial: Values = {
    orderId: wanted?.value ?? '',
    route: 'negotiated',
    validFrom: '',
    validTo: '',
    signer: person.name,
    signerPost: '',
    baseName: '',
    internMonthlyPayMin: null,
    scholarshipPerStudent: null,
    percentHired: null,
    place: '',
  };
  const [given, setGiven] = useState<GivenValues>({});
  const { template, variables = [] } = props;
  const form = useOperationForm({
    name: 'agreements.create',
    initial,
    write: agreements.create,
    toInput: (values: Values) => ({
      template,
      given: sentAnswers(given),
      route: values.route === 'standard' ? ('standard' as const) : ('negotiated' as const),
      orderId: values.orderId,
      validFrom: values.validFrom,
      validTo: values.validTo,
      signer: values.signer,
      signerPost: values.signerPost,
      terms: {
        baseName: values.baseName || null,
        place: values.place || null,
        internMonthlyPayMin: values.internMonthlyPayMin,
        scholarshipPerStudent: values.scholarshipPerStudent,
        minimumHireShare: values.percentHired === null ? null : values.percentHired / 100,
      },
    }),
    pointers: { percentHired: '/terms/minimumHireShare' },
    invalidates: ['agreements', 'workforce'],
    done: t('did.create'),
    onDone: ({ id }) => go(`/agreements/${id}`),
  });
  const routes = (['negotiated', 'standard'] as const).map((value) => ({
    value,
    label: tOwn(`use.${value}`),
  }));
  return (
    <OperationForm form={form} submitLabel={t('create.submit')}>
      <FormSection title={t('create.order')}>
        <SelectField form={form} name="orderId" label={t('create.order')} choices={props.orders} isRequired />
        <DayField form={form} name="validFrom" label={t('terms.from')} isRequired />
        <DayField form={form} name="validTo" label={t('terms.to')} isRequired />
        <SelectField form={form} name="route" label={tOwn('use.route')} choices={routes} isRequired />
      </FormSection>
      <FormSection title={t('create.signing')}>
        <TextField
          form={form}
          name="signer"
          label={t('party.signer')}
          hint={t('party.signerHint')}
          isRequired
        />
        <TextField form={form} name="signerPost" label={t('party.post')} />
        <TextField form={form} name="place" label={t('terms.place')} />
      </FormSection>
      <FormSection title={t('terms.title')}>
        <TextField form={form} name="baseName" label={t('terms.baseName')} />
        <MoneyField form={form} name="internMonthlyPayMin" label={t('terms.internMonthlyPayMin')} />
        <MoneyField form={form} name="scholarshipPerStudent" label={t('terms.scholarshipPerStudent')} />
        <NumberField form={form} name="percentHired" label={t('terms.minimumHireShare')} unit="%" max={100} />
      </FormSection>
      {variables.length === 0 ? null : (
        <FormSection title={tOwn('use.answers')}>
          <TemplateAnswers variables={variables} given={given} onChange={setGiven} />
        </FormSection>
      )}
    </OperationForm>
  );
}
