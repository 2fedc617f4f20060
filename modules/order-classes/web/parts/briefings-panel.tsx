import {
  ConfirmButton,
  DayField,
  dayOfInstant,
  EmptyState,
  ErrorState,
  FormSection,
  instantOf,
  Moment,
  NumberField,
  OperationForm,
  StateTag,
  TextField,
  today,
  useList,
  useOperation,
  useOperationForm,
  usePhrases,
  useWrite,
  wallClock,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import type { Briefing } from '../../contract/briefings.ts';
import type { ClassDetail } from '../../shapes.ts';
import { orderClasses } from '../client.ts';
import { WideTable } from './wide-table.tsx';

/** Information sessions of a class: the school plans them, both sides see how many come. */
export function BriefingsPanel(props: { readonly orderClass: ClassDetail }) {
  const { orderClass } = props;
  const t = usePhrases('recruitment');
  const [open, setOpen] = useState<Briefing | 'new'>();
  const found = useOperation('order-classes.briefings', orderClasses.briefings.list, {
    classId: orderClass.id,
  });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return null;
  const mayPlan = orderClass.abilities.brief === null;
  const close = () => setOpen(undefined);
  if (open !== undefined && mayPlan)
    return (
      <BriefingForm orderClass={orderClass} briefing={open === 'new' ? undefined : open} onClose={close} />
    );
  const add = mayPlan ? (
    <Button type="primary" onClick={() => setOpen('new')}>
      {t('briefing.add')}
    </Button>
  ) : null;
  if (found.data.length === 0)
    return (
      <EmptyState title={t('briefing.none')} action={add}>
        {t('briefing.noneNote')}
      </EmptyState>
    );
  return (
    <div className="oc-stack">
      {add === null ? null : <div>{add}</div>}
      <WideTable label={t('tab.briefings')}>
        <table className="oc-table oc-cards">
          <thead>
            <tr>
              <th>{t('briefing.when')}</th>
              <th>{t('briefing.where')}</th>
              <th>{t('briefing.hosts')}</th>
              <th>{t('briefing.coming')}</th>
              <th>
                <span className="dt-hidden">{t('briefing.edit')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.data.map((one) => (
              <BriefingRow key={one.id} briefing={one} mayPlan={mayPlan} onEdit={() => setOpen(one)} />
            ))}
          </tbody>
        </table>
      </WideTable>
    </div>
  );
}

function BriefingRow(props: {
  readonly briefing: Briefing;
  readonly mayPlan: boolean;
  readonly onEdit: () => void;
}) {
  const { id, startsAt, place, link, places, schoolHost, enterpriseHost, isCancelled, signedUp, names } =
    props.briefing;
  const t = usePhrases('recruitment');
  const list = useList();
  const cancel = useWrite(orderClasses.briefings.cancel, {
    invalidates: ['order-classes'],
    done: t('briefing.cancelled'),
  });
  const isAhead = !isCancelled && new Date(startsAt) > new Date();
  return (
    <tr>
      <th scope="row">
        <Moment instant={startsAt} />
        {isCancelled ? (
          <div>
            <StateTag>{t('briefing.cancelled')}</StateTag>
          </div>
        ) : null}
      </th>
      <td>
        {place}
        {link === '' ? null : (
          <div>
            <a href={link} target="_blank" rel="noreferrer">
              {t('briefing.join')}
            </a>
          </div>
        )}
      </td>
      <td>
        {schoolHost} · {enterpriseHost}
      </td>
      <td>
        {places === null
          ? t('briefing.any', { count: signedUp })
          : t('briefing.of', { taken: signedUp, places })}
        <div className="dt-quiet dt-small">{list(names)}</div>
      </td>
      <td className="oc-actions">
        {props.mayPlan && isAhead ? (
          <div className="oc-row">
            <Button size="small" onClick={props.onEdit}>
              {t('briefing.edit')}
            </Button>
            <ConfirmButton
              size="small"
              title={t('briefing.cancel')}
              consequence={t('briefing.cancelNote')}
              onConfirm={() => cancel.mutateAsync({ briefingId: id })}
            >
              {t('briefing.cancel')}
            </ConfirmButton>
          </div>
        ) : null}
      </td>
    </tr>
  );
}

type Values = {
  day: string;
  hour: string;
  minutes: number | null;
  place: string;
  link: string;
  places: number | null;
  schoolHost: string;
  enterpriseHost: string;
};

function firstValues(orderClass: ClassDetail, briefing: Briefing | undefined): Values {
  if (briefing === undefined)
    return {
      ...{ day: '', hour: '14:00', minutes: 60, place: '', link: '', places: null },
      ...{ schoolHost: orderClass.teacherName, enterpriseHost: orderClass.mentorName },
    };
  const { startsAt, minutes, place, link, places, schoolHost, enterpriseHost } = briefing;
  return {
    ...{ day: dayOfInstant(startsAt), hour: wallClock(new Date(startsAt)).time },
    ...{ minutes, place, link, places, schoolHost, enterpriseHost },
  };
}

function BriefingForm(props: {
  readonly orderClass: ClassDetail;
  readonly briefing: Briefing | undefined;
  readonly onClose: () => void;
}) {
  const { orderClass, briefing, onClose } = props;
  const t = usePhrases('recruitment');
  const { add, edit } = orderClasses.briefings;
  const form = useOperationForm({
    name: `order-classes.briefing.${briefing?.id ?? orderClass.id}`,
    initial: firstValues(orderClass, briefing),
    write: (given: Parameters<typeof add>[0] & { briefingId?: string }, options) => {
      const { classId, briefingId, ...facts } = given;
      return briefingId === undefined
        ? add({ classId, ...facts }, options)
        : edit({ briefingId, ...facts }, options);
    },
    toInput: ({ day, hour, minutes, ...values }) => ({
      ...{ classId: orderClass.id, startsAt: instantOf(day, hour), minutes: minutes ?? 0, ...values },
      ...(briefing === undefined ? {} : { briefingId: briefing.id }),
    }),
    pointers: { day: '/startsAt' },
    check: (values) => ({
      ...(values.day === '' || values.day < today() ? { day: t('briefing.required') } : {}),
      ...(/^([01]\d|2[0-3]):[0-5]\d$/.test(values.hour) ? {} : { hour: t('briefing.required') }),
      ...(values.place.trim() === '' && values.link.trim() === '' ? { place: t('briefing.placeHint') } : {}),
      ...(values.schoolHost.trim() === '' ? { schoolHost: t('briefing.required') } : {}),
      ...(values.enterpriseHost.trim() === '' ? { enterpriseHost: t('briefing.required') } : {}),
    }),
    invalidates: ['order-classes'],
    done: t('briefing.saved'),
    onDone: onClose,
  });
  return (
    <div className="oc-stack">
      <OperationForm form={form} submitLabel={t('briefing.save')}>
        <FormSection title={t('tab.briefings')}>
          <DayField form={form} name="day" label={t('briefing.day')} isRequired />
          <TextField form={form} name="hour" label={t('briefing.hour')} maxLength={5} isRequired />
          <NumberField form={form} name="minutes" label={t('briefing.minutes')} isRequired />
          <NumberField form={form} name="places" label={t('briefing.places')} />
          <TextField form={form} name="place" label={t('briefing.place')} maxLength={200} />
          <TextField form={form} name="link" label={t('briefing.link')} maxLength={500} />
          <TextField form={form} name="schoolHost" label={t('briefing.schoolHost')} isRequired />
          <TextField form={form} name="enterpriseHost" label={t('briefing.enterpriseHost')} isRequired />
        </FormSection>
      </OperationForm>
      <div>
        <Button type="text" onClick={onClose}>
          {t('briefing.close')}
        </Button>
      </div>
    </div>
  );
}
