import { contract as accountsContract } from '@dualtrack/accounts/contract';
import {
  createClient,
  DayField,
  ErrorState,
  FileChoice,
  FormSection,
  Loading,
  LongTextField,
  ManySelectField,
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
  useWrite,
} from '@dualtrack/ui';
import { useState } from 'react';
import type { AgreementDetail } from '../../contract.ts';
import { paragraphsOf } from '../../paper.ts';
import { useAgreementNames, useOwnSide } from '../agreement-words.ts';
import { agreements } from '../client.ts';
import {
  type FollowsDraft,
  followsNothing,
  isFollowsWhole,
  PaperFollowsFields,
  sentFollows,
} from '../parts/paper-follows.tsx';
import { type DutyLine, RecordedDuties, sentDuties } from '../parts/recorded-duties.tsx';
import '../agreements.css';

const accounts = createClient(accountsContract);

/** Registers an agreement signed elsewhere, with what its source says. */
export function RegisterPage() {
  const t = usePhrases('agreements');
  const nameOf = useNameOf();
  const found = useOperation('accounts.partnerships', accounts.partnerships.list, undefined);
  const own = useOwnSide();
  const names = useAgreementNames();
  const [{ follows }] = useAddressQuery();
  const known = useOperation(
    'agreements.get',
    agreements.get,
    { agreementId: follows ?? '' },
    { enabled: follows !== undefined },
  );
  if (found.isPending || (follows !== undefined && known.isPending)) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const knownOf = (agreement: AgreementDetail) => ({
    partnerId: own === 'school' ? agreement.enterpriseId : agreement.home,
    value: agreement.id,
    label: `${names.title(agreement)} (${agreement.number})`,
  });
  const partners = found.data.partners.map((one) => ({ value: one.id, label: nameOf(one) }));
  return (
    <>
      <PageHeader
        title={t('register.title')}
        note={t('register.note')}
        crumbs={[{ label: t('list.title'), to: '/agreements' }]}
      />
      <RegisterForm partners={partners} known={known.data === undefined ? undefined : knownOf(known.data)} />
    </>
  );
}

const noKinds: readonly string[] = [];
const initial = {
  agenda: noKinds,
  ...{ partnerId: '', title: '', titleEn: '', schoolName: '', enterpriseName: '', source: '' },
  ...{ on: '', timeOfDay: '', place: '', presider: '', baseName: '', decisions: '' },
  ...{ validFrom: '', validTo: '', schoolPersons: '', enterprisePersons: '' },
};
/** The same words in both languages: a source is quoted as it is. */
const words = (text: string) => (text.trim() === '' ? null : { zh: text.trim(), en: null });

/** One person a line: name, then the post behind the first comma of any kind. */
function personsOf(side: 'school' | 'enterprise', text: string) {
  return paragraphsOf(text).map((line) => {
    const [name = '', ...posts] = line.split(/[,，、;；]\s*/);
    return { side, name: { zh: name, en: null }, posts: posts.flatMap((post) => words(post) ?? []) };
  });
}

const agendaKinds = [
  'introduction-of-guests',
  'enterprise-presentation',
  'school-presentation',
  'signing',
  'unveiling',
  'discussion',
] as const;

function recordOf(values: typeof initial, duties: readonly DutyLine[]) {
  const { on, place, presider, decisions } = values;
  const timeOfDay = (['morning', 'afternoon', 'evening'] as const).find((one) => one === values.timeOfDay);
  return {
    parties: [
      { side: 'school' as const, name: { zh: values.schoolName, en: null } },
      { side: 'enterprise' as const, name: { zh: values.enterpriseName, en: null } },
    ],
    ceremony:
      on === ''
        ? null
        : {
            ...{ on, timeOfDay: timeOfDay ?? null, place: words(place), presider: words(presider) },
            agenda: agendaKinds
              .filter((kind) => values.agenda.includes(kind))
              .map((kind) => ({ kind, by: [], topics: [] })),
          },
    persons: [
      ...personsOf('school', values.schoolPersons),
      ...personsOf('enterprise', values.enterprisePersons),
    ],
    obligations: sentDuties(duties),
    baseName: words(values.baseName),
    decisions: paragraphsOf(decisions).map((zh) => ({ zh, en: null })),
  };
}

