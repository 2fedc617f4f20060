import {
  ChoiceField,
  DayField,
  ErrorState,
  FactList,
  FormSection,
  Loading,
  Money,
  MoneyField,
  NumberField,
  OperationForm,
  Panel,
  SideTag,
  TextField,
  useNameOf,
  useOperation,
  useOperationForm,
  usePhrases,
  WhyNotButton,
} from '@dualtrack/ui';
import { useState } from 'react';
import { sides } from '../../agreement.ts';
import type { AgreementDetail } from '../../contract.ts';
import type { AgreementTerms } from '../../shapes.ts';
import { useOwnSide, useWhyNot } from '../agreement-words.ts';
import { agreements } from '../client.ts';
import { AnswersPanel } from './answers-panel.tsx';

/** Both parties as they stand in the agreement, and the figures that its clauses quote. */
export function PartiesAndTerms(props: { readonly agreement: AgreementDetail }) {
  const { agreement } = props;
  return (
    <div className="ag-stack">
      <div className="ag-two">
        {sides.map((side) => (
          <PartyPanel key={side} agreement={agreement} side={side} />
        ))}
      </div>
      {agreement.kind !== 'continued' && agreement.record === null && agreement.kind !== 'amendment' ? (
        <AnswersPanel agreementId={agreement.id} />
      ) : null}
      {agreement.terms === null ? null : <TermsPanel agreement={agreement} terms={agreement.terms} />}
    </div>
  );
}

type OfAgreement = { readonly agreement: AgreementDetail };

const isWordable = (agreement: AgreementDetail) => ['negotiating', 'confirmed'].includes(agreement.state);

function PartyPanel(props: OfAgreement & { readonly side: 'school' | 'enterprise' }) {
  const { agreement, side } = props;
  const t = usePhrases('agreements');
  const whyNot = useWhyNot();
  const own = useOwnSide();
  const nameOf = useNameOf();
  const [isOpen, setOpen] = useState(false);
  const party = agreement.parties.find((one) => one.side === side);
  const or = (text: string | undefined) => text || <span className="dt-quiet">{t('party.unknown')}</span>;
  return (
    <Panel
      title={<SideTag side={side}>{party === undefined ? '' : nameOf(party)}</SideTag>}
      actions={
        own === side && isWordable(agreement) && !isOpen ? (
          <WhyNotButton size="small" whyNot={whyNot(agreement.abilities.edit)} onClick={() => setOpen(true)}>
            {t('party.edit')}
          </WhyNotButton>
        ) : null
      }
    >
      {isOpen ? (
        <OwnParty agreement={agreement} onDone={() => setOpen(false)} />
      ) : (
        <FactList
          facts={[
            { label: t('party.code'), value: party?.code },
            { label: t('party.representative'), value: or(party?.legalRepresentative) },
            { label: t('party.address'), value: or(party?.address) },
            { label: t('party.signer'), value: or(party?.signer) },
            { label: t('party.post'), value: or(party?.signerPost) },
          ]}
        />
      )}
    </Panel>
  );
}

type PartyValues = { legalRepresentative: string; address: string; signer: string; signerPost: string };

