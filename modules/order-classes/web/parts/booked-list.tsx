import { StateTag, useList, usePhrases, useWrite } from '@dualtrack/ui';
import { Button, Checkbox, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { InterviewSlot } from '../../contract/interviews.ts';
import { type Absence, absences } from '../../interview.ts';
import { orderClasses } from '../client.ts';

type Booking = InterviewSlot['booked'][number];

/** Who booked a time; after it whether they came, or why not, said by whoever interviewed. What was missed stays here. */
export function BookedList(props: { readonly slot: InterviewSlot; readonly maySay: boolean }) {
  const { slot, maySay } = props;
  const t = usePhrases('class-work');
  const list = useList();
  const [missing, setMissing] = useState<Booking | undefined>(undefined);
  const attend = useWrite(orderClasses.interviews.attend, { invalidates: ['order-classes'] });
  if (!maySay && slot.booked.every(({ came }) => came === null))
    return <div className="dt-small">{list(slot.booked.map(({ studentName }) => studentName))}</div>;
  return (
    <ul className="oc-came">
      {slot.booked.map((one) => (
        <li key={`${one.applicationId} ${one.isPast}`}>
          <span>{one.studentName}</span>
          <Said booking={one} />
          {maySay && !one.isPast ? (
            <>
              {one.came === true ? null : (
                <Button
                  size="small"
                  type={one.came === null ? 'default' : 'text'}
                  disabled={attend.isPending}
                  aria-label={`${one.studentName}: ${t('interviews.came')}`}
                  onClick={() =>
                    attend.mutate({ slotId: slot.id, applicationId: one.applicationId, came: true })
                  }
                >
                  {t('interviews.came')}
                </Button>
              )}
              <Button
                size="small"
                type={one.came === null ? 'default' : 'text'}
                disabled={attend.isPending}
                aria-label={`${one.studentName}: ${t('interviews.missed')}`}
                onClick={() => setMissing(one)}
              >
                {t('interviews.sayMissed')}
              </Button>
            </>
          ) : null}
        </li>
      ))}
      {missing === undefined ? null : (
        <MissedForm slotId={slot.id} booking={missing} onClose={() => setMissing(undefined)} />
      )}
    </ul>
  );
}

function Said(props: { readonly booking: Booking }) {
  const { came, absence, absenceNote, mayBookAnother, isPast } = props.booking;
  const t = usePhrases('class-work');
  if (came === null) return null;
  if (came) return <StateTag tone="done">{t('interviews.came')}</StateTag>;
  const words = [
    absenceNote,
    isPast ? t('interviews.rebooked') : mayBookAnother ? t('interviews.allowed') : '',
  ].filter((one) => one !== '');
  return (
    <>
      <StateTag tone="soon">{t(`interviews.absence.${absence ?? 'no-show'}`)}</StateTag>
      {words.length === 0 ? null : <span className="dt-quiet dt-small">{words.join(' · ')}</span>}
    </>
  );
}

function MissedForm(props: {
  readonly slotId: string;
  readonly booking: Booking;
  readonly onClose: () => void;
}) {
  const { slotId, booking, onClose } = props;
  const t = usePhrases('class-work');
  const [absence, setAbsence] = useState<Absence>(booking.absence ?? 'no-show');
  const [absenceNote, setNote] = useState(booking.absenceNote);
  const [isAllowed, setAllowed] = useState(booking.mayBookAnother);
  const save = useWrite(orderClasses.interviews.attend, {
    invalidates: ['order-classes'],
    done: t('interviews.saved'),
    onDone: onClose,
  });
  const isExcused = absence !== 'no-show';
  return (
    <Modal
      open
      title={t('interviews.missedTitle', { student: booking.studentName })}
      okText={t('placing.save')}
      cancelText={t('syllabus.cancel')}
      confirmLoading={save.isPending}
      onCancel={onClose}
      onOk={() =>
        save.mutate({
          ...{ slotId, applicationId: booking.applicationId, came: false, absence, absenceNote },
          allowsAnother: isExcused || isAllowed,
        })
      }
    >
      <div className="oc-stack">
        <div className="dt-field">
          <label htmlFor="oc-absence">{t('interviews.absence')}</label>
          <Select
            id="oc-absence"
            value={absence}
            onChange={setAbsence}
            options={absences.map((value) => ({ value, label: t(`interviews.absence.${value}`) }))}
          />
        </div>
        <div className="dt-field">
          <label htmlFor="oc-absence-note">{t('interviews.absenceNote')}</label>
          <Input
            id="oc-absence-note"
            value={absenceNote}
            maxLength={300}
            onChange={(event) => setNote(event.target.value)}
          />
        </div>
        <div>
          <Checkbox
            checked={isExcused || isAllowed}
            disabled={isExcused}
            onChange={(event) => setAllowed(event.target.checked)}
          >
            {t('interviews.allow')}
          </Checkbox>
          <p className="dt-quiet dt-small">{t('interviews.allowNote')}</p>
        </div>
      </div>
    </Modal>
  );
}
