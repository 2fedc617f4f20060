import {
  DayField,
  FormSection,
  LongTextField,
  ManySelectField,
  OperationForm,
  PageHeader,
  SelectField,
  TextField,
  today,
  useGo,
  useOperation,
  useOperationForm,
  usePhrases,
} from '@dualtrack/ui';
import { addDay } from '../../days.ts';
import { stayForms } from '../../forms.ts';
import { practiceContents } from '../../stay.ts';
import { api } from '../client.ts';
import { AgreementChoices } from '../parts/agreement-choices.tsx';
import { useOwn, useWords } from '../words.ts';

type Choices = readonly { value: string; label: string }[];

/** Plans a stay of somebody of the own side. */
export function NewStayPage() {
  const t = usePhrases('talent-sharing');
  return (
    <>
      <PageHeader title={t('stay.new')} crumbs={[{ label: t('area.stays'), to: '/talent-stays' }]} />
      <AgreementChoices>{(choices) => <NewStayForm choices={choices} />}</AgreementChoices>
    </>
  );
}

type Values = {
  agreementId: string;
  form: string;
  expertId: string;
  post: string;
  fromOn: string;
  toOn: string;
  plan: string;
  contents: readonly string[];
};

function NewStayForm(props: { readonly choices: Choices }) {
  const { choices } = props;
  const t = usePhrases('talent-sharing');
  const words = useWords();
  const go = useGo();
  const { side } = useOwn();
  const own = useOperation('talentSharing.ownExperts', api.experts.list, {
    scope: 'own',
    page: 1,
    size: 100,
  });
  const possible = stayForms.filter(
    (one) => one === 'shared-post' || (one === 'teacher-practice') === (side === 'school'),
  );
  const initial: Values = {
    ...{ agreementId: choices.length === 1 ? (choices[0]?.value ?? '') : '', form: possible[0] ?? '' },
    ...{ expertId: '', post: '', fromOn: addDay(today(), 14), toOn: addDay(today(), 42), plan: '' },
    contents: [...practiceContents],
  };
  const form = useOperationForm({
    name: 'talentSharing.newStay',
    initial,
    write: api.stays.create,
    toInput: ({ form: chosen, contents, ...values }) => ({
      ...values,
      form: stayForms.find((one) => one === chosen) ?? 'shared-post',
      contents: practiceContents.filter((one) => contents.includes(one)),
    }),
    check: ({ agreementId, expertId, post, plan, form: chosen }) => ({
      ...(agreementId === '' ? { agreementId: t('required') } : {}),
      ...(expertId === '' ? { expertId: t('required') } : {}),
      ...(post.trim() === '' ? { post: t('required') } : {}),
      ...(chosen === 'teacher-practice' && plan.trim() === '' ? { plan: t('required') } : {}),
    }),
    invalidates: ['talentSharing'],
    done: t('stay.created'),
    onDone: ({ id }) => go(`/talent-stays/${id}`),
  });
  return (
    <OperationForm form={form} submitLabel={t('stay.new')}>
      <FormSection title={t('stay.person')}>
        <SelectField form={form} name="agreementId" label={t('agreement')} isRequired choices={choices} />
        <SelectField
          form={form}
          name="form"
          label={t('formOf')}
          isRequired
          choices={possible.map((value) => ({ value, label: t(`form.${value}`) }))}
        />
        <SelectField
          form={form}
          name="expertId"
          label={t('stay.person')}
          isRequired
          choices={(own.data?.items ?? []).map((one) => ({ value: one.id, label: words.person(one) }))}
        />
        <TextField form={form} name="post" label={t('stay.post')} isRequired maxLength={200} />
      </FormSection>
      <FormSection title={t('stay.plan')}>
        <DayField form={form} name="fromOn" label={t('stay.from')} isRequired />
        <DayField form={form} name="toOn" label={t('stay.to')} isRequired />
        <LongTextField form={form} name="plan" label={t('stay.plan')} />
        {form.values.form === 'teacher-practice' ? (
          <ManySelectField
            form={form}
            name="contents"
            label={t('stay.contents')}
            choices={practiceContents.map((value) => ({ value, label: t(`stay.content.${value}`) }))}
          />
        ) : null}
      </FormSection>
    </OperationForm>
  );
}