function OwnParty(props: OfAgreement & { readonly onDone: () => void }) {
  const agreementId = props.agreement.id;
  const found = useOperation('agreements.ownParty', agreements.ownParty, { agreementId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return <PartyForm {...props} initial={found.data} />;
}

function PartyForm(props: OfAgreement & { readonly onDone: () => void; readonly initial: PartyValues }) {
  const t = usePhrases('agreements');
  const form = useOperationForm({
    name: `agreements.party.${props.agreement.id}`,
    initial: props.initial,
    write: agreements.setParty,
    toInput: (values: PartyValues) => ({ agreementId: props.agreement.id, ...values }),
    invalidates: ['agreements'],
    done: t('did.save'),
    onDone: props.onDone,
    keepsDraft: false,
  });
  return (
    <OperationForm form={form} submitLabel={t('do.save')}>
      <TextField form={form} name="legalRepresentative" label={t('party.representative')} />
      <TextField form={form} name="address" label={t('party.address')} />
      <TextField
        form={form}
        name="signer"
        label={t('party.signer')}
        hint={t('party.signerHint')}
        isRequired
      />
      <TextField form={form} name="signerPost" label={t('party.post')} />
    </OperationForm>
  );
}

function TermsPanel(props: OfAgreement & { readonly terms: AgreementTerms }) {
  const { agreement, terms } = props;
  const t = usePhrases('agreements');
  const whyNot = useWhyNot();
  const [isOpen, setOpen] = useState(false);
  const none = <span className="dt-quiet">{t('terms.none')}</span>;
  const money = (amount: number | null) =>
    amount === null ? none : <Money money={{ amount, currency: 'CNY' }} />;
  const { minimumHireShare: share } = terms;
  return (
    <Panel
      title={t('terms.title')}
      actions={
        isWordable(agreement) && !isOpen ? (
          <WhyNotButton size="small" whyNot={whyNot(agreement.abilities.edit)} onClick={() => setOpen(true)}>
            {t('terms.edit')}
          </WhyNotButton>
        ) : null
      }
    >
      {isOpen ? (
        <TermsForm agreement={agreement} terms={terms} onDone={() => setOpen(false)} />
      ) : (
        <FactList
          facts={[
            { label: t('terms.baseName'), value: terms.baseName ?? none },
            { label: t('terms.internMonthlyPayMin'), value: money(terms.internMonthlyPayMin) },
            { label: t('terms.scholarshipPerStudent'), value: money(terms.scholarshipPerStudent) },
            {
              label: t('terms.minimumHireShare'),
              value: share === null ? none : `${Math.round(share * 100)}%`,
            },
            { label: t('terms.enterpriseCourseHours'), value: terms.enterpriseCourseHours ?? none },
            { label: t('terms.trainingWeeks'), value: terms.trainingWeeks ?? none },
            { label: t('terms.teacherPracticeDays'), value: terms.teacherPracticeDays ?? none },
            { label: t('terms.staffTrainingDays'), value: terms.staffTrainingDays ?? none },
            { label: t('terms.learnersPerMentorMax'), value: terms.learnersPerMentorMax },
            { label: t('terms.insuredBy'), value: t(`side.${terms.insuredBy}`) },
            { label: t('terms.place'), value: terms.place ?? none },
          ]}
        />
      )}
    </Panel>
  );
}

function TermsForm(props: OfAgreement & { readonly terms: AgreementTerms; readonly onDone: () => void }) {
  const { agreement, terms } = props;
  const t = usePhrases('agreements');
  const initial = {
    title: agreement.title,
    titleEn: agreement.titleEn,
    validFrom: agreement.validFrom ?? '',
    validTo: agreement.validTo ?? '',
    ...terms,
    baseName: terms.baseName ?? '',
    baseNameEn: terms.baseNameEn ?? '',
    place: terms.place ?? '',
    insuredBy: String(terms.insuredBy),
    percentHired: terms.minimumHireShare === null ? null : terms.minimumHireShare * 100,
  };
  const form = useOperationForm({
    name: `agreements.terms.${agreement.id}`,
    initial,
    write: agreements.setTerms,
    toInput: ({
      title,
      titleEn,
      validFrom,
      validTo,
      percentHired,
      insuredBy,
      ...values
    }: typeof initial) => ({
      ...{ agreementId: agreement.id, title, titleEn, validFrom, validTo },
      terms: {
        ...values,
        baseName: values.baseName || null,
        baseNameEn: values.baseNameEn || null,
        place: values.place || null,
        insuredBy: insuredBy === 'enterprise' ? ('enterprise' as const) : ('school' as const),
        minimumHireShare: percentHired === null ? null : percentHired / 100,
      },
    }),
    pointers: { percentHired: '/terms/minimumHireShare' },
    invalidates: ['agreements'],
    done: t('did.save'),
    onDone: props.onDone,
    keepsDraft: false,
  });
  return (
    <OperationForm form={form} submitLabel={t('do.save')}>
      <p className="dt-quiet">{t('terms.note')}</p>
      <FormSection title={t('list.name')}>
        <TextField form={form} name="title" label={t('terms.name')} isRequired />
        <TextField form={form} name="titleEn" label={t('terms.nameEn')} />
        <DayField form={form} name="validFrom" label={t('terms.from')} isRequired />
        <DayField form={form} name="validTo" label={t('terms.to')} isRequired />
        <TextField form={form} name="place" label={t('terms.place')} />
      </FormSection>
      <FormSection title={t('terms.title')}>
        <TextField form={form} name="baseName" label={t('terms.baseName')} />
        <TextField form={form} name="baseNameEn" label={t('terms.baseNameEn')} />
        <MoneyField form={form} name="internMonthlyPayMin" label={t('terms.internMonthlyPayMin')} />
        <MoneyField form={form} name="scholarshipPerStudent" label={t('terms.scholarshipPerStudent')} />
        <NumberField form={form} name="percentHired" label={t('terms.minimumHireShare')} unit="%" max={100} />
        <NumberField form={form} name="enterpriseCourseHours" label={t('terms.enterpriseCourseHours')} />
        <NumberField form={form} name="trainingWeeks" label={t('terms.trainingWeeks')} />
        <NumberField form={form} name="teacherPracticeDays" label={t('terms.teacherPracticeDays')} />
        <NumberField form={form} name="staffTrainingDays" label={t('terms.staffTrainingDays')} />
        <ChoiceField
          form={form}
          name="insuredBy"
          label={t('terms.insuredBy')}
          choices={sides.map((value) => ({ value, label: t(`side.${value}`) }))}
        />
      </FormSection>
    </OperationForm>
  );
}
