import {
  ConfirmButton,
  Day,
  dayOfInstant,
  instantOf,
  Panel,
  SaveRows,
  StateTag,
  today,
  useLanguage,
  useNameOf,
  useOperation,
  usePhrases,
  useWrite,
  wallClock,
  writeDay,
} from '@dualtrack/ui';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { BaseDetail } from '../../contract.ts';
import { bases } from '../client.ts';
import { Labelled } from './labelled.tsx';

const later = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Equipment by day: what is booked by whom in seven days, and the form to book. */
export function BookingPanel(props: { readonly base: BaseDetail; readonly isKeeper: boolean }) {
  const { base, isKeeper } = props;
  const t = usePhrases('training-bases');
  const nameOf = useNameOf();
  const { locale } = useLanguage();
  const [from, setFrom] = useState(today);
  const found = useOperation('training-bases.bookings', bases.bookings.list, { baseId: base.id, from });
  const cancel = useWrite(bases.bookings.cancel, {
    invalidates: ['training-bases'],
    done: t('booking.cancelled'),
  });
  if (base.equipment.length === 0) {
    return (
      <Panel title={t('booking.title')}>
        <p className="dt-quiet">{t('booking.noEquipment')}</p>
      </Panel>
    );
  }
  const days = Array.from({ length: 7 }, (_, at) => later(from, at));
  const items = (found.data?.items ?? []).filter((one) => dayOfInstant(one.startsAt) <= (days.at(-1) ?? ''));
  const ofDay = (day: string) =>
    items.filter((one) => dayOfInstant(one.startsAt) <= day && dayOfInstant(one.endsAt) >= day);
  const equipmentOf = (id: string) => base.equipment.find((thing) => thing.id === id);
  const equipmentName = (id: string) => {
    const one = equipmentOf(id);
    return one === undefined ? '' : nameOf(one);
  };
  return (
    <Panel
      title={t('booking.title')}
      count={items.length}
      actions={
        <span className="tb-row tb-tight">
          <Button size="small" onClick={() => setFrom(later(from, -7))}>
            {t('booking.earlier')}
          </Button>
          <Button size="small" onClick={() => setFrom(later(from, 7))}>
            {t('booking.later')}
          </Button>
          <SaveRows
            rows={items}
            fileName={`${t('booking.title')} ${from}`}
            columns={[
              [t('booking.day'), (one) => dayOfInstant(one.startsAt)],
              [t('booking.from'), (one) => wallClock(new Date(one.startsAt)).time],
              [t('booking.to'), (one) => clockOf(one.endsAt, dayOfInstant(one.startsAt))],
              [t('equipment.asset'), (one) => equipmentOf(one.equipmentId)?.assetNumber ?? ''],
              [t('booking.equipment'), (one) => equipmentName(one.equipmentId)],
              [t('booking.by'), (one) => one.bookedByName],
              [t('booking.purpose'), (one) => one.purpose],
            ]}
          />
        </span>
      }
    >
      <p className="dt-quiet">{t('booking.week', { day: writeDay(locale, from) })}</p>
      {items.length === 0 ? <p className="dt-quiet">{t('booking.none')}</p> : null}
      <ol className="tb-booked">
        {days
          .filter((day) => ofDay(day).length > 0)
          .map((day) => (
            <li key={day}>
              <Day day={day} />
              <ul>
                {ofDay(day).map((one) => (
                  <li key={one.id}>
                    <span className="tb-hours">{hoursOn(day, one)}</span>
                    <span>
                      <b>{equipmentName(one.equipmentId)}</b>{' '}
                      {equipmentOf(one.equipmentId)?.condition === 'broken' ? (
                        <StateTag tone="danger">{t('equipment.broken')}</StateTag>
                      ) : null}{' '}
                      <span className="dt-quiet">
                        {[one.bookedByName, one.purpose].filter(Boolean).join(' · ')}
                      </span>
                    </span>
                    {one.isOwn || isKeeper ? (
                      <ConfirmButton
                        size="small"
                        title={t('booking.cancelQuestion')}
                        consequence={t('booking.cancelNote')}
                        onConfirm={() => cancel.mutateAsync({ baseId: base.id, bookingId: one.id })}
                      >
                        {t('booking.cancel')}
                      </ConfirmButton>
                    ) : null}
                  </li>
                ))}
              </ul>
            </li>
          ))}
      </ol>
      <BookingForm base={base} day={from} />
    </Panel>
  );
}

