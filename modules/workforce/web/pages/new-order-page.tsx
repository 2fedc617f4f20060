import {
  AmountInput,
  ErrorState,
  FormSection,
  Loading,
  LongTextField,
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
} from '@dualtrack/ui';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { workforce } from '../client.ts';
import { quarterChoices } from '../parts/quarter-choices.ts';
import '../workforce.css';

type Line = { postId: string; seats: number };
type Recommended = { className: string; startQuarter: string; majorCode: string; lines: Line[] };

/** Drafts an order: by hand, or prefilled from a recommendation of a forecast. */
export function NewOrderPage() {
  const t = usePhrases('workforce');
  const [query] = useAddressQuery();
  const forecastId = query['forecast'];
  const index = Number(query['index'] ?? 0);
  const orderable = useOperation('workforce.orderable', workforce.posts, {});
  const forecast = useOperation(
    'workforce.forecast',
    workforce.forecasts.get,
    { forecastId: forecastId ?? '' },
    { enabled: forecastId !== undefined },
  );
  const nameOf = useNameOf();
  if (orderable.isPending || (forecastId !== undefined && forecast.isPending)) return <Loading />;
  if (orderable.isError)
    return <ErrorState error={orderable.error} onRetry={() => void orderable.refetch()} />;
  const order = forecast.data?.result.orders[index];
  const programme = orderable.data.programmes.find((one) => one.majorCode === order?.programme);
  const posts = orderable.data.posts.filter((post) => post.occupation === order?.occupation);
  const initial: Recommended = {
    className: programme === undefined ? '' : nameOf({ name: programme.name, nameEn: programme.nameEn }),
    startQuarter: order?.start ?? '',
    majorCode: order?.programme ?? '',
    lines: spread(
      posts.map((post) => post.id),
      order?.classSize ?? 0,
    ),
  };
  return (
    <>
      <PageHeader title={t('orders.new')} crumbs={[{ label: t('orders.title'), to: '/talent-orders' }]} />
      <OrderForm
        initial={initial}
        posts={orderable.data.posts.map((post) => ({
          value: post.id,
          label: `${nameOf({ name: post.title, nameEn: post.titleEn })} · ${post.siteName}`,
        }))}
        programmes={orderable.data.programmes.map((one) => ({
          value: `${one.schoolId} ${one.majorCode}`,
          label: `${nameOf({ name: one.school, nameEn: one.schoolEn })} · ${nameOf({ name: one.name, nameEn: one.nameEn })}`,
        }))}
        from={forecastId === undefined || order === undefined ? undefined : { forecastId, index }}
      />
    </>
  );
}

/** Seats given out evenly over the posts of the occupation. */
function spread(postIds: readonly string[], seats: number): Line[] {
  if (postIds.length === 0 || seats === 0) return [];
  return postIds
    .map((postId, place) => ({
      postId,
      seats: Math.floor(seats / postIds.length) + (place < seats % postIds.length ? 1 : 0),
    }))
    .filter((line) => line.seats > 0);
}

type Option = { value: string; label: string };
type Values = { programme: string; className: string; startQuarter: string; note: string };

function OrderForm(props: {
  readonly initial: Recommended;
  readonly posts: readonly Option[];
  readonly programmes: readonly Option[];
  readonly from: { forecastId: string; index: number } | undefined;
}) {
  const t = usePhrases('workforce');
  const ui = usePhrases('ui');
  const go = useGo();
  const [lines, setLines] = useState(props.initial.lines);
  const initial: Values = {
    programme: props.programmes.find((one) => one.value.endsWith(` ${props.initial.majorCode}`))?.value ?? '',
    className: props.initial.className,
    startQuarter: props.initial.startQuarter,
    note: '',
  };
  const form = useOperationForm({
    name: `workforce.order.${props.from?.forecastId ?? 'new'}.${props.from?.index ?? 0}`,
    initial,
    write: workforce.orders.create,
    toInput: ({ programme, ...values }) => {
      const [schoolId = '', majorCode = ''] = programme.split(' ');
      return {
        ...values,
        schoolId,
        majorCode,
        lines,
        ...(props.from === undefined ? {} : { from: props.from }),
      };
    },
    check: (values) => {
      const missing = (['programme', 'className', 'startQuarter'] as const).filter(
        (name) => values[name].trim() === '',
      );
      return Object.fromEntries(missing.map((name) => [name, ui('form.missing')]));
    },
    pointers: { programme: '/schoolId' },
    invalidates: ['workforce'],
    done: t('order.created'),
    onDone: ({ id }) => go(`/talent-orders/${id}`),
  });
  const change = (place: number, line: Line) => setLines(lines.map((one, at) => (at === place ? line : one)));
  return (
    <OperationForm form={form} submitLabel={t('order.create')}>
      <FormSection title={t('orders.new')}>
        <SelectField
          form={form}
          name="programme"
          label={t('order.programme')}
          choices={props.programmes}
          isRequired
        />
        <TextField form={form} name="className" label={t('order.className')} isRequired />
        <SelectField
          form={form}
          name="startQuarter"
          label={t('order.start')}
          choices={quarterChoices(form.values.startQuarter)}
          isRequired
        />
      </FormSection>
      <FormSection title={t('order.lines')}>
        <div className="wf-lines">
          {lines.map((line, place) => (
            <div key={line.postId || place} className="wf-line">
              <Select
                aria-label={t('order.post')}
                value={line.postId === '' ? undefined : line.postId}
                options={[...props.posts]}
                showSearch={{ optionFilterProp: 'label' }}
                onChange={(postId: string) => change(place, { ...line, postId })}
              />
              <div>
                <AmountInput
                  aria-label={t('order.seats')}
                  min={1}
                  max={500}
                  value={line.seats}
                  onChange={(seats) => change(place, { ...line, seats: seats ?? Number.NaN })}
                />
              </div>
              <Button onClick={() => setLines(lines.filter((_, at) => at !== place))}>
                {t('order.removeLine')}
              </Button>
            </div>
          ))}
          <div>
            <Button onClick={() => setLines([...lines, { postId: '', seats: 1 }])}>
              {t('order.addLine')}
            </Button>
          </div>
        </div>
      </FormSection>
      <FormSection title={t('order.note')}>
        <LongTextField form={form} name="note" label={t('order.note')} />
      </FormSection>
    </OperationForm>
  );
}
