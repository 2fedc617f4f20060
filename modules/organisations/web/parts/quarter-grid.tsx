import { today, usePhrases, useToast } from '@dualtrack/ui';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { plainNumber, readBlock } from './pasted-grid.ts';
import { type BlockFault, type PlacedCell, placeBlock } from './placed-block.ts';
import '../organisations.css';

type Row = {
  readonly id: string;
  readonly name: string;
  /** What else a pasted line may call the row. */
  readonly names?: readonly string[];
};

type QuarterGridProps = {
  readonly label: string;
  readonly corner: string;
  readonly rows: readonly Row[];
  readonly quarters: readonly string[];
  readonly textOf: (rowId: string, quarter: string) => string;
  readonly isChanged: (rowId: string, quarter: string) => boolean;
  /** The sentence about a text that cannot stand in a cell. */
  readonly faultOf: (text: string) => string | undefined;
  /** All that was typed or pasted at once. */
  readonly onChange: (cells: readonly PlacedCell[]) => void;
  readonly onUndo: (() => void) | undefined;
  readonly rowEnd?: (row: Row) => ReactNode;
};

/** The quarter of today. */
export function quarterOfToday(): string {
  const [year = '', month = '1'] = today().split('-');
  return `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

/** Faults shown by name; more are counted. */
const namedAtMost = 12;

/** Numbers by row and quarter: typed, pasted from a spreadsheet with or without heads, each fault named with its cell. */
export function QuarterGrid(props: QuarterGridProps) {
  const { rows, quarters, textOf, isChanged, faultOf, onChange, onUndo } = props;
  const t = usePhrases('organisations');
  const toast = useToast();
  const faultsId = useId();
  const frame = useRef<HTMLElement>(null);
  const [refused, setRefused] = useState<readonly BlockFault[]>([]);
  const now = quarterOfToday();
  useEffect(() => {
    // Years of the past stand to the left; the plan begins with the quarter of today.
    const head = frame.current?.querySelector<HTMLElement>('th[aria-current]');
    const name = frame.current?.querySelector<HTMLElement>('th');
    if (frame.current && head && name) frame.current.scrollLeft = head.offsetLeft - name.offsetWidth;
  }, []);
  const cellAt = (row: number, column: number) =>
    frame.current?.querySelector<HTMLInputElement>(`input[data-row="${row}"][data-column="${column}"]`);
  const goTo = (row: number, column: number) => {
    cellAt(row, column)?.focus();
    cellAt(row, column)?.select();
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>, row: number, column: number) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n\r]/.test(text)) return;
    event.preventDefault();
    const table = {
      rows: rows.map(({ id, name, names = [] }) => ({ id, names: [name, ...names] })),
      quarters,
    };
    const placed = placeBlock(readBlock(text), table, { row, column });
    setRefused(placed.faults);
    if (placed.faults.length > 0) return;
    onChange(placed.cells);
    toast(t('capacity.pasted', { count: placed.cells.length }));
    if (!placed.isSorted) toast(t('capacity.pastedSorted'));
    if (placed.left > 0) toast(t('capacity.pastedCut', { count: placed.left }), 'problem');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, row: number, column: number) => {
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    goTo(row + step, column);
  };
  const faults = rows.flatMap((row, down) =>
    quarters.flatMap((quarter, across) => {
      const text = textOf(row.id, quarter);
      const cure = text !== '' || isChanged(row.id, quarter) ? faultOf(text) : undefined;
      return cure === undefined ? [] : [{ row, quarter, down, across, text, cure }];
    }),
  );
  const wrong = new Set(faults.map(({ down, across }) => `${down} ${across}`));
  return (
    <div className="org-quarters">
      {refused.length === 0 ? null : (
        <div className="org-refused" role="alert">
          <strong>{t('paste.refused')}</strong>
          <ul>
            {refused.map((fault) => (
              <li key={`${fault.row} ${fault.column}`}>{t(`paste.fault.${fault.code}`, fault)}</li>
            ))}
          </ul>
        </div>
      )}
      {faults.length === 0 ? null : (
        <div className="org-refused" id={faultsId} role="status">
          <ul>
            {faults.slice(0, namedAtMost).map((fault) => (
              <li key={`${fault.down} ${fault.across}`}>
                <button type="button" className="dt-bare" onClick={() => goTo(fault.down, fault.across)}>
                  {t('paste.cell', {
                    row: fault.row.name,
                    quarter: fault.quarter,
                    text: fault.text,
                    cure: fault.cure,
                  })}
                </button>
              </li>
            ))}
            {faults.length > namedAtMost ? (
              <li>{t('paste.more', { count: faults.length - namedAtMost })}</li>
            ) : null}
          </ul>
        </div>
      )}
      <section
        ref={frame}
        className="org-grid-frame"
        aria-label={props.label}
        onKeyDown={(event) => {
          if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || onUndo === undefined)
            return;
          event.preventDefault();
          onUndo();
        }}
      >
        <table className="org-grid" aria-label={props.label}>
          <thead>
            <tr>
              <th scope="col">{props.corner}</th>
              {quarters.map((quarter) => (
                <th key={quarter} scope="col" aria-current={quarter === now ? 'date' : undefined}>
                  {quarter}
                </th>
              ))}
              {props.rowEnd === undefined ? null : (
                <td>
                  <span className="dt-hidden">{t('paste.rowEnd')}</span>
                </td>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, down) => (
              <tr key={row.id}>
                <th scope="row">{row.name}</th>
                {quarters.map((quarter, across) => (
                  <td key={quarter} className={isChanged(row.id, quarter) ? 'org-changed' : ''}>
                    <input
                      inputMode="decimal"
                      data-row={down}
                      data-column={across}
                      value={textOf(row.id, quarter)}
                      aria-label={t('capacity.cell', { line: row.name, quarter })}
                      aria-invalid={wrong.has(`${down} ${across}`)}
                      aria-describedby={wrong.has(`${down} ${across}`) ? faultsId : undefined}
                      onKeyDown={(event) => onKeyDown(event, down, across)}
                      onPaste={(event) => paste(event, down, across)}
                      onChange={(event) =>
                        onChange([{ rowId: row.id, quarter, text: plainNumber(event.target.value) }])
                      }
                    />
                  </td>
                ))}
                {props.rowEnd === undefined ? null : <td>{props.rowEnd(row)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
