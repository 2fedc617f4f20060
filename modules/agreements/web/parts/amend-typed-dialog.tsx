import { useGo, usePhrases, useWrite } from '@dualtrack/ui';
import { Input } from 'antd';
import { useState } from 'react';
import type { AgreementCourse } from '../../contract/amendments.ts';
import { agreements } from '../client.ts';
import { CourseFrame } from './course-frame.tsx';
import { areChangesWhole, noDutyChanges, sentChanges, TypedChanges } from './typed-changes.tsx';

/** Amends a paper with typed duties, such as one signed elsewhere: duties that change, end or are added, and the term. */
export function AmendTypedDialog(props: {
  readonly agreementId: string;
  readonly course: AgreementCourse;
  readonly onClose: () => void;
}) {
  const { agreementId, course, onClose } = props;
  const t = usePhrases('obligations');
  const go = useGo();
  const [draft, setDraft] = useState(noDutyChanges);
  const [reason, setReason] = useState('');
  const [validTo, setValidTo] = useState('');
  const amend = useWrite(agreements.amendments.amend, {
    invalidates: ['agreements', 'workforce'],
    done: t('course.didAmend'),
    showsProblems: true,
    onDone: ({ id }) => go(`/agreements/${id}`),
  });
  const isReady =
    reason.trim().length >= 2 && areChangesWhole(draft) && (sentChanges(draft).length > 0 || validTo !== '');
  const send = () =>
    amend.mutate({
      ...{ agreementId, reason, ...(validTo === '' ? {} : { validTo }) },
      duties: sentChanges(draft),
    });
  return (
    <CourseFrame
      title={t('course.amend')}
      note={t('typed.note')}
      isReady={isReady}
      isBusy={amend.isPending}
      error={amend.error}
      onClose={onClose}
      onSend={send}
    >
      <TypedChanges typed={course.typed} draft={draft} onChange={setDraft} />
      <label htmlFor="amend-typed-end">
        {t('course.newEnd')}
        <Input
          id="amend-typed-end"
          type="date"
          value={validTo}
          onChange={(event) => setValidTo(event.target.value)}
        />
      </label>
      <label htmlFor="amend-typed-reason">
        {t('course.reason')}
        <Input.TextArea
          id="amend-typed-reason"
          value={reason}
          maxLength={1_000}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
    </CourseFrame>
  );
}
