import { useGo, useNameOf, usePhrases, useWrite, WhyNotButton } from '@dualtrack/ui';
import { Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { AgreementCourse } from '../../contract/amendments.ts';
import type { AgreementDetail } from '../../contract.ts';
import { addDays, addYears } from '../../due.ts';
import { recordedKinds } from '../../recorded-duty.ts';
import { useWhyNot } from '../agreement-words.ts';
import { agreements } from '../client.ts';
import { type AmendFigure, amendFigures, useFigureLabel } from './amend-figures.ts';
import { AmendTypedDialog } from './amend-typed-dialog.tsx';
import { CourseFrame } from './course-frame.tsx';

type ActionProps = { readonly agreement: AgreementDetail; readonly course: AgreementCourse };
const invalidates = ['agreements', 'workforce'];

/** Begins an amendment or the renewal. */
export function CourseActions(props: ActionProps) {
  const t = usePhrases('obligations');
  const whyNot = useWhyNot();
  const [open, setOpen] = useState<'amend' | 'renew' | null>(null);
  const { agreement, course } = props;
  const { amend, renew } = course.whyNot;
  const isTyped = recordedKinds.includes(agreement.kind);
  return (
    <span className="ag-row">
      <WhyNotButton whyNot={whyNot(amend)} onClick={() => setOpen('amend')}>
        {t('course.amend')}
      </WhyNotButton>
      <WhyNotButton whyNot={whyNot(renew)} onClick={() => setOpen('renew')}>
        {t('course.renew')}
      </WhyNotButton>
      {open === 'amend' && isTyped ? (
        <AmendTypedDialog agreementId={agreement.id} course={course} onClose={() => setOpen(null)} />
      ) : null}
      {open === 'amend' && !isTyped ? <AmendDialog {...props} onClose={() => setOpen(null)} /> : null}
      {open === 'renew' ? <RenewDialog {...props} onClose={() => setOpen(null)} /> : null}
    </span>
  );
}

type DialogProps = ActionProps & { readonly onClose: () => void };

function AmendDialog(props: DialogProps) {
  const { agreement, onClose } = props;
  const t = usePhrases('obligations');
  const figureLabel = useFigureLabel();
  const nameOf = useNameOf();
  const go = useGo();
  const [clauses, setClauses] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const [validTo, setValidTo] = useState('');
  const [terms, setTerms] = useState<Partial<Record<AmendFigure, number | null>>>({});
  const amend = useWrite(agreements.amendments.amend, {
    invalidates,
    done: t('course.didAmend'),
    showsProblems: true,
    onDone: ({ id }) => go(`/agreements/${id}`),
  });
  const changed = Object.fromEntries(Object.entries(terms).filter(([, value]) => typeof value === 'number'));
  return (
    <CourseFrame
      title={t('course.amend')}
      note={t('course.amendNote')}
      isReady={reason.trim().length >= 2}
      isBusy={amend.isPending}
      error={amend.error}
      onClose={onClose}
      onSend={() =>
        amend.mutate({
          ...{ agreementId: agreement.id, clauses, reason, terms: changed },
          ...(validTo === '' ? {} : { validTo }),
        })
      }
    >
      <label htmlFor="amend-clauses">
        {t('course.clauses')}
        <Select
          id="amend-clauses"
          mode="multiple"
          value={clauses}
          optionFilterProp="label"
          options={agreement.clauses.map((one) => ({
            value: one.clause,
            label: `${one.position + 1} ${nameOf({ name: one.title, nameEn: one.titleEn })}`,
          }))}
          onChange={setClauses}
        />
      </label>
      {amendFigures.map((name) => (
        <label key={name} htmlFor={`amend-${name}`}>
          {figureLabel(name)}
          <InputNumber
            id={`amend-${name}`}
            value={terms[name] ?? null}
            min={1}
            placeholder={String(agreement.terms?.[name] ?? '')}
            style={{ inlineSize: '100%' }}
            onChange={(value) => setTerms({ ...terms, [name]: value })}
          />
        </label>
      ))}
      <label htmlFor="course-actions-1">
        {t('course.newEnd')}
        <Input
          id="course-actions-1"
          type="date"
          value={validTo}
          onChange={(event) => setValidTo(event.target.value)}
        />
      </label>
      <label htmlFor="course-actions-2">
        {t('course.reason')}
        <Input.TextArea
          id="course-actions-2"
          value={reason}
          maxLength={1_000}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
    </CourseFrame>
  );
}

function RenewDialog(props: DialogProps) {
  const { agreement, onClose } = props;
  const t = usePhrases('obligations');
  const go = useGo();
  const first = agreement.validTo === null ? '' : addDays(agreement.validTo, 1);
  const [validFrom, setFrom] = useState(first);
  const [validTo, setTo] = useState(first === '' ? '' : addDays(addYears(first, 2), -1));
  const renew = useWrite(agreements.amendments.renew, {
    invalidates,
    done: t('course.didRenew'),
    showsProblems: true,
    onDone: ({ id }) => go(`/agreements/${id}`),
  });
  return (
    <CourseFrame
      title={t('course.renew')}
      note={t(recordedKinds.includes(agreement.kind) ? 'typed.renewNote' : 'course.renewNote')}
      isReady={validFrom !== '' && validTo !== ''}
      isBusy={renew.isPending}
      error={renew.error}
      onClose={onClose}
      onSend={() => renew.mutate({ agreementId: agreement.id, validFrom, validTo })}
    >
      <label htmlFor="course-actions-3">
        {t('course.from')}
        <Input
          id="course-actions-3"
          type="date"
          value={validFrom}
          onChange={(event) => setFrom(event.target.value)}
        />
      </label>
      <label htmlFor="course-actions-4">
        {t('course.to')}
        <Input
          id="course-actions-4"
          type="date"
          value={validTo}
          onChange={(event) => setTo(event.target.value)}
        />
      </label>
    </CourseFrame>
  );
}