function RegisterForm(props: {
  readonly partners: readonly { value: string; label: string }[];
  /** The agreement from whose page this was opened, with its partner. */
  readonly known: { partnerId: string; value: string; label: string } | undefined;
}) {
  const { known } = props;
  const t = usePhrases('agreements');
  const tSigning = usePhrases('agreement-signing');
  const go = useGo();
  const tDuties = usePhrases('obligations');
  const [duties, setDuties] = useState<readonly DutyLine[]>([]);
  const [follows, setFollows] = useState<FollowsDraft>(
    known === undefined ? followsNothing : { ...followsNothing, effect: 'amend', agreementId: known.value },
  );
  const [scan, setScan] = useState<File | undefined>(undefined);
  const addScan = useWrite(agreements.addScan, { invalidates: ['agreements'] });
  const partnerOf = (values: typeof initial) => known?.partnerId ?? values.partnerId;
  // A paper that only changes another has no duties of its own: they are changes of those.
  const hasDuties = follows.effect === null || follows.effect === 'renew';
  const ownDuties = hasDuties ? duties : [];
  const form = useOperationForm({
    name: 'agreements.register',
    initial,
    write: agreements.register,
    toInput: (values: typeof initial) => ({
      ...{ partnerId: partnerOf(values), title: values.title, titleEn: values.titleEn },
      ...{ source: values.source, facts: recordOf(values, ownDuties) },
      follows: sentFollows(follows),
      ...{ validFrom: values.validFrom || null, validTo: values.validTo || null },
    }),
    pointers: { schoolName: '/facts/parties/0/name/zh', enterpriseName: '/facts/parties/1/name/zh' },
    // What is half typed below is told here and not sent.
    check: () => (isFollowsWhole(follows) ? {} : { source: tDuties('paper.incomplete') }),
    invalidates: ['agreements'],
    done: t('did.register'),
    onDone: ({ id: agreementId }) => {
      const shown = () => go(`/agreements/${agreementId}`);
      if (scan === undefined) shown();
      else addScan.mutate({ agreementId, file: scan }, { onSettled: shown });
    },
  });
  const times = (['morning', 'afternoon', 'evening'] as const).map((value) => ({
    value,
    label: t(`record.${value}`),
  }));
  return (
    <OperationForm form={form} submitLabel={t('register.submit')}>
      <FormSection title={t('list.name')}>
        {known === undefined ? (
          <SelectField
            form={form}
            name="partnerId"
            label={t('register.partner')}
            choices={props.partners}
            isRequired
          />
        ) : null}
        <TextField form={form} name="title" label={t('terms.name')} />
        <TextField form={form} name="titleEn" label={t('terms.nameEn')} />
        <TextField form={form} name="schoolName" label={t('register.schoolName')} isRequired />
        <TextField form={form} name="enterpriseName" label={t('register.enterpriseName')} isRequired />
        <TextField form={form} name="source" label={t('record.source')} isRequired />
      </FormSection>
      <FormSection title={tDuties('paper.title')}>
        <PaperFollowsFields
          partnerId={partnerOf(form.values)}
          known={known}
          draft={follows}
          onChange={setFollows}
        />
      </FormSection>
      <FormSection title={t('record.title')}>
        <DayField form={form} name="on" label={t('record.on')} />
        <SelectField form={form} name="timeOfDay" label={t('record.time')} choices={times} />
        <TextField form={form} name="place" label={t('record.place')} />
        <TextField form={form} name="presider" label={t('record.presider')} />
        <TextField form={form} name="baseName" label={t('record.base')} />
        <ManySelectField
          form={form}
          name="agenda"
          label={t('record.agenda')}
          choices={agendaKinds.map((value) => ({ value, label: t(`record.${value}`) }))}
        />
        <LongTextField form={form} name="decisions" label={t('register.decisions')} />
      </FormSection>
      <FormSection title={tSigning('register.people')}>
        <LongTextField form={form} name="schoolPersons" label={tSigning('register.schoolPersons')} />
        <LongTextField form={form} name="enterprisePersons" label={tSigning('register.enterprisePersons')} />
        <DayField form={form} name="validFrom" label={t('terms.from')} />
        <DayField form={form} name="validTo" label={t('terms.to')} />
        <div className="ag-scan">
          <FileChoice
            label={tSigning('register.scan')}
            accept="application/pdf,image/jpeg,image/png"
            onFile={setScan}
          />
          <span className="dt-small dt-quiet">{tSigning('register.scanNote')}</span>
        </div>
      </FormSection>
      {hasDuties ? (
        <FormSection title={tDuties('recorded.title')}>
          <RecordedDuties lines={duties} onChange={setDuties} />
        </FormSection>
      ) : null}
    </OperationForm>
  );
}
