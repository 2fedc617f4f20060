import { useNameOf, usePhrases } from '@dualtrack/ui/plain';
import { useState } from 'react';
import type { NoticeReply } from '../../contract.ts';
import '../workforce.css';

type Programme = { readonly majorCode: string; readonly name: string; readonly nameEn: string };

/** Seats of a programme, or no: two buttons, a number and a sentence. Also used where nobody is signed in. */
export function ReplyForm(props: {
  readonly people: number;
  readonly programmes: readonly Programme[];
  /** The programme that fits best, chosen beforehand. */
  readonly majorCode?: string | undefined;
  readonly isBusy: boolean;
  /** What is missing outside of the form. */
  readonly missing?: string | undefined;
  readonly onReply: (reply: NoticeReply) => void;
}) {
  const t = usePhrases('workforce');
  const nameOf = useNameOf();
  const [seats, setSeats] = useState(String(props.people));
  const [majorCode, setMajorCode] = useState(props.majorCode ?? props.programmes[0]?.majorCode ?? '');
  const [answer, setAnswer] = useState('');
  const isNumber = /^[1-9]\d{0,2}$/.test(seats) && Number(seats) <= 500;
  const isReason = answer.trim().length >= 2;
  const whyNot = props.missing ?? (isNumber ? undefined : t('answer.seatsWrong'));
  return (
    <div className="wf-reply">
      <label className="wf-field">
        <span>{t('board.seats')}</span>
        <input
          className="dt-input"
          inputMode="numeric"
          value={seats}
          aria-invalid={!isNumber}
          onChange={(event) => setSeats(event.target.value.trim())}
        />
      </label>
      <label className="wf-field">
        <span>{t('board.programme')}</span>
        <select className="dt-input" value={majorCode} onChange={(event) => setMajorCode(event.target.value)}>
          {props.programmes.map((one) => (
            <option key={one.majorCode} value={one.majorCode}>
              {nameOf(one)}
            </option>
          ))}
        </select>
      </label>
      <label className="wf-field wf-wide">
        <span>{t('board.answer')}</span>
        <input
          className="dt-input"
          value={answer}
          maxLength={2_000}
          onChange={(event) => setAnswer(event.target.value)}
        />
      </label>
      <div className="wf-row wf-wide">
        <button
          type="button"
          className="dt-button dt-button-primary"
          disabled={whyNot !== undefined || majorCode === '' || props.isBusy}
          onClick={() => props.onReply({ decision: 'offer', seats: Number(seats), majorCode, answer })}
        >
          {t('board.offer')}
        </button>
        <button
          type="button"
          className="dt-button"
          disabled={!isReason || props.missing !== undefined || props.isBusy}
          onClick={() => props.onReply({ decision: 'decline', answer })}
        >
          {t('board.decline')}
        </button>
      </div>
      {whyNot === undefined && isReason ? null : (
        <p className="dt-quiet dt-small wf-wide" role="status">
          {whyNot ?? t('board.declineWhy')}
        </p>
      )}
    </div>
  );
}
