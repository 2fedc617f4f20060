import {
  ErrorState,
  FormSection,
  Loading,
  LongTextField,
  ManySelectField,
  MoneyField,
  NumberField,
  OperationForm,
  PageHeader,
  TextField,
  useGo,
  useOperation,
  useOperationForm,
  usePathParam,
  usePhrases,
} from '@dualtrack/ui';
import type { ProposalDetail } from '../../contract.ts';
import { proposalLengths } from '../../proposal.ts';
import { api } from '../client.ts';
import { useOwnSide } from '../words.ts';
import '../innovation.css';

/** Drafts a proposal for a challenge. */
export function NewProposalPage() {
  const t = usePhrases('innovation');
  const challengeId = usePathParam('challengeId');
  const found = useOperation('innovation.challenge', api.challenges.get, { challengeId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <>
      <PageHeader
        title={t('proposal.new')}
        crumbs={[
          { label: t('challenges.title'), to: '/challenges' },
          { label: found.data.title, to: `/challenges/${challengeId}` },
        ]}
      />
      <ProposalForm challengeId={challengeId} />
    </>
  );
}

/** Changes a proposal that was not handed in yet. */
export function EditProposalPage() {
  const t = usePhrases('innovation');
  const proposalId = usePathParam('proposalId');
  const found = useOperation('innovation.proposal', api.proposals.get, { proposalId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <>
      <PageHeader
        title={t('proposal.edit')}
        crumbs={[
          { label: t('challenges.title'), to: '/challenges' },
          { label: found.data.title, to: `/proposals/${proposalId}` },
        ]}
      />
      <ProposalForm challengeId={found.data.challengeId} known={found.data} />
    </>
  );
}

type Values = {
  title: string;
  approach: string;
  benefit: string;
  hurdles: string;
  department: string;
  weeks: number | null;
  cost: number | null;
  people: readonly string[];
  others: string;
};

function valuesOf(known: ProposalDetail | undefined): Values {
  const { title = '', approach = '', benefit = '', hurdles = '', department = '' } = known ?? {};
  const team = known?.team ?? [];
  return {
    ...{ title, approach, benefit, hurdles, department },
    ...{ weeks: known?.weeks ?? null, cost: known?.cost ?? null },
    people: team.flatMap((one) => (one.personId === null ? [] : [one.personId])),
    others: team.flatMap((one) => (one.personId === null ? [one.name] : [])).join('\n'),
  };
}

function ProposalForm(props: { readonly challengeId: string; readonly known?: ProposalDetail }) {
  const t = usePhrases('innovation');
  const go = useGo();
  const { challengeId, known } = props;
  const isSchool = useOwnSide() === 'school';
  const found = useOperation('innovation.people', api.challenges.people, {});
  const people = found.data?.people ?? [];
  const inputOf = ({ people: ids, others, weeks, cost, ...rest }: Values) => ({
    ...rest,
    weeks: weeks ?? 0,
    cost: cost ?? 0,
    team: [
      ...people.flatMap(({ personId, name, kind }) =>
        ids.includes(personId) ? [{ personId, name, kind }] : [],
      ),
      ...others
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .map((name) => ({
          name,
          personId: null,
          kind: isSchool ? ('student' as const) : ('engineer' as const),
        })),
    ],
  });
  const form = useOperationForm({
    name: `innovation.proposal.${known?.id ?? challengeId}`,
    initial: valuesOf(known),
    write: async (values: Values, options) =>
      known === undefined
        ? api.proposals.create({ ...inputOf(values), challengeId }, options)
        : api.proposals.edit({ ...inputOf(values), proposalId: known.id }, options),
    toInput: (values) => values,
    check: (values) =>
      Object.fromEntries(
        (['title', 'approach', 'benefit', 'department'] as const).flatMap((name) =>
          values[name].trim() === '' ? [[name, t('form.required')]] : [],
        ),
      ),
    invalidates: ['innovation'],
    done: t('proposal.saved'),
    onDone: ({ id }) => go(`/proposals/${id}`),
  });
  const most = (name: 'title' | 'approach' | 'benefit' | 'hurdles' | 'department') => ({
    maxLength: proposalLengths[name],
    hint: t('form.length', { used: form.values[name].length, most: proposalLengths[name] }),
  });
  return (
    <OperationForm form={form} submitLabel={t('form.save')}>
      <FormSection title={t('proposal.form')} note={t('proposal.formNote')}>
        <TextField form={form} name="title" label={t('field.title')} isRequired {...most('title')} />
        <LongTextField
          form={form}
          name="approach"
          label={t('proposal.approach')}
          isRequired
          {...most('approach')}
        />
        <LongTextField
          form={form}
          name="benefit"
          label={t('proposal.benefit')}
          isRequired
          {...most('benefit')}
        />
        <LongTextField form={form} name="hurdles" label={t('proposal.hurdles')} {...most('hurdles')} />
        <NumberField form={form} name="weeks" label={t('proposal.weeks')} isRequired min={1} max={260} />
        <MoneyField form={form} name="cost" label={t('proposal.cost')} isRequired />
        <TextField
          form={form}
          name="department"
          label={t('field.department')}
          isRequired
          {...most('department')}
        />
      </FormSection>
      <FormSection title={t('proposal.team')}>
        <ManySelectField
          form={form}
          name="people"
          label={t('proposal.people')}
          choices={people.map((one) => ({
            value: one.personId,
            label: `${one.name} · ${t(`kind.${one.kind}`)}`,
          }))}
        />
        <LongTextField
          form={form}
          name="others"
          label={t('proposal.others')}
          hint={t('proposal.othersHint')}
        />
      </FormSection>
    </OperationForm>
  );
}
