import {
  ChoiceField,
  DayField,
  EmptyState,
  ErrorState,
  FormSection,
  Loading,
  NumberField,
  OperationForm,
  oneOf,
  PageHeader,
  PageLink,
  SelectField,
  TextField,
  useAddressQuery,
  useGo,
  useLanguage,
  useNameOf,
  useOperation,
  useOperationForm,
  usePhrases,
  writeDay,
} from '@dualtrack/ui';
import { useEffect, useRef } from 'react';
import { isSpanWithin, mondayOf, spanWithin } from '../../week.ts';
import { bases, orderClasses, rotations } from '../client.ts';
import { holidaysAt, type NewPlanValues, regionOf } from '../new-plan-values.ts';
import { RegionField } from '../parts/region-field.tsx';

const patterns = ['calendar', 'block', '2+2', '6+6', 'custom'] as const;
type Values = NewPlanValues;

/** Begins a plan: which class, at which base, from which Monday, for how long, alternating how. */
export function NewPlanPage() {
  const t = usePhrases('rotations');
  const go = useGo();
  const nameOf = useNameOf();
  const { locale } = useLanguage();
  const [query] = useAddressQuery();
  const classes = useOperation('order-classes.list', orderClasses.classes.list, { page: 1, size: 100 });
  const places = useOperation('training-bases.list', bases.list, { page: 1, size: 100 });
  const outside = ({ classId, firstWeek, weeks }: Values): Partial<Record<keyof Values, string>> => {
    const span = spanOf(classId);
    if (span === undefined || firstWeek === '' || weeks === null) return {};
    const monday = mondayOf(firstWeek);
    return isSpanWithin(monday, weeks, span) ? {} : { weeks: t('new.outside', spanDays(span)) };
  };
  const initial: Values = {
    classId: query.class ?? '',
    baseId: query.base ?? '',
    name: '',
    firstWeek: '',
    weeks: 16,
    pattern: 'calendar',
    schoolWeeks: 4,
    enterpriseWeeks: 8,
    holidays: 'china',
    region: '',
  };
  const spanOf = (classId: string) => classes.data?.items.find((one) => one.id === classId);
  const spanDays = (span: { startsOn: string; endsOn: string }) => ({
    from: writeDay(locale, span.startsOn),
    to: writeDay(locale, span.endsOn),
  });
  const form = useOperationForm({
    name: `rotations.create.${initial.baseId}`,
    initial,
    write: rotations.create,
    toInput: ({ schoolWeeks, enterpriseWeeks, holidays, ...values }: Values) => ({
      ...values,
      weeks: values.weeks ?? 0,
      firstWeek: values.firstWeek === '' ? '' : mondayOf(values.firstWeek),
      pattern:
        values.pattern === 'custom'
          ? `${schoolWeeks ?? 0}+${enterpriseWeeks ?? 0}`
          : (oneOf(patterns, values.pattern) ?? 'calendar'),
      region: regionOf({ holidays, region: values.region }),
    }),
    check: (values: Values) => ({
      ...outside(values),
      ...(values.classId === '' ? { classId: t('new.required') } : {}),
      ...(values.baseId === '' ? { baseId: t('new.required') } : {}),
      ...(values.pattern === 'custom' && values.schoolWeeks === null
        ? { schoolWeeks: t('new.required') }
        : {}),
      ...(values.pattern === 'custom' && values.enterpriseWeeks === null
        ? { enterpriseWeeks: t('new.required') }
        : {}),
      ...(values.holidays === 'abroad' && values.region === '' ? { region: t('new.required') } : {}),
      ...(values.firstWeek === '' ? { firstWeek: t('new.required') } : {}),
    }),
    invalidates: ['rotations'],
    onDone: ({ id }) => go(`/rotations/${id}`),
  });
  const { classId, firstWeek } = form.values;
  const chosen = spanOf(classId);
  const proposedFor = useRef(firstWeek === '' ? '' : classId);
  const { change } = form;
  // A span that fits is proposed once for each class that is chosen; a draft keeps its own.
  useEffect(() => {
    if (chosen === undefined || proposedFor.current === chosen.id) return;
    proposedFor.current = chosen.id;
    change(spanWithin(chosen));
  }, [chosen, change]);
  // So is the region in which most of the base's stations are, for each base that is chosen.
  const chosenBase = places.data?.items.find((one) => one.id === form.values.baseId);
  const holidaysFor = useRef('');
  useEffect(() => {
    if (chosenBase === undefined || holidaysFor.current === chosenBase.id) return;
    holidaysFor.current = chosenBase.id;
    change(holidaysAt(chosenBase.region));
  }, [chosenBase, change]);
  const header = (
    <PageHeader title={t('new.title')} crumbs={[{ label: t('list.title'), to: '/rotations' }]} />
  );
  if (classes.isPending || places.isPending) return <Loading />;
  if (classes.isError) return <ErrorState error={classes.error} onRetry={() => void classes.refetch()} />;
  if (places.isError) return <ErrorState error={places.error} onRetry={() => void places.refetch()} />;
  const placed = classes.data.items.filter((one) => one.placed > 0);
  if (placed.length === 0 || places.data.items.length === 0) {
    return (
      <>
        {header}
        <EmptyState
          title={placed.length === 0 ? t('new.noClass') : t('new.noBase')}
          action={
            placed.length === 0 ? (
              <PageLink to="/order-classes">{t('new.classes')}</PageLink>
            ) : (
              <PageLink to="/bases">{t('new.bases')}</PageLink>
            )
          }
        >
          {t('new.noneNote')}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      {header}
      <OperationForm form={form} submitLabel={t('new.create')}>
        <FormSection title={t('new.who')}>
          <SelectField
            form={form}
            name="classId"
            label={t('plan.class')}
            isRequired
            choices={placed.map((one) => ({
              value: one.id,
              label: `${one.name} · ${t('plan.people', { count: one.placed })}`,
            }))}
          />
          <SelectField
            form={form}
            name="baseId"
            label={t('plan.base')}
            isRequired
            choices={places.data.items.map((one) => ({ value: one.id, label: nameOf(one) }))}
          />
          <TextField form={form} name="name" label={t('plan.name')} isRequired maxLength={200} />
        </FormSection>
        <FormSection title={t('new.when')}>
          <DayField
            form={form}
            name="firstWeek"
            label={t('plan.firstWeek')}
            hint={
              chosen === undefined
                ? t('new.mondayHint')
                : `${t('new.classSpan', spanDays(chosen))} · ${t('new.mondayHint')}`
            }
            isRequired
          />
          <NumberField
            form={form}
            name="weeks"
            label={t('plan.weeks')}
            unit={t('plan.weeksUnit')}
            min={1}
            max={104}
            isRequired
          />
          <ChoiceField
            form={form}
            name="pattern"
            label={t('new.pattern')}
            isRequired
            choices={patterns.map((value) => ({ value, label: t(`pattern.${value}`) }))}
          />
          {form.values.pattern === 'custom' ? (
            <>
              <NumberField
                form={form}
                name="schoolWeeks"
                label={t('pattern.school')}
                unit={t('plan.weeksUnit')}
                min={1}
                max={52}
                isRequired
              />
              <NumberField
                form={form}
                name="enterpriseWeeks"
                label={t('pattern.enterprise')}
                unit={t('plan.weeksUnit')}
                min={1}
                max={52}
                isRequired
              />
            </>
          ) : null}
          <RegionField form={form} />
        </FormSection>
      </OperationForm>
    </>
  );
}
