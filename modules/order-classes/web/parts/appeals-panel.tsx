import {
  AmountInput,
  amountFault,
  EmptyState,
  ErrorState,
  Panel,
  useNameOf,
  useOperation,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import { Button, Input, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { type AppealResult, appealResults } from '../../appeal.ts';
import type { Appeal } from '../../contract/appeals.ts';
import type { ClassDetail } from '../../shapes.ts';
import { seatName } from '../class-words.ts';
import { orderClasses } from '../client.ts';
import { AppealSteps, AppealTag } from './appeal-steps.tsx';

const scoreBounds = { min: 0, max: 100, decimals: 2 };

/** Appeals against the result of a class: the school's office decides, the enterprise does what was granted. */
export function AppealsPanel(props: { readonly orderClass: ClassDetail }) {
  const { orderClass } = props;
  const t = usePhrases('recruitment');
  const found = useOperation('order-classes.appeals', orderClasses.appeals.list, { classId: orderClass.id });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return null;
  if (found.data.length === 0)
    return (
      <EmptyState title={t('appeal.none')}>
        {t('appeal.noneNote', { days: orderClass.placing.appealDays })}
      </EmptyState>
    );
  return (
    <div className="oc-stack">
      {found.data.map((appeal) => (
        <Panel key={appeal.id} title={appeal.studentName} actions={<AppealTag state={appeal.state} />}>
          <div className="oc-stack">
            <AppealSteps appeal={appeal} seats={orderClass.seats} />
            {appeal.abilities.refuse === null ? <Decide appeal={appeal} orderClass={orderClass} /> : null}
            {appeal.abilities.settle === null ? <Answer appeal={appeal} /> : null}
          </div>
        </Panel>
      ))}
    </div>
  );
}

function Words(props: {
  readonly label: string;
  readonly value: string;
  readonly isBad: boolean;
  readonly onChange: (value: string) => void;
}) {
  const t = usePhrases('recruitment');
  const id = useId();
  return (
    <div className="oc-label">
      <label htmlFor={id}>{props.label}</label>
      <Input.TextArea
        id={id}
        rows={2}
        maxLength={2_000}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {props.isBad ? <span className="dt-error">{t('appeal.reasonNeeded')}</span> : null}
    </div>
  );
}

function Decide(props: { readonly appeal: Appeal; readonly orderClass: ClassDetail }) {
  const { appeal, orderClass } = props;
  const t = usePhrases('recruitment');
  const nameOfSeat = seatName(useNameOf());
  const [result, setResult] = useState<AppealResult | null>(null);
  const [seatId, setSeat] = useState(appeal.choices[0]);
  const [reason, setReason] = useState('');
  const [isBad, setBad] = useState(false);
  const decide = useWrite(orderClasses.appeals.decide, {
    invalidates: ['order-classes'],
    done: t('appeal.decided'),
  });
  const namesSeat = result === 're-score' || result === 'extra-seat';
  const submit = () => {
    setBad(reason.trim() === '');
    if (reason.trim() !== '')
      decide.mutate({ appealId: appeal.id, reason, result, seatId: namesSeat ? (seatId ?? null) : null });
  };
  return (
    <fieldset className="oc-plain oc-stack">
      <legend>{t('appeal.decision')}</legend>
      <Radio.Group
        className="oc-choices"
        aria-label={t('appeal.decision')}
        value={result ?? 'refuse'}
        onChange={(event) => setResult(appealResults.find((one) => one === event.target.value) ?? null)}
      >
        {(['refuse', ...appealResults] as const).map((one) => (
          <Radio key={one} value={one}>
            {t(`appeal.choose.${one}`)}
          </Radio>
        ))}
      </Radio.Group>
      {namesSeat ? (
        <div className="oc-label">
          <span>{t('appeal.seat')}</span>
          <Select
            aria-label={t('appeal.seat')}
            value={seatId}
            onChange={setSeat}
            options={appeal.choices.map((id) => ({
              value: id,
              label: nameOfSeat(orderClass.seats.find((seat) => seat.id === id)),
            }))}
          />
        </div>
      ) : null}
      <Words label={t('appeal.reason')} value={reason} isBad={isBad} onChange={setReason} />
      <div>
        <Button type="primary" loading={decide.isPending} onClick={submit}>
          {t('appeal.decide')}
        </Button>
      </div>
    </fieldset>
  );
}

function Answer(props: { readonly appeal: Appeal }) {
  const { appeal } = props;
  const t = usePhrases('recruitment');
  const id = useId();
  const [score, setScore] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const [isBad, setBad] = useState(false);
  const answer = useWrite(orderClasses.appeals.answer, {
    invalidates: ['order-classes'],
    done: t('appeal.settled'),
  });
  const isScore = appeal.result === 're-score';
  const send = (accept: boolean) => {
    const lacksNote = !accept && note.trim() === '';
    setBad(lacksNote);
    if (!lacksNote) answer.mutate({ appealId: appeal.id, accept, note, score: accept ? score : null });
  };
  return (
    <div className="oc-stack">
      {isScore ? (
        <div className="oc-label">
          <label htmlFor={id}>{t('appeal.score')}</label>
          <AmountInput id={id} {...scoreBounds} value={score} onChange={setScore} />
        </div>
      ) : null}
      <Words label={t('appeal.noteField')} value={note} isBad={isBad} onChange={setNote} />
      <div className="oc-row">
        <Button
          type="primary"
          disabled={isScore && (score === null || amountFault(score, scoreBounds) !== undefined)}
          loading={answer.isPending}
          onClick={() => send(true)}
        >
          {t('appeal.settle')}
        </Button>
        <Button loading={answer.isPending} onClick={() => send(false)}>
          {t('appeal.return')}
        </Button>
      </div>
    </div>
  );
}
