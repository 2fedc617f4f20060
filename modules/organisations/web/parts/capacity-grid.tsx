import {
  FactList,
  Panel,
  useLanguage,
  usePhrases,
  useToast,
  useWrite,
  WhyNotButton,
  writeNumber,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import { organisations } from '../client.ts';
import { useOccupationName } from './occupation-name.ts';
import { nextQuarter, placeBlock, plainNumber, readBlock, unitsOf } from './pasted-grid.ts';

type Line = {
  readonly id: string;
  readonly name: string;
  readonly units: Readonly<Record<string, number>>;
  readonly staffing: readonly { readonly occupation: string; readonly perUnit: number }[];
};
type Plan = { readonly quarters: readonly string[]; readonly lines: readonly Line[] };
/** What was typed and not saved yet, by `line quarter`. */
type Edits = Readonly<Record<string, string>>;

/** Steps that can be taken back. */
const mostSteps = 100;

const keyOf = (lineId: string, quarter: string) => `${lineId} ${quarter}`;

/** Moves to the cell above or below; a table is filled column by column. */
function moveFocus(event: KeyboardEvent<HTMLInputElement>): void {
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const { row = '', column = '' } = event.currentTarget.dataset;
  const cell = event.currentTarget
    .closest('table')
    ?.querySelector<HTMLInputElement>(`input[data-row="${Number(row) + step}"][data-column="${column}"]`);
  cell?.focus();
  cell?.select();
}

function useEdits(plan: Plan) {
  const [edits, setEdits] = useState<Edits>({});
  const [past, setPast] = useState<readonly Edits[]>([]);
  const [added, setAdded] = useState<readonly string[]>([]);
  const quarters = [...new Set([...plan.quarters, ...added])].sort();
  const stored = (line: Line, quarter: string) => {
    const units = line.units[quarter];
    return units === undefined ? '' : String(units);
  };
  const textOf = (line: Line, quarter: string) => edits[keyOf(line.id, quarter)] ?? stored(line, quarter);
  const changed = plan.lines.flatMap((line) =>
    quarters
      .filter((quarter) => textOf(line, quarter) !== stored(line, quarter))
      .map((quarter) => ({ lineId: line.id, quarter, text: textOf(line, quarter) })),
  );
  return {
    quarters,
    textOf,
    changed,
    change: (some: Edits) => {
      setPast((steps) => [...steps.slice(1 - mostSteps), edits]);
      setEdits({ ...edits, ...some });
    },
    /** Takes the last typing or pasting back; undefined when there is nothing to take back. */
    undo:
      past.length === 0
        ? undefined
        : () => {
            setEdits(past.at(-1) ?? {});
            setPast(past.slice(0, -1));
          },
    addQuarter: (quarter: string) => setAdded((before) => [...before, quarter]),
    clear: () => {
      setEdits({});
      setPast([]);
      setAdded([]);
    },
  };
}

/** Units of production lines by quarter: typed, pasted as a block, and saved together. */
export function CapacityGrid(props: { readonly plan: Plan }) {
  const t = usePhrases('organisations');
  const toast = useToast();
  const { plan } = props;
  const { quarters, textOf, changed, change, undo, addQuarter, clear } = useEdits(plan);
  const isChanged = new Set(changed.map((cell) => keyOf(cell.lineId, cell.quarter)));
  const wrong = changed.filter((cell) => unitsOf(cell.text) === undefined).length;
  const save = useWrite(organisations.capacity.put, {
    invalidates: ['organisations', 'workforce'],
    done: t('capacity.saved'),
    onDone: clear,
  });
  const last = quarters.at(-1);
  const paste = (event: ClipboardEvent<HTMLInputElement>, row: number, column: number) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n\r]/.test(text)) return;
    event.preventDefault();
    const size = { rows: plan.lines.length, columns: quarters.length };
    const { cells, left } = placeBlock(readBlock(text), { row, column }, size);
    const placed = cells.flatMap((cell) => {
      const [line, quarter] = [plan.lines[cell.row], quarters[cell.column]];
      return line === undefined || quarter === undefined ? [] : [[keyOf(line.id, quarter), cell.text]];
    });
    change(Object.fromEntries(placed));
    toast(t('capacity.pasted', { count: cells.length }));
    if (left > 0) toast(t('capacity.pastedCut', { count: left }), 'problem');
  };
  const whyNot =
    wrong > 0
      ? t('capacity.whyNotWrong', { count: wrong })
      : changed.length === 0
        ? t('capacity.whyNotUnchanged')
        : undefined;
  return (
    <div className="org-page">
      <div className="org-bar">
        <WhyNotButton
          type="primary"
          whyNot={whyNot}
          loading={save.isPending}
          onClick={() =>
            save.mutate({
              values: changed.map(({ text, ...cell }) => ({ ...cell, units: unitsOf(text) ?? 0 })),
            })
          }
        >
          {t('capacity.save')}
        </WhyNotButton>
        {undo === undefined ? null : <Button onClick={undo}>{t('capacity.undo')}</Button>}
        {changed.length > 0 ? <Button onClick={clear}>{t('capacity.discard')}</Button> : null}
        <span className="dt-quiet" role="status">
          {t('capacity.changed', { count: changed.length })}
        </span>
        {last === undefined ? null : (
          <Button onClick={() => addQuarter(nextQuarter(last))}>
            {t('capacity.addQuarter', { quarter: nextQuarter(last) })}
          </Button>
        )}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the cells are what is operated; this hears Ctrl+Z among them. */}
      <div
        className="org-grid-frame"
        onKeyDown={(event) => {
          if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || undo === undefined)
            return;
          event.preventDefault();
          undo();
        }}
      >
        <table className="org-grid" aria-label={t('capacity.title')}>
          <thead>
            <tr>
              <th scope="col">{t('capacity.line')}</th>
              {quarters.map((quarter) => (
                <th key={quarter} scope="col">
                  {quarter}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plan.lines.map((line, row) => (
              <tr key={line.id}>
                <th scope="row">{line.name}</th>
                {quarters.map((quarter, column) => (
                  <td key={quarter} className={isChanged.has(keyOf(line.id, quarter)) ? 'org-changed' : ''}>
                    <input
                      inputMode="decimal"
                      data-row={row}
                      data-column={column}
                      value={textOf(line, quarter)}
                      aria-label={t('capacity.cell', { line: line.name, quarter })}
                      aria-invalid={
                        isChanged.has(keyOf(line.id, quarter)) && unitsOf(textOf(line, quarter)) === undefined
                      }
                      onKeyDown={moveFocus}
                      onPaste={(event) => paste(event, row, column)}
                      onChange={(event) =>
                        change({ [keyOf(line.id, quarter)]: plainNumber(event.target.value) })
                      }
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Staffing lines={plan.lines} />
    </div>
  );
}

function Staffing(props: { readonly lines: readonly Line[] }) {
  const t = usePhrases('organisations');
  const { locale } = useLanguage();
  const occupation = useOccupationName();
  return (
    <Panel title={t('capacity.staffing')}>
      <FactList
        facts={props.lines.map((line) => ({
          label: line.name,
          value: line.staffing.map((row) => (
            <div key={row.occupation} className="org-staffing">
              <span>{occupation(row.occupation)}</span>
              <span className="dt-number">{writeNumber(locale, row.perUnit, 2)}</span>
            </div>
          )),
        }))}
      />
    </Panel>
  );
}
