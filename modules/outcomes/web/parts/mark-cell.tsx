import { usePhrases } from '@dualtrack/ui';
import { Button } from 'antd';
import type { CellState, Mark, Typed } from './mark-draft.ts';

type CellProps = {
  readonly place: { readonly row: number; readonly column: number };
  readonly label: string;
  readonly typed: Typed | undefined;
  readonly mark: Mark | undefined;
  readonly state: CellState;
  readonly isLocked: boolean;
  readonly others: readonly Mark[];
  readonly onType: (typed: Typed | undefined) => void;
};

/** One field of the table of marks: what others say below it, and a choice where somebody else was faster. */
export function MarkCell(props: CellProps) {
  const { place, typed, mark, state, others, onType } = props;
  const t = usePhrases('outcomes');
  const revision = mark?.revision ?? 0;
  return (
    <>
      {props.isLocked ? (
        <span>{mark?.score ?? '–'}</span>
      ) : (
        <input
          className={`dt-input out-mark out-mark-${state}`}
          inputMode="decimal"
          data-row={place.row}
          data-column={place.column}
          aria-label={props.label}
          aria-invalid={state === 'bad' || state === 'conflict'}
          value={typed?.text ?? String(mark?.score ?? '')}
          onChange={(event) => onType({ text: event.target.value, revision: typed?.revision ?? revision })}
        />
      )}
      {state === 'bad' ? <div className="dt-error dt-small">{t('marks.bad')}</div> : null}
      {state === 'conflict' ? (
        <div className="dt-error dt-small out-conflict">
          {mark === undefined
            ? t('marks.gone')
            : t('marks.theirs', { score: mark.score, name: mark.assessorName })}
          <Button size="small" onClick={() => onType({ text: typed?.text ?? '', revision })}>
            {t('marks.keepMine')}
          </Button>
          <Button size="small" onClick={() => onType(undefined)}>
            {t('marks.takeTheirs')}
          </Button>
        </div>
      ) : null}
      {others.map((one) => (
        <div key={one.kind} className="dt-quiet dt-small out-other">
          {t(`kind.${one.kind}`)} {one.score}
        </div>
      ))}
    </>
  );
}
