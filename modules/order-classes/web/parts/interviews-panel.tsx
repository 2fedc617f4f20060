import {
  ConfirmButton,
  DayField,
  EmptyState,
  ErrorState,
  FormSection,
  instantOf,
  Moment,
  NumberField,
  OperationForm,
  SelectField,
  TextField,
  today,
  useOperation,
  useOperationForm,
  usePhrases,
  useSession,
  useWrite,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import type { InterviewSlot } from '../../contract/interviews.ts';
import { whyNotMark } from '../../interview.ts';
import type { ClassDetail } from '../../shapes.ts';
import { orderClasses } from '../client.ts';
import { BookedList } from './booked-list.tsx';
import { WideTable } from './wide-table.tsx';

/** Interview times of a class with who booked them; the enterprise offers more. */
export function InterviewsPanel(props: { readonly orderClass: ClassDetail }) {
  const { orderClass } = props;
  const t = usePhrases('class-work');
  const [isAdding, setAdding] = useState(false);
  const found = useOperation('order-classes.interviews', orderClasses.interviews.list, {
    classId: orderClass.id,
  });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return null;
  const mayOffer = orderClass.abilities.interview === null;
  const offer =
    mayOffer && !isAdding ? (
      <Button type="primary" onClick={() => setAdding(true)}>
        {t('interviews.add')}
      </Button>
    ) : null;
  return (
    <div className="oc-stack">
      {isAdding && mayOffer ? <OfferForm classId={orderClass.id} onClose={() => setAdding(false)} /> : null}
      {found.data.length === 0 ? (
        isAdding ? null : (
          <EmptyState title={t('interviews.none')} action={offer}>
            {t('interviews.noneNote')}
          </EmptyState>
        )
      ) : (
        <>
          {offer === null ? null : <div>{offer}</div>}
          <Slots slots={found.data} mayOffer={mayOffer} />
        </>
      )}
    </div>
  );
}

function Slots(props: { readonly slots: readonly InterviewSlot[]; readonly mayOffer: boolean }) {
  const t = usePhrases('class-work');
  const { person, membership } = useSession();
  const now = new Date();
  const maySay = (slot: InterviewSlot) =>
    props.mayOffer &&
    whyNotMark(
      { startsAt: new Date(slot.startsAt), interviewerId: slot.interviewerId },
      { role: membership.role, personId: person.id },
      now,
    ) === null;
  const remove = useWrite(orderClasses.interviews.remove, {
    invalidates: ['order-classes'],
    done: t('interviews.removed'),
  });
  return (
    <WideTable label={t('interviews.title')}>
      <table className="oc-table oc-cards">
        <thead>
          <tr>
            <th>{t('interviews.when')}</th>
            <th>{t('interviews.place')}</th>
            <th>{t('interviews.booked')}</th>
            <th>
              <span className="dt-hidden">{t('interviews.remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.slots.map((slot) => (
            <tr key={slot.id}>
              <th scope="row">
                <Moment instant={slot.startsAt} />
              </th>
              <td>
                {slot.place}
                <div className="dt-quiet dt-small">{slot.interviewer}</div>
              </td>
              <td>
                {t('interviews.of', {
                  taken: slot.booked.filter(({ isPast }) => !isPast).length,
                  places: slot.places,
                })}
                <BookedList slot={slot} maySay={maySay(slot)} />
              </td>
              <td className="oc-actions">
                {props.mayOffer && slot.booked.length === 0 && new Date(slot.startsAt) > now ? (
                  <ConfirmButton
                    size="small"
                    title={t('interviews.remove')}
                    consequence={slot.place}
                    onConfirm={() => remove.mutateAsync({ slotId: slot.id })}
                  >
                    {t('interviews.remove')}
                  </ConfirmButton>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

type Values = {
  day: string;
  hour: string;
  minutes: number | null;
  count: number | null;
  places: number | null;
  place: string;
  interviewerId: string;
  interviewer: string;
};

const first: Values = {
  ...{ day: '', hour: '09:00', minutes: 20, count: 6, places: 1 },
  ...{ place: '', interviewerId: '', interviewer: '' },
};

function OfferForm(props: { readonly classId: string; readonly onClose: () => void }) {
  const { classId, onClose } = props;
  const t = usePhrases('class-work');
  const members = useOperation('order-classes.interviewers', orderClasses.interviews.interviewers, {});
  const form = useOperationForm({
    name: `order-classes.interviews.${classId}`,
    initial: first,
    write: orderClasses.interviews.add,
    toInput: (values) => ({
      classId,
      startsAt: instantOf(values.day, values.hour),
      minutes: values.minutes ?? 0,
      count: values.count ?? 1,
      places: values.places ?? 1,
      place: values.place,
      interviewerId: values.interviewerId === '' ? null : values.interviewerId,
      interviewer: values.interviewerId === '' ? values.interviewer : '',
    }),
    pointers: { day: '/startsAt' },
    check: (values) => ({
      ...(values.day === '' || values.day < today() ? { day: t('interviews.required') } : {}),
      ...(/^([01]\d|2[0-3]):[0-5]\d$/.test(values.hour) ? {} : { hour: t('interviews.required') }),
      ...(values.place.trim() === '' ? { place: t('interviews.required') } : {}),
    }),
    invalidates: ['order-classes'],
    done: t('interviews.added'),
    onDone: onClose,
  });
  return (
    <OperationForm form={form} submitLabel={t('interviews.add')}>
      <FormSection title={t('interviews.title')}>
        <DayField form={form} name="day" label={t('interviews.day')} isRequired />
        <TextField form={form} name="hour" label={t('interviews.hour')} maxLength={5} isRequired />
        <NumberField form={form} name="minutes" label={t('interviews.minutes')} isRequired />
        <NumberField form={form} name="count" label={t('interviews.count')} isRequired />
        <NumberField form={form} name="places" label={t('interviews.places')} isRequired />
        <TextField form={form} name="place" label={t('interviews.place')} maxLength={200} isRequired />
        <SelectField
          form={form}
          name="interviewerId"
          label={t('interviews.interviewer')}
          hint={t('interviews.interviewerHint')}
          choices={(members.data ?? []).map(({ personId, name, title }) => ({
            value: personId,
            label: title === '' ? name : `${name} · ${title}`,
          }))}
        />
        {form.values.interviewerId === '' ? (
          <TextField form={form} name="interviewer" label={t('interviews.guest')} maxLength={100} />
        ) : null}
      </FormSection>
    </OperationForm>
  );
}
