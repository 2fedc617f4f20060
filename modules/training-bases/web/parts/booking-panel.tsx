import {
  ConfirmButton,
  Day,
  dayOfInstant,
  instantOf,
  Panel,
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
  const equipmentName = (id: string) => {
    const one = base.equipment.find((thing) => thing.id === id);
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
                    <span className="tb-hours">
                      {wallClock(new Date(one.startsAt)).time}–{wallClock(new Date(one.endsAt)).time}
                    </span>
                    <span>
                      <b>{equipmentName(one.equipmentId)}</b>{' '}
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
  return (
    <div className="tb-row">
      <Select
        aria-label={t('booking.equipment')}
        placeholder={t('booking.equipment')}
        className="tb-note"
        value={equipmentId ?? null}
        options={base.equipment.map((one) => ({
          value: one.id,
          label: `${nameOf(one)} · ${one.assetNumber}`,
          disabled: one.condition === 'broken',
        }))}
        onChange={(value: string) => setEquipment(value)}
      />
      <Input
        type="date"
        aria-label={t('booking.day')}
        className="tb-date"
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
      <Input
        type="time"
        aria-label={t('booking.from')}
        className="tb-time"
        value={start}
        onChange={(event) => setStart(event.target.value)}
      />
      <Input
        type="time"
        aria-label={t('booking.to')}
        className="tb-time"
        value={end}
        onChange={(event) => setEnd(event.target.value)}
      />
      <Input
        aria-label={t('booking.purpose')}
        placeholder={t('booking.purpose')}
        className="tb-note"
        maxLength={200}
        value={purpose}
        onChange={(event) => setPurpose(event.target.value)}
      />
      <Button
        type="primary"
        disabled={equipmentId === undefined || day === '' || start === '' || end === ''}
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
  );
}
