import { useGo, useNameOf, usePhrases, useWrite } from '@dualtrack/ui';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { AgreementCourse } from '../../contract/amendments.ts';
import { agreements } from '../client.ts';
import { CourseFrame } from './course-frame.tsx';
import { DutyEntry, type DutyLine, dutyOfLine, emptyLine, isWhole, lineOfTyped } from './recorded-duties.tsx';

type Typed = AgreementCourse['typed'][number];
type Change = { readonly kind: 'set'; readonly line: DutyLine } | { readonly kind: 'drop' };

/** Amends a paper with typed duties, such as one signed elsewhere: duties that change, end or are added, and the term. */
export function AmendTypedDialog(props: {
  readonly agreementId: string;
  readonly course: AgreementCourse;
  readonly onClose: () => void;
}) {
  const { agreementId, course, onClose } = props;
  const t = usePhrases('obligations');
  const go = useGo();
  const [changes, setChanges] = useState<ReadonlyMap<number, Change>>(new Map());
  const [added, setAdded] = useState<readonly DutyLine[]>([]);
  const [reason, setReason] = useState('');
  const [validTo, setValidTo] = useState('');
  const amend = useWrite(agreements.amendments.amend, {
    invalidates: ['agreements', 'workforce'],
    done: t('course.didAmend'),
    showsProblems: true,
    onDone: ({ id }) => go(`/agreements/${id}`),
  });
  const change = (number: number, next: Change | null) => {
    const other = new Map(changes);
    if (next === null) other.delete(number);
    else other.set(number, next);
    setChanges(other);
  };
  const lines = [...[...changes.values()].flatMap((one) => (one.kind === 'set' ? [one.line] : [])), ...added];
  const isReady =
    reason.trim().length >= 2 &&
    lines.every(isWhole) &&
    (changes.size > 0 || added.length > 0 || validTo !== '');
  const send = () =>
    amend.mutate({
      ...{ agreementId, reason, ...(validTo === '' ? {} : { validTo }) },
      duties: [
        ...[...changes].map(([number, one]) =>
          one.kind === 'drop' ? { number, drop: true } : { number, ...dutyOfLine(one.line) },
        ),
        ...added.map(dutyOfLine),
      ],
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
      {course.typed.map((typed) => (
        <TypedDuty
          key={typed.number}
          typed={typed}
          change={changes.get(typed.number) ?? null}
          onChange={(next) => change(typed.number, next)}
        />
      ))}
      {added.map((line, index) => (
        // Lines have no name of their own; their place is what tells them apart.
        <DutyEntry
          key={index}
          line={line}
          number={index + 1}
          legend={t('typed.added')}
          onChange={(next) => setAdded(added.map((one, place) => (place === index ? next : one)))}
          onRemove={() => setAdded(added.filter((_, place) => place !== index))}
        />
      ))}
      <div>
        <Button onClick={() => setAdded([...added, emptyLine])}>{t('recorded.add')}</Button>
      </div>
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

function TypedDuty(props: {
  readonly typed: Typed;
  readonly change: Change | null;
  readonly onChange: (change: Change | null) => void;
}) {
  const { typed, change, onChange } = props;
  const t = usePhrases('obligations');
  const nameOf = useNameOf();
  const { zh, en } = typed.words;
  const legend = nameOf({ name: zh ?? en ?? '', nameEn: en });
  if (change?.kind === 'set') {
    return (
      <DutyEntry
        line={change.line}
        number={typed.number}
        legend={legend}
        removeLabel={t('typed.keep')}
        onChange={(line) => onChange({ kind: 'set', line })}
        onRemove={() => onChange(null)}
      />
    );
  }
  const isDropped = change !== null;
  return (
    <div className="duty-typed">
      <span className={isDropped ? 'duty-typed-gone' : ''}>
        {typed.duty?.clause ? <span className="dt-quiet">{typed.duty.clause} </span> : null}
        {legend}
      </span>
      <span className="ag-row">
        {isDropped ? (
          <Button size="small" onClick={() => onChange(null)}>
            {t('typed.keep')}
          </Button>
        ) : (
          <>
            <Button size="small" onClick={() => onChange({ kind: 'set', line: lineOfTyped(typed) })}>
              {t('typed.change')}
            </Button>
            <Button size="small" onClick={() => onChange({ kind: 'drop' })}>
              {t('typed.drop')}
            </Button>
          </>
        )}
      </span>
    </div>
  );
}
