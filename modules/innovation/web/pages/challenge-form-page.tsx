import {
  CheckField,
  ChoiceField,
  DayField,
  ErrorState,
  FormSection,
  Loading,
  LongTextField,
  ManySelectField,
  MoneyField,
  NumberField,
  OperationForm,
  PageHeader,
  SelectField,
  TextField,
  useAddressQuery,
  useGo,
  useNameOf,
  useOperation,
  useOperationForm,
  usePathParam,
  usePhrases,
} from '@dualtrack/ui';
import {
  type ChallengeOrigin,
  challengeLengths,
  challengeOrigins,
  originPlaces,
  originsOfPlace,
} from '../../challenge.ts';
import type { ChallengeDetail } from '../../contract.ts';
import { type Criterion, criteria, usualRubric } from '../../rubric.ts';
import { api } from '../client.ts';
import { StartedFrom } from '../parts/started-from.tsx';
import '../innovation.css';

/**
 * Writes a new challenge; the address may say what it starts from:
 * `?from=forecast&place=forecast&record=…&note=…`.
 */
export function NewChallengePage() {
  const t = usePhrases('innovation');
  const [{ record }] = useAddressQuery();
  const found = useOperation('innovation.people', api.challenges.people, {});
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <>
      <PageHeader title={t('challenge.new')} crumbs={[{ label: t('challenges.title'), to: '/challenges' }]} />
      {record !== undefined && /^[0-9a-f-]{36}$/i.test(record) ? <StartedFrom record={record} /> : null}
      <ChallengeForm partners={found.data.partners} />
    </>
  );
}

