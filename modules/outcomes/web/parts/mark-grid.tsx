import {
  ErrorState,
  problemOf,
  useNameOf,
  usePhrases,
  useSession,
  useWrite,
  WhyNotButton,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { type ClipboardEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import type { ClassMarks } from '../../contract.ts';
import { readScore } from '../../mark.ts';
import { outcomes } from '../client.ts';
import { MarkCell } from './mark-cell.tsx';
import { cellKey, cellState, ownMark, pastedCells, type Typed } from './mark-draft.ts';
import { useMarkDraft } from './use-mark-draft.ts';

/** Students by training units: a field for each mark of one's own kind; typed, pasted, saved together. */
export function MarkGrid(props: { readonly view: ClassMarks; readonly onReload: () => void }) {
  const { view } = props;
  const t = usePhrases('outcomes');
  const nameOf = useNameOf();
  const table = useRef<HTMLTableElement>(null);
  const { typed, setTyped, isRestored } = useMarkDraft(view.classId, useSession().person.id);
  const [added, setAdded] = useState<readonly string[]>([]);
  const units = [...new Set([...view.units, ...added])];
  const unitName = (unit: string) => (unit === '' ? t('mark.whole') : unit);
  const cells = view.people.flatMap((person) =>
    units.map((unit) => {
      const key = cellKey(person.placementId, unit);
      const mark = ownMark(view, person.placementId, unit);
      return { key, person, unit, mark, typed: typed.get(key), state: cellState(typed.get(key), mark) };
    }),
  );
  const count = (state: string) => cells.filter((one) => one.state === state).length;
  const write = useWrite(outcomes.marks.put, {
    invalidates: ['outcomes'],
    done: t('marks.saved'),
    showsProblems: true,
    onDone: () => setTyped(new Map()),
  });
  const type = (changes: readonly (readonly [string, Typed | undefined])[]) => {
    const next = new Map(typed);
    for (const [key, value] of changes) {
      if (value === undefined) next.delete(key);
      else next.set(key, value);
    }
    setTyped(next);
  };
  const save = () => {
    const marks = cells.flatMap(({ person, unit, typed: one, state }) => {
      const score = one === undefined ? undefined : readScore(one.text);
      if (state !== 'changed' || one === undefined || score === undefined) return [];
      return [{ placementId: person.placementId, unit, score, revision: one.revision }];
    });
    write.mutate(
      { classId: view.classId, marks },
      {
        onError: (error) => {
          if (problemOf(error).code === 'mark.changed-meanwhile') props.onReload();
        },
      },
    );
  };
  const onPaste = (event: ClipboardEvent) => {
    const place = placeOf(event.target);
    const rows = pastedCells(event.clipboardData.getData('text/plain'));
    if (place === undefined || (rows.length === 1 && rows[0]?.length === 1)) return;
    event.preventDefault();
    type(
      rows.flatMap((row, down) =>
        row.flatMap((text, right) => {
          const column = place.column + right;
          const cell = column < units.length ? cells[(place.row + down) * units.length + column] : undefined;
          return cell === undefined
            ? []
            : [[cell.key, { text, revision: cell.typed?.revision ?? cell.mark?.revision ?? 0 }] as const];
        }),
      ),
    );
  };
  const whyNot =
    view.whyNotMark !== null
      ? t(`error.${view.whyNotMark}`)
      : count('bad') > 0
        ? t('marks.fixFirst', { count: count('bad') })
        : count('conflict') > 0
          ? t('marks.conflict', { count: count('conflict') })
          : count('changed') === 0
            ? t('marks.nothing')
            : undefined;
  return (
    <div className="out-stack">
      <div>
        {view.kind === null ? null : <p>{t(`marks.kind.${view.kind}`)}</p>}
        <p className="dt-quiet">{t('marks.note')}</p>
        {isRestored && typed.size > 0 ? <p role="status">{t('marks.draft')}</p> : null}
      </div>
      <section className="out-scroll" aria-label={t('marks.title')}>
        <table
          ref={table}
          className="out-grid out-mark-grid"
          onPaste={onPaste}
          onKeyDown={(event) => move(event, table.current)}
        >
          <thead>
            <tr>
              <th>{t('grid.student')}</th>
              {units.map((unit) => (
                <th key={unit}>{unitName(unit)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.people.map((person, row) => (
              <tr key={person.placementId}>
                <th scope="row">
                  {person.studentName}
                  <div className="dt-quiet dt-small">
                    {nameOf({ name: person.postTitle, nameEn: person.postTitleEn })}
                  </div>
                </th>
                {cells.slice(row * units.length, (row + 1) * units.length).map((cell, column) => (
                  <td key={cell.key} data-label={unitName(cell.unit)}>
                    <MarkCell
                      place={{ row, column }}
                      label={t('marks.cell', { student: person.studentName, unit: unitName(cell.unit) })}
                      typed={cell.typed}
                      mark={cell.mark}
                      state={cell.state}
                      isLocked={view.whyNotMark !== null}
                      others={person.marks.filter((one) => one.unit === cell.unit && one.kind !== view.kind)}
                      onType={(value) => type([[cell.key, value]])}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {view.whyNotMark === null ? <AddUnit onAdd={(unit) => setAdded([...added, unit])} /> : null}
      {write.isError ? <ErrorState error={write.error} /> : null}
      <div className="out-foot">
        <WhyNotButton type="primary" whyNot={whyNot} loading={write.isPending} onClick={save}>
          {count('changed') === 0 ? t('grid.save') : t('marks.save', { count: count('changed') })}
        </WhyNotButton>
        {typed.size > 0 ? <Button onClick={() => setTyped(new Map())}>{t('marks.discard')}</Button> : null}
      </div>
    </div>
  );
}

function AddUnit(props: { readonly onAdd: (unit: string) => void }) {
  const t = usePhrases('outcomes');
  const id = useId();
  const [unit, setUnit] = useState('');
  const add = () => {
    if (unit.trim() === '') return;
    props.onAdd(unit.trim());
    setUnit('');
  };
  return (
    <div className="out-add">
      <label htmlFor={id}>{t('marks.addUnit')}</label>
      <input
        id={id}
        className="dt-input"
        maxLength={100}
        value={unit}
        onChange={(event) => setUnit(event.target.value)}
      />
      <Button onClick={add}>{t('marks.add')}</Button>
    </div>
  );
}

function placeOf(target: EventTarget): { row: number; column: number } | undefined {
  if (!(target instanceof HTMLInputElement) || target.dataset.row === undefined) return undefined;
  return { row: Number(target.dataset.row), column: Number(target.dataset.column) };
}

/** Arrow keys and Enter go to the neighbouring field; sideways only from the edge of what is typed. */
function move(event: KeyboardEvent, table: HTMLTableElement | null): void {
  const field = event.target;
  const place = placeOf(field);
  if (place === undefined || !(field instanceof HTMLInputElement)) return;
  const { selectionStart: start, selectionEnd: end, value } = field;
  const isAll = start === 0 && end === value.length;
  const steps: Readonly<Record<string, readonly [number, number] | undefined>> = {
    ArrowDown: [1, 0],
    Enter: [1, 0],
    ArrowUp: [-1, 0],
    ArrowRight: isAll || start === value.length ? [0, 1] : undefined,
    ArrowLeft: isAll || end === 0 ? [0, -1] : undefined,
  };
  const step = steps[event.key];
  if (step === undefined) return;
  const next = table?.querySelector<HTMLInputElement>(
    `input[data-row="${place.row + step[0]}"][data-column="${place.column + step[1]}"]`,
  );
  event.preventDefault();
  next?.focus();
  next?.select();
}
