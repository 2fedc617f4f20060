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
  SelectField,
  useGo,
  useLanguage,
  useNameOf,
  useOperation,
  useOperationForm,
  usePhrases,
  writeDay,
} from '@dualtrack/ui';
import { workforce } from '../client.ts';
import { quarterChoices } from '../parts/quarter-choices.ts';
import '../workforce.css';

/** Publishes demand for one post to partner schools, which say beforehand when they are free. */
export function PublishPage() {
  const t = usePhrases('workforce');
  const { locale } = useLanguage();
  const nameOf = useNameOf();
  const orderable = useOperation('workforce.orderable', workforce.posts, {});
  const schools = useOperation('workforce.schools', workforce.intake.schools, undefined);
  const failed = orderable.error ?? schools.error;
  if (failed !== null) return <ErrorState error={failed} onRetry={() => void orderable.refetch()} />;
  if (orderable.data === undefined || schools.data === undefined) return <Loading />;
  const choices = schools.data.map((school) => ({
    value: school.id,
    label: nameOf(school),
    when:
      school.pausedOn === null
        ? t('board.schoolFree', {
            name: nameOf(school),
            day: writeDay(locale, school.nextFreeOn),
            days: school.answerDays,
          })
        : t('board.schoolPaused', { name: nameOf(school), day: writeDay(locale, school.pausedOn) }),
  }));
  return (
    <>
      <PageHeader title={t('board.new')} crumbs={[{ label: t('board.title'), to: '/demand-board' }]} />
      <div className="wf-publish">
        <PublishForm
          schools={choices}
          free={schools.data.filter(({ pausedOn }) => pausedOn === null).map(({ id }) => id)}
          posts={orderable.data.posts.map((post) => ({
            value: post.id,
            label: `${nameOf({ name: post.title, nameEn: post.titleEn })} · ${post.siteName}`,
            pay: post.monthlyPay,
          }))}
        />
      </div>
    </>
  );
}

type Choice = { value: string; label: string };
type Values = {
  postId: string;
  people: number | null;
  fromQuarter: string;
  payMin: number | null;
  payMax: number | null;
  note: string;
  schoolIds: readonly string[];
};

function PublishForm(props: {
  readonly posts: readonly (Choice & { pay: number })[];
  readonly schools: readonly (Choice & { when: string })[];
  readonly free: readonly string[];
}) {
  const t = usePhrases('workforce');
  const ui = usePhrases('ui');
  const go = useGo();
  const initial: Values = {
    ...{ postId: '', people: null, fromQuarter: '', payMin: null, payMax: null, note: '' },
    schoolIds: props.free,
  };
  const form = useOperationForm({
    name: 'workforce.board.publish',
    initial,
    write: workforce.board.publish,
    toInput: ({ people, payMin, payMax, schoolIds, ...values }) => ({
      ...values,
      people: people ?? 0,
      payMin: payMin ?? 0,
      payMax: payMax ?? payMin ?? 0,
      schoolIds: [...schoolIds],
    }),
    check: (values) => {
      const missing = (['postId', 'people', 'fromQuarter', 'payMin'] as const).filter(
        (name) => values[name] === '' || values[name] === null,
      );
      return {
        ...Object.fromEntries(missing.map((name) => [name, ui('form.missing')])),
        ...(values.schoolIds.length === 0 ? { schoolIds: ui('form.missing') } : {}),
        ...(values.payMax !== null && values.payMin !== null && values.payMax < values.payMin
          ? { payMax: t('board.payMaxLow') }
          : {}),
      };
    },
    invalidates: ['workforce'],
    done: t('board.published'),
    onDone: () => go('/demand-board'),
  });
  return (
    <OperationForm form={form} submitLabel={t('board.new')}>
      <FormSection title={t('board.new')}>
        <SelectField form={form} name="postId" label={t('board.post')} choices={props.posts} isRequired />
        <NumberField form={form} name="people" label={t('board.people')} min={1} max={500} isRequired />
        <SelectField
          form={form}
          name="fromQuarter"
          label={t('board.from')}
          choices={quarterChoices(form.values.fromQuarter)}
          isRequired
        />
        <MoneyField form={form} name="payMin" label={t('board.payMin')} isRequired />
        <MoneyField form={form} name="payMax" label={t('board.payMax')} />
        <ManySelectField
          form={form}
          name="schoolIds"
          label={t('board.schools')}
          choices={props.schools}
          isRequired
        />
        <ul className="dt-plain-list dt-quiet dt-small">
          {props.schools.map((school) => (
            <li key={school.value}>{school.when}</li>
          ))}
        </ul>
        <LongTextField form={form} name="note" label={t('board.noteField')} />
      </FormSection>
    </OperationForm>
  );
}
