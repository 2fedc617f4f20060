import { EmptyState, ErrorState, problemOf, usePhrases, useWrite, WhyNotButton } from '@dualtrack/ui';
import { useState } from 'react';
import type { ClassOutcomes } from '../../contract.ts';
import { outcomes } from '../client.ts';
import '../outcomes.css';
import { type DraftRow, problemsByRow, rowOf } from './outcome-draft.ts';
import { OutcomeRow } from './outcome-row.tsx';

/** The table in which outcomes of a class are recorded; all changed rows go together. */
export function OutcomeGrid(props: { readonly classId: string; readonly view: ClassOutcomes }) {
  const { classId, view } = props;
  const t = usePhrases('outcomes');
  const [changed, setChanged] = useState<ReadonlyMap<string, DraftRow>>(new Map());
  const [sent, setSent] = useState<readonly DraftRow[]>([]);
  const write = useWrite(outcomes.classes.put, {
    invalidates: ['outcomes'],
    done: t('grid.saved'),
    showsProblems: true,
    onDone: () => setChanged(new Map()),
  });
  if (view.people.length === 0) {
    return <EmptyState title={t('grid.none')}>{t('grid.noneNote')}</EmptyState>;
  }
  const problem = write.isError ? problemOf(write.error) : undefined;
  const problems = problemsByRow(sent, problem?.errors ?? []);
  const { whyNotRecord } = view;
  const save = () => {
    const rows = [...changed.values()];
    setSent(rows);
    write.mutate({ classId, rows });
  };
  const none = changed.size === 0 ? t('grid.nothingChanged') : undefined;
  return (
    <div className="out-stack">
      <p className="dt-quiet">{t('grid.note')}</p>
      <section className="out-scroll" aria-label={t('grid.title')}>
        <table className="out-grid">
          <thead>
            <tr>
              <th>{t('grid.student')}</th>
              <th>{t('grid.marks')}</th>
              <th>{t('grid.isTrained')}</th>
              <th>{t('grid.offeredOn')}</th>
              <th>{t('grid.joinedOn')}</th>
              <th>{t('grid.monthlyPay')}</th>
              <th>{t('grid.leftOn')}</th>
              <th>{t('grid.leftBy')}</th>
            </tr>
          </thead>
          <tbody>
            {view.people.map((person) => (
              <OutcomeRow
                key={person.placementId}
                person={person}
                row={changed.get(person.placementId) ?? rowOf(person)}
                isChanged={changed.has(person.placementId)}
                isLocked={whyNotRecord !== null}
                problems={problems.get(person.placementId) ?? []}
                onChange={(row) => setChanged(new Map(changed).set(person.placementId, row))}
              />
            ))}
          </tbody>
        </table>
      </section>
      {write.isError ? <ErrorState error={write.error} /> : null}
      <div className="out-foot">
        <WhyNotButton
          type="primary"
          whyNot={whyNotRecord === null ? none : t(`error.${whyNotRecord}`)}
          loading={write.isPending}
          onClick={save}
        >
          {changed.size === 0 ? t('grid.save') : t('grid.saveCount', { count: changed.size })}
        </WhyNotButton>
      </div>
    </div>
  );
}