function BookingForm(props: { readonly base: BaseDetail; readonly day: string }) {
  const { base } = props;
  const t = usePhrases('training-bases');
  const nameOf = useNameOf();
  const [equipmentId, setEquipment] = useState<string>();
  const [day, setDay] = useState(props.day);
  const [start, setStart] = useState('09:00');
  const [end, setEnd] = useState('11:00');
  const [purpose, setPurpose] = useState('');
  const book = useWrite(bases.bookings.create, { invalidates: ['training-bases'], done: t('booking.done') });
  const at = (time: string) => instantOf(day, time);
  // What the day's bookings show already is said before it is sent; the server has the last word.
  const found = useOperation('training-bases.bookings', bases.bookings.list, {
    ...{ baseId: base.id, from: day === '' ? props.day : day },
  });
  const isSpan = equipmentId !== undefined && day !== '' && start !== '' && end !== '' && start < end;
  const conflict =
    (isSpan &&
      found.data?.items.find(
        (one) =>
          one.equipmentId === equipmentId &&
          Date.parse(one.startsAt) < Date.parse(at(end)) &&
          Date.parse(one.endsAt) > Date.parse(at(start)),
      )) ||
    null;
  const input = (
    type: 'date' | 'time' | 'text',
    label: string,
    value: string,
    set: (text: string) => void,
  ) => (
    <Labelled label={label}>
      <Input
        type={type}
        aria-label={label}
        maxLength={200}
        value={value}
        onChange={(event) => set(event.target.value)}
      />
    </Labelled>
  );
  return (
    <section className="tb-editor tb-plain" aria-label={t('booking.new')}>
      <h3>{t('booking.new')}</h3>
      <div className="tb-fields">
        <Labelled label={t('booking.equipment')}>
          <Select
            aria-label={t('booking.equipment')}
            showSearch={{ optionFilterProp: 'label' }}
            value={equipmentId ?? null}
            options={base.equipment.map((one) => ({
              value: one.id,
              label: `${nameOf(one)} · ${one.assetNumber}`,
              disabled: one.condition === 'broken',
            }))}
            onChange={(value: string) => setEquipment(value)}
          />
        </Labelled>
        {input('date', t('booking.day'), day, setDay)}
        {input('time', t('booking.from'), start, setStart)}
        {input('time', t('booking.to'), end, setEnd)}
        {input('text', t('booking.purpose'), purpose, setPurpose)}
      </div>
      {conflict === null ? null : (
        <p role="alert" className="dt-error">
          {t('booking.taken', {
            name: conflict.bookedByName,
            from: clockOf(conflict.startsAt, day),
            to: clockOf(conflict.endsAt, day),
          })}
        </p>
      )}
      <div className="tb-row">
        <Button
          type="primary"
          disabled={
            equipmentId === undefined || day === '' || start === '' || end === '' || conflict !== null
          }
          loading={book.isPending}
          onClick={() =>
            equipmentId === undefined
              ? undefined
              : book.mutate({ baseId: base.id, equipmentId, startsAt: at(start), endsAt: at(end), purpose })
          }
        >
          {t('booking.do')}
        </Button>
      </div>
    </section>
  );
}

/** The hours of a booking on one of its days: one that goes over midnight takes the whole of the days between. */
function hoursOn(day: string, one: { readonly startsAt: string; readonly endsAt: string }): string {
  const from = dayOfInstant(one.startsAt) === day ? wallClock(new Date(one.startsAt)).time : '00:00';
  const to = dayOfInstant(one.endsAt) === day ? wallClock(new Date(one.endsAt)).time : '24:00';
  return `${from}–${to}`;
}

/** The time of an instant; with its day where that is another one. */
function clockOf(instant: string, day: string): string {
  const own = dayOfInstant(instant);
  const { time } = wallClock(new Date(instant));
  return own === day ? time : `${own} ${time}`;
}
