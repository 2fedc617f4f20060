import { useNameOf, usePhrases } from '@dualtrack/ui';
import { Button } from 'antd';
import type { AgreementCourse } from '../../contract/amendments.ts';
import { DutyEntry, type DutyLine, dutyOfLine, emptyLine, isWhole, lineOfTyped } from './recorded-duties.tsx';

type Typed = AgreementCourse['typed'][number];
type Change = { readonly kind: 'set'; readonly line: DutyLine } | { readonly kind: 'drop' };

/** What is to change in the typed duties of a paper. */
export type DutyChangesDraft = {
  readonly changes: ReadonlyMap<number, Change>;
  readonly added: readonly DutyLine[];
};
export const noDutyChanges: DutyChangesDraft = { changes: new Map(), added: [] };

/** Whether nothing is half typed. */
export function areChangesWhole({ changes, added }: DutyChangesDraft): boolean {
  const lines = [...changes.values()].flatMap((one) => (one.kind === 'set' ? [one.line] : []));
  return [...lines, ...added].every(isWhole);
}

/** The changes in the shape that is sent. */
export function sentChanges({ changes, added }: DutyChangesDraft) {
  return [
    ...[...changes].map(([number, one]) =>
      one.kind === 'drop' ? { number, drop: true } : { number, ...dutyOfLine(one.line) },
    ),
    ...added.map(dutyOfLine),
  ];
}

/** The typed duties of a paper, each to be changed, ended or left, and others to be added. */
export function TypedChanges(props: {
  readonly typed: readonly Typed[];
  readonly draft: DutyChangesDraft;
  readonly onChange: (draft: DutyChangesDraft) => void;
}) {
  const { typed, draft, onChange } = props;
  const { changes, added } = draft;
  const t = usePhrases('obligations');
  const change = (number: number, next: Change | null) => {
    const other = new Map(changes);
    if (next === null) other.delete(number);
    else other.set(number, next);
    onChange({ changes: other, added });
  };
  const setAdded = (lines: readonly DutyLine[]) => onChange({ changes, added: lines });
  return (
    <>
      {typed.map((one) => (
        <TypedDuty
          key={one.number}
          typed={one}
          change={changes.get(one.number) ?? null}
          onChange={(next) => change(one.number, next)}
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
    </>
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
