import { contract as accountsContract } from '@dualtrack/accounts/contract';
import {
  createClient,
  DayField,
  EmptyState,
  ErrorState,
  FormSection,
  Loading,
  OperationForm,
  PageHeader,
  SelectField,
  TextField,
  useGo,
  useNameOf,
  useOperation,
  useOperationForm,
  usePhrases,
  useSession,
} from '@dualtrack/ui';
import { useState } from 'react';
import type { TemplateDetail } from '../../contract/templates.ts';
import { type GivenValues, sentAnswers } from '../../template-values.ts';
import { agreements } from '../client.ts';
import { TemplateAnswers } from '../parts/template-answers.tsx';
import { TemplateChooser } from '../parts/template-chooser.tsx';
import '../agreements.css';
import '../parts/templates.css';

const accounts = createClient(accountsContract);

type Values = {
  partnerId: string;
  validFrom: string;
  validTo: string;
  signer: string;
  signerPost: string;
  route: string;
};

/** Begins an agreement with a partner from a template that needs no order. */
export function NewFromTemplate(props: { readonly template: TemplateDetail }) {
  const t = usePhrases('agreement-templates');
  const tAgreements = usePhrases('agreements');
  const nameOf = useNameOf();
  const found = useOperation('accounts.partnerships', accounts.partnerships.list, undefined);
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { title, titleEn } = props.template;
  const partners = found.data.partners.map((partner) => ({ value: partner.id, label: nameOf(partner) }));
  return (
    <>
      <PageHeader
        title={nameOf({ name: title, nameEn: titleEn })}
        crumbs={[{ label: tAgreements('list.title'), to: '/agreements' }]}
      />
      <TemplateChooser />
      {partners.length === 0 ? (
        <EmptyState title={t('use.noPartner')}>{t('use.noPartnerNote')}</EmptyState>
      ) : (
        <Form {...props} partners={partners} />
      )}
    </>
  );
}

function Form(props: {
  readonly template: TemplateDetail;
  readonly partners: readonly { value: string; label: string }[];
}) {
  const { template, partners } = props;
  const t = usePhrases('agreement-templates');
  const tAgreements = usePhrases('agreements');
  const go = useGo();
  const { person } = useSession();
  const [given, setGiven] = useState<GivenValues>({});
  const { id, kind, version, variables } = template;
  const initial: Values = {
    partnerId: partners[0]?.value ?? '',
    ...{ validFrom: '', validTo: '', signer: person.name, signerPost: '', route: 'negotiated' },
  };
  const form = useOperationForm({
    name: `agreements.create.${id ?? kind}`,
    initial,
    write: agreements.create,
    toInput: ({ route, ...values }: Values) => ({
      ...values,
      given: sentAnswers(given),
      route: route === 'standard' ? ('standard' as const) : ('negotiated' as const),
      template: id === null || version === null ? { kind } : { templateId: id, version },
    }),
    invalidates: ['agreements'],
    done: tAgreements('did.create'),
    onDone: (made) => go(`/agreements/${made.id}`),
  });
  const routes = (['negotiated', 'standard'] as const).map((value) => ({ value, label: t(`use.${value}`) }));
  return (
    <OperationForm form={form} submitLabel={tAgreements('create.submit')}>
      <FormSection title={t('use.partner')}>
        <SelectField form={form} name="partnerId" label={t('use.partner')} choices={partners} isRequired />
        <DayField form={form} name="validFrom" label={tAgreements('terms.from')} isRequired />
        <DayField form={form} name="validTo" label={tAgreements('terms.to')} isRequired />
        <SelectField form={form} name="route" label={t('use.route')} choices={routes} isRequired />
      </FormSection>
      <FormSection title={tAgreements('create.signing')}>
        <TextField form={form} name="signer" label={tAgreements('party.signer')} isRequired />
        <TextField form={form} name="signerPost" label={tAgreements('party.post')} />
      </FormSection>
      {variables.length === 0 ? null : (
        <FormSection title={t('use.answers')}>
          <TemplateAnswers variables={variables} given={given} onChange={setGiven} />
        </FormSection>
      )}
    </OperationForm>
  );
}
