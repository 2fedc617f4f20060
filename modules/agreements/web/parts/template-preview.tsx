import { contract as accountsContract } from '@dualtrack/accounts/contract';
import {
  createClient,
  ErrorState,
  Loading,
  useLanguage,
  useNameOf,
  useOperation,
  usePhrases,
} from '@dualtrack/ui';
import { contract as workforceContract } from '@dualtrack/workforce/contract';
import { Select } from 'antd';
import { useState } from 'react';
import type { TemplateText } from '../../check-template.ts';
import { paragraphsOf } from '../../paper.ts';
import { useAgreementNames } from '../agreement-words.ts';
import { agreements } from '../client.ts';

const workforce = createClient(workforceContract);
const accounts = createClient(accountsContract);

/** Tells agreements from orders and partners in the list of choices. */
const agreementMark = 'agreement ';

/** The template filled from a real order, partner or agreement. */
export function TemplatePreview(props: { readonly template: TemplateText }) {
  const { kind, body, bodyEn, variables } = props.template;
  const t = usePhrases('agreement-templates');
  const nameOf = useNameOf();
  const names = useAgreementNames();
  const [from, setFrom] = useState('');
  const orders = useOperation('workforce.forPreview', workforce.orders.list, { page: 1, size: 50 });
  const partners = useOperation('accounts.partnerships', accounts.partnerships.list, undefined);
  const made = useOperation('agreements.forPreview', agreements.list, { kind, page: 1, size: 20 });
  const choices = [
    { value: '', label: t('preview.nothing') },
    ...(kind === 'order-class'
      ? (orders.data?.items ?? []).map((order) => ({
          value: order.id,
          label: t('preview.order', { name: order.className }),
        }))
      : (partners.data?.partners ?? []).map((partner) => ({
          value: partner.id,
          label: t('preview.partner', { name: nameOf(partner) }),
        }))),
    ...(made.data?.items ?? []).map((row) => ({
      value: `${agreementMark}${row.id}`,
      label: t('preview.agreement', { name: names.title(row) }),
    })),
  ];
  const subject = from.startsWith(agreementMark)
    ? { agreementId: from.slice(agreementMark.length) }
    : kind === 'order-class'
      ? { orderId: from }
      : { partnerId: from };
  const input = { kind, body, bodyEn, variables: [...variables], ...(from === '' ? {} : subject) };
  return (
    <div className="at-preview">
      <Select aria-label={t('preview.with')} value={from} options={choices} onChange={setFrom} />
      <Filled input={input} />
    </div>
  );
}

function Filled(props: { readonly input: Parameters<typeof agreements.templates.preview>[0] }) {
  const t = usePhrases('agreement-templates');
  const { locale } = useLanguage();
  const found = useOperation('agreements.templatePreview', agreements.templates.preview, props.input);
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { sections, flaws } = found.data;
  if (flaws.length > 0) return <p className="dt-quiet">{t('preview.flawed')}</p>;
  return sections.map((section, index) => (
    <section key={section.clause} className="at-clause">
      <h3>
        <span>{index + 1}</span>
        {locale === 'en' ? section.titleEn : section.title}
      </h3>
      {paragraphsOf(locale === 'en' ? section.bodyEn : section.body).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </section>
  ));
}
