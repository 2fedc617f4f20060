import {
  FactList,
  Panel,
  SaveRows,
  useDraft,
  useLanguage,
  usePhrases,
  useWrite,
  WhyNotButton,
  writeMoment,
  writeNumber,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { organisations } from '../client.ts';
import { useOccupationName } from './occupation-name.ts';
import { nextQuarter, unitsOf } from './pasted-grid.ts';
import type { PlacedCell } from './placed-block.ts';
import { QuarterGrid } from './quarter-grid.tsx';
import { useSteps } from './use-steps.ts';

type Line = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly units: Readonly<Record<string, number>>;
  readonly staffing: readonly { readonly occupation: string; readonly perUnit: number }[];
};
type Plan = { readonly quarters: readonly string[]; readonly lines: readonly Line[] };

/** What was typed and not saved yet, as texts, because a draft keeps texts: line, quarter, what stands in the cell. */
const editOf = ({ rowId, quarter, text }: PlacedCell) => [rowId, quarter, text].join('\t');
const keyOf = (lineId: string, quarter: string) => `${lineId}\t${quarter}`;

function useEdits(plan: Plan) {
  const draft = useDraft('organisations.capacity', { edits: noEdits }, true);
  const [added, setAdded] = useState<readonly string[]>([]);
  const typed = new Map(
    draft.values.edits.map((edit) => {
      const [rowId = '', quarter = '', text = ''] = edit.split('\t');
      return [keyOf(rowId, quarter), { rowId, quarter, text }];
    }),
  );
  const quarters = [
    ...new Set([...plan.quarters, ...added, ...[...typed.values()].map(({ quarter }) => quarter)]),
  ].sort();
  const stored = (lineId: string, quarter: string) => {
    const units = plan.lines.find(({ id }) => id === lineId)?.units[quarter];
    return units === undefined ? '' : String(units);
  };
  const textOf = (lineId: string, quarter: string) =>
    typed.get(keyOf(lineId, quarter))?.text ?? stored(lineId, quarter);
  const changed = [...typed.values()].filter(
    ({ rowId, quarter, text }) =>
      text !== stored(rowId, quarter) && plan.lines.some(({ id }) => id === rowId),
  );
  const put = (edits: readonly string[]) => {
    if (edits.length === 0) draft.forget();
    draft.change({ edits });
  };
  const steps = useSteps(put);
  return {
    quarters,
    textOf,
    changed,
    draftAt: draft.draftAt,
    change: (cells: readonly PlacedCell[]) => {
      steps.remember(draft.values.edits);
      const next = new Map(typed);
      for (const cell of cells) next.set(keyOf(cell.rowId, cell.quarter), cell);
      put([...next.values()].map(editOf));
    },
    undo: steps.undo,
    addQuarter: (quarter: string) => setAdded((before) => [...before, quarter]),
    /** Everything typed is given up; that, too, can be taken back. */
    discard: () => {
      steps.remember(draft.values.edits);
      put(noEdits);
    },
    saved: () => {
      draft.setValues({ edits: noEdits });
      draft.forget();
      steps.forget();
      setAdded([]);
    },
  };
}

const noEdits: readonly string[] = [];

/** Units of production lines by quarter: typed, pasted as a block, and saved together. */
export function CapacityGrid(props: { readonly plan: Plan }) {
  const t = usePhrases('organisations');
  const ui = usePhrases('ui');
  const { locale } = useLanguage();
  const { plan } = props;
  const { quarters, textOf, changed, change, undo, addQuarter, discard, saved, draftAt } = useEdits(plan);
  const isChanged = new Set(changed.map((cell) => keyOf(cell.rowId, cell.quarter)));
  const wrong = changed.filter((cell) => unitsOf(cell.text) === undefined).length;
  const save = useWrite(organisations.capacity.put, {
    invalidates: ['organisations', 'workforce'],
    done: t('capacity.saved'),
    onDone: saved,
  });
  const last = quarters.at(-1);
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
              values: changed.map(({ rowId, quarter, text }) => ({
                lineId: rowId,
                quarter,
                units: unitsOf(text) ?? 0,
              })),
            })
          }
        >
          {t('capacity.save')}
        </WhyNotButton>
        {undo === undefined ? null : <Button onClick={undo}>{t('capacity.undo')}</Button>}
        {changed.length > 0 ? <Button onClick={discard}>{t('capacity.discard')}</Button> : null}
        <span className="dt-quiet" role="status">
          {t('capacity.changed', { count: changed.length })}
          {draftAt === undefined || changed.length === 0
            ? null
            : ` · ${ui('form.draft', { time: writeMoment(locale, draftAt) })}`}
        </span>
        {last === undefined ? null : (
          <Button onClick={() => addQuarter(nextQuarter(last))}>
            {t('capacity.addQuarter', { quarter: nextQuarter(last) })}
          </Button>
        )}
        <SaveRows
          fileName={t('capacity.title')}
          rows={plan.lines}
          columns={[
            [t('capacity.line'), ({ name }) => name],
            ...plan.quarters.map(
              (quarter) => [quarter, ({ units }: Line) => units[quarter] ?? null] as const,
            ),
          ]}
        />
      </div>
      <QuarterGrid
        label={t('capacity.title')}
        corner={t('capacity.line')}
        rows={plan.lines.map(({ id, name, code }) => ({ id, name, names: [code] }))}
        quarters={quarters}
        textOf={textOf}
        isChanged={(lineId, quarter) => isChanged.has(keyOf(lineId, quarter))}
        faultOf={(text) => (unitsOf(text) === undefined ? t('capacity.cure') : undefined)}
        onChange={change}
        onUndo={undo}
      />
      <Staffing lines={plan.lines} />
    </div>
  );
}

function Staffing(props: { readonly lines: readonly Line[] }) {
  const t = usePhrases('organisations');
  const { locale } = useLanguage();
  const occupation = useOccupationName();
  return (
    <Panel
      title={t('capacity.staffing')}
      actions={
        <SaveRows
          fileName={t('capacity.staffing')}
          rows={props.lines.flatMap(({ name, staffing }) => staffing.map((row) => ({ name, ...row })))}
          columns={[
            [t('capacity.line'), ({ name }) => name],
            [t('posts.occupation'), (row) => occupation(row.occupation)],
            [t('capacity.staffing'), ({ perUnit }) => perUnit],
          ]}
        />
      }
    >
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