/** Changes a challenge before it is published. */
export function EditChallengePage() {
  const t = usePhrases('innovation');
  const challengeId = usePathParam('challengeId');
  const found = useOperation('innovation.challenge', api.challenges.get, { challengeId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <>
      <PageHeader
        title={t('challenge.edit')}
        crumbs={[
          { label: t('challenges.title'), to: '/challenges' },
          { label: found.data.title, to: `/challenges/${challengeId}` },
        ]}
      />
      <ChallengeForm partners={[]} known={found.data} />
    </>
  );
}

type Partner = { readonly id: string; readonly name: string; readonly nameEn: string };
type Words = 'title' | 'titleEn' | 'keywords' | 'summary' | 'detail' | 'limits' | 'expected' | 'originNote';
type Values = Record<Words | 'reach' | 'origin' | 'deadline', string> &
  Record<'readinessFrom' | 'readinessTo' | 'budgetMin' | 'budgetMax' | Criterion, number | null> & {
    isConfidential: boolean;
    partnerIds: readonly string[];
  };

function valuesOf(known: ChallengeDetail | undefined, from: string | undefined, note: string): Values {
  const origin = challengeOrigins.find((one) => one === from) ?? 'idea';
  if (known === undefined)
    return {
      ...{ title: '', titleEn: '', keywords: '', summary: '', detail: '', limits: '', expected: '' },
      ...{ origin, originNote: note, deadline: '', reach: 'open', partnerIds: [], isConfidential: true },
      ...{ readinessFrom: 3, readinessTo: 6, budgetMin: null, budgetMax: null, ...usualRubric },
    };
  const { title, titleEn, keywords, summary, detail, limits, expected, originNote, deadline, reach } = known;
  const { readinessFrom, readinessTo, budgetMin, budgetMax, isConfidential, rubric } = known;
  return {
    ...{ title, titleEn, keywords, summary, originNote, deadline, reach, origin: known.origin },
    ...{ detail: detail ?? '', limits: limits ?? '', expected: expected ?? '', partnerIds: [] },
    ...{ readinessFrom, readinessTo, budgetMin, budgetMax, isConfidential, ...rubric },
  };
}

function inputOf(values: Values) {
  const { origin, reach, partnerIds, relevance, feasibility, novelty, team, value, ...rest } = values;
  const kind: ChallengeOrigin = challengeOrigins.find((one) => one === origin) ?? 'idea';
  return {
    ...rest,
    origin: kind,
    readinessFrom: rest.readinessFrom ?? 0,
    readinessTo: rest.readinessTo ?? 0,
    budgetMin: rest.budgetMin ?? 0,
    budgetMax: rest.budgetMax ?? rest.budgetMin ?? 0,
    rubric: {
      ...{ relevance: relevance ?? 0, feasibility: feasibility ?? 0, novelty: novelty ?? 0 },
      ...{ team: team ?? 0, value: value ?? 0 },
    },
  };
}

function ChallengeForm(props: { readonly partners: readonly Partner[]; readonly known?: ChallengeDetail }) {
  const t = usePhrases('innovation');
  const go = useGo();
  const [{ from, note, place, record, within }] = useAddressQuery();
  const news = usePhrases('innovation-news');
  const source = originPlaces.find((one) => one === place);
  const originRecord =
    source === undefined || record === undefined
      ? null
      : { place: source, id: record, within: within ?? null };
  const { known } = props;
  const initial = valuesOf(known, from, note ?? '');
  const form = useOperationForm({
    name: `innovation.challenge.${known?.id ?? record ?? 'new'}`,
    initial,
    write: async (values: Values, options) => {
      if (known !== undefined)
        return api.challenges.edit({ ...inputOf(values), challengeId: known.id }, options);
      const reach = values.reach === 'invited' ? ('invited' as const) : ('open' as const);
      const partnerIds = reach === 'invited' ? [...values.partnerIds] : [];
      return api.challenges.create(
        {
          ...{ ...inputOf(values), reach, partnerIds },
          // Who chooses another start leaves the record behind.
          originRecord:
            originRecord !== null && originsOfPlace[originRecord.place].some((one) => one === values.origin)
              ? originRecord
              : null,
        },
        options,
      );
    },
    toInput: (values) => values,
    pointers: Object.fromEntries(criteria.map((criterion) => [criterion, `/rubric/${criterion}`])),
    check: (values) =>
      Object.fromEntries(
        (['title', 'summary', 'detail', 'expected', 'deadline'] as const).flatMap((name) =>
          values[name].trim() === '' ? [[name, t('form.required')]] : [],
        ),
      ),
    invalidates: ['innovation'],
    done: t('challenge.saved'),
    onDone: ({ id }) => go(`/challenges/${id}`),
  });
  return (
    <OperationForm form={form} submitLabel={t('form.save')}>
      {known === undefined && originRecord !== null ? (
        <p className="in-prose">
          {news('origin.from')}: <strong>{note}</strong>
          <span className="dt-small dt-quiet in-block">{news('origin.kept')}</span>
        </p>
      ) : null}
      <PageFields form={form} />
      <FrameFields form={form} />
      {known === undefined ? <ReachFields form={form} partners={props.partners} /> : null}
      <FormSection title={t('rubric.title')} note={t('rubric.note')}>
        {criteria.map((criterion) => (
          <NumberField
            key={criterion}
            form={form}
            name={criterion}
            label={t(`rubric.${criterion}`)}
            unit="%"
            isRequired
          />
        ))}
      </FormSection>
    </OperationForm>
  );
}

type Form = ReturnType<typeof useOperationForm<Values, Values, { id: string }>>;

function PageFields({ form }: { readonly form: Form }) {
  const t = usePhrases('innovation');
  const most = (name: keyof typeof challengeLengths) => ({
    maxLength: challengeLengths[name],
    hint: t('form.length', { used: form.values[name].length, most: challengeLengths[name] }),
  });
  return (
    <FormSection title={t('challenge.page')} note={t('challenge.pageNote')}>
      <TextField form={form} name="title" label={t('field.title')} isRequired {...most('title')} />
      <TextField form={form} name="titleEn" label={t('field.titleEn')} {...most('titleEn')} />
      <TextField form={form} name="keywords" label={t('challenge.keywords')} {...most('keywords')} />
      <LongTextField
        form={form}
        name="summary"
        label={t('challenge.summary')}
        isRequired
        {...most('summary')}
      />
      <LongTextField form={form} name="detail" label={t('challenge.detail')} isRequired {...most('detail')} />
      <LongTextField form={form} name="limits" label={t('challenge.limits')} {...most('limits')} />
      <LongTextField
        form={form}
        name="expected"
        label={t('challenge.expected')}
        isRequired
        {...most('expected')}
      />
    </FormSection>
  );
}

function FrameFields({ form }: { readonly form: Form }) {
  const t = usePhrases('innovation');
  return (
    <FormSection title={t('challenge.frame')}>
      <NumberField
        form={form}
        name="readinessFrom"
        label={t('challenge.readinessFrom')}
        min={1}
        max={9}
        isRequired
      />
      <NumberField
        form={form}
        name="readinessTo"
        label={t('challenge.readinessTo')}
        min={1}
        max={9}
        isRequired
      />
      <MoneyField form={form} name="budgetMin" label={t('challenge.budgetMin')} isRequired />
      <MoneyField form={form} name="budgetMax" label={t('challenge.budgetMax')} isRequired />
      <DayField form={form} name="deadline" label={t('challenge.deadline')} isRequired />
      <SelectField
        form={form}
        name="origin"
        label={t('challenge.origin')}
        isRequired
        choices={challengeOrigins.map((value) => ({ value, label: t(`origin.${value}`) }))}
      />
      <TextField form={form} name="originNote" label={t('challenge.originNote')} maxLength={200} />
      <CheckField
        form={form}
        name="isConfidential"
        label={t('challenge.confidential')}
        hint={t('challenge.confidentialHint')}
      />
    </FormSection>
  );
}

function ReachFields({ form, partners }: { readonly form: Form; readonly partners: readonly Partner[] }) {
  const t = usePhrases('innovation');
  const nameOf = useNameOf();
  return (
    <FormSection title={t('challenge.reach')}>
      <ChoiceField
        form={form}
        name="reach"
        label={t('challenge.reach')}
        isRequired
        choices={[
          { value: 'open', label: t('reach.open') },
          { value: 'invited', label: t('reach.invited') },
        ]}
      />
      {form.values.reach === 'invited' ? (
        <ManySelectField
          form={form}
          name="partnerIds"
          label={t('field.partner')}
          isRequired
          choices={partners.map((partner) => ({ value: partner.id, label: nameOf(partner) }))}
        />
      ) : null}
    </FormSection>
  );
}
