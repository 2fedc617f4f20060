import { EmptyState, ErrorState, useNameOf, useOperation, usePhrases, useWrite } from '@dualtrack/ui';
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { ApplicantView, ClassDetail, SeatView } from '../../shapes.ts';
import { seatName } from '../class-words.ts';
import { orderClasses } from '../client.ts';
import { ScoredBy } from './scored-by.tsx';
import { WideTable } from './wide-table.tsx';

type Edge = { readonly isStart: boolean; readonly isEnd: boolean };
type Place = { readonly row: number; readonly column: number };

/** Where a key leads from a cell; undefined when it stays an ordinary key of the field. */
function step(key: string, { row, column }: Place, edge: Edge): Place | undefined {
  if (key === 'ArrowDown' || key === 'Enter') return { row: row + 1, column };
  if (key === 'ArrowUp') return { row: row - 1, column };
  // Sideways only from the edge of what is typed: inside it the keys move the caret.
  if (key === 'ArrowRight' && edge.isEnd) return { row, column: column + 1 };
  if (key === 'ArrowLeft' && edge.isStart) return { row, column: column - 1 };
  return undefined;
}

/** The enterprise's grid: applicants by seats, a field wherever a seat was asked for. */
export function ScoreGrid(props: { readonly orderClass: ClassDetail }) {
  const { orderClass } = props;
  const t = usePhrases('order-classes');
  const nameOfSeat = seatName(useNameOf());
  const table = useRef<HTMLTableElement>(null);
  const list = useOperation('order-classes.applications', orderClasses.applications.list, {
    classId: orderClass.id,
  });
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return null;
  if (list.data.length === 0) {
    return <EmptyState title={t('applicants.none')}>{t('applicants.noneNote')}</EmptyState>;
  }
  const isOpen = orderClass.abilities.score === null;
  const onKeyDown = (event: KeyboardEvent) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement)) return;
    const place = { row: Number(field.dataset.row), column: Number(field.dataset.column) };
    const { selectionStart: from, selectionEnd: to, value } = field;
    const isAll = from === 0 && to === value.length;
    const edge = { isStart: isAll || to === 0, isEnd: isAll || from === value.length };
    let next = step(event.key, place, edge);
    if (next === undefined) return;
    event.preventDefault();
    // Cells that were not asked for have no field; the next one in the same direction is taken.
    const isInside = ({ row, column }: Place) =>
      row >= 0 && row < list.data.length && column >= 0 && column < orderClass.seats.length;
    for (; isInside(next); next = step(event.key, next, edge) ?? { row: -1, column: -1 }) {
      const found = table.current?.querySelector<HTMLInputElement>(
        `input[data-row="${next.row}"][data-column="${next.column}"]`,
      );
      if (found) {
        found.focus();
        found.select();
        return;
      }
    }
  };
  return (
    <div className="oc-stack">
      <p>{isOpen ? t('scores.note') : t('scores.locked')}</p>
      <p className="dt-quiet">{t('scores.privacy')}</p>
      <WideTable label={t('tab.scores')}>
        <table className="oc-table oc-grid" ref={table} onKeyDown={onKeyDown}>
          <thead>
            <tr>
              <th>{t('applicants.student')}</th>
              {orderClass.seats.map((seat) => (
                <th key={seat.id}>{nameOfSeat(seat)}</th>
              ))}
              <th>{t('applicants.statement')}</th>
            </tr>
          </thead>
          <tbody>
            {list.data.map((applicant, row) => (
              <tr key={applicant.id}>
                <th scope="row">
                  {applicant.studentName}
                  <div className="dt-quiet dt-small">{applicant.majorCode}</div>
                  <ScoredBy scores={applicant.scores} />
                </th>
                {orderClass.seats.map((seat, column) => (
                  <td key={seat.id}>
                    <ScoreCell
                      classId={orderClass.id}
                      applicant={applicant}
                      seat={seat}
                      place={{ row, column }}
                      isOpen={isOpen}
                    />
                  </td>
                ))}
                <td>{applicant.statement}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </div>
  );
}

type CellProps = {
  readonly classId: string;
  readonly applicant: ApplicantView;
  readonly seat: SeatView;
  readonly place: Place;
  readonly isOpen: boolean;
};

function ScoreCell(props: CellProps) {
  const { classId, applicant, seat, place } = props;
  const t = usePhrases('order-classes');
  const nameOfSeat = seatName(useNameOf());
  const [isBad, setBad] = useState(false);
  const write = useWrite(orderClasses.scores.put, { invalidates: ['order-classes'] });
  if (!applicant.choices.includes(seat.id)) {
    return (
      <span className="dt-quiet">
        –<span className="dt-hidden"> {t('scores.notAsked')}</span>
      </span>
    );
  }
  const known = applicant.scores.find((one) => one.seatId === seat.id);
  if (!props.isOpen) return <span className="oc-number">{known?.score ?? '–'}</span>;
  const save = (event: FocusEvent<HTMLInputElement>) => {
    const text = event.target.value.trim();
    const score = text === '' ? null : Number(text.normalize('NFKC'));
    const isWrong = score !== null && !(score >= 0 && score <= 100);
    setBad(isWrong);
    if (isWrong || score === (known?.score ?? null)) return;
    write.mutate({
      classId,
      scores: [{ applicationId: applicant.id, seatId: seat.id, score, note: known?.note ?? '' }],
    });
  };
  return (
    <>
      <input
        className="dt-input oc-score"
        inputMode="decimal"
        defaultValue={known?.score ?? ''}
        key={known?.score ?? 'none'}
        data-row={place.row}
        data-column={place.column}
        aria-label={t('scores.cell', { student: applicant.studentName, seat: nameOfSeat(seat) })}
        aria-invalid={isBad}
        onBlur={save}
      />
      {isBad ? <div className="dt-error dt-small">{t('scores.bad')}</div> : null}
    </>
  );
}
