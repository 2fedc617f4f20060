import { contract as organisationsContract } from '@dualtrack/organisations/contract';
import { createClient, today, useOperation, usePhrases, useWrite } from '@dualtrack/ui';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import type { ClassDetail } from '../../shapes.ts';
import { orderClasses } from '../client.ts';
import { RankSeats } from './rank-seats.tsx';

const organisations = createClient(organisationsContract);

/** The office enters choices that a student handed in on paper. */
export function PaperChoices(props: { readonly orderClass: ClassDetail }) {
  const { orderClass } = props;
  const t = usePhrases('order-classes');
  const tw = usePhrases('class-work');
  const [lateReason, setLateReason] = useState('');
  const isLate = orderClass.applicationsUntil !== null && today() > orderClass.applicationsUntil;
  const [isOpen, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const [student, setStudent] = useState<{ id: string; name: string } | undefined>(undefined);
  const found = useOperation(
    'organisations.students',
    organisations.students,
    { q: words, page: 1, size: 8 },
    { enabled: words.trim().length > 0, keepsPrevious: true },
  );
  const write = useWrite(orderClasses.applications.put, {
    invalidates: ['order-classes'],
    done: t('done.applied'),
    onDone: () => {
      setOpen(false);
      setStudent(undefined);
      setWords('');
      setLateReason('');
    },
  });
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{t('applicants.paper')}</Button>
      <Modal
        open={isOpen}
        title={t('applicants.paper')}
        footer={null}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <div className="oc-stack">
          <input
            className="dt-input"
            aria-label={t('applicants.findStudent')}
            placeholder={t('applicants.findStudent')}
            value={words}
            onChange={(event) => {
              setWords(event.target.value);
              setStudent(undefined);
            }}
          />
          {isLate ? (
            <div className="dt-field">
              <label htmlFor="oc-late">{tw('entry.lateReason')}</label>
              <Input
                id="oc-late"
                value={lateReason}
                maxLength={300}
                onChange={(event) => setLateReason(event.target.value)}
              />
              <span className="dt-quiet dt-small">{tw('entry.lateHint')}</span>
            </div>
          ) : null}
          {student !== undefined ? (
            <RankSeats
              key={student.id}
              seats={orderClass.seats.map((seat) => ({ ...seat, whyNot: null }))}
              initial={{ choices: [], statement: '', groupCode: '' }}
              isBusy={write.isPending}
              submitLabel={t('action.save')}
              onSubmit={(given) =>
                write.mutateAsync({ classId: orderClass.id, studentId: student.id, lateReason, ...given })
              }
            />
          ) : (
            <ul className="oc-card-list">
              {(found.data?.items ?? []).map((one) => (
                <li key={one.id}>
                  <span>
                    {one.name} <span className="dt-quiet">{`${one.studentNumber} · ${one.cohort}`}</span>
                  </span>
                  <Button size="small" onClick={() => setStudent(one)}>
                    {t('applicants.pick')}
                  </Button>
                </li>
              ))}
              {found.data?.total === 0 ? <li className="dt-quiet">{t('applicants.noStudent')}</li> : null}
            </ul>
          )}
        </div>
      </Modal>
    </div>
  );
}
