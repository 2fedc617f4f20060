import type { Problem } from '@dualtrack/ui';
import type { ClassOutcomes } from '../../contract.ts';

type Person = ClassOutcomes['people'][number];
type FieldProblem = Problem['errors'][number];

/** One student's row as it stands on the screen. */
export type DraftRow = NonNullable<Person['outcome']> & { placementId: string };

/** The row of a student before anything is changed. */
export function rowOf(person: Person): DraftRow {
  const none = {
    ...{ isTrained: false, offeredOn: null, joinedOn: null, monthlyPay: null },
    ...{ leftOn: null, leftBy: null, leftReason: '', revision: 0 },
  };
  return { ...(person.outcome ?? none), placementId: person.placementId };
}

/** A row after one field was changed; what the change makes meaningless is emptied with it. */
export function changeRow(row: DraftRow, change: Partial<DraftRow>): DraftRow {
  const next = { ...row, ...change };
  if (next.offeredOn === null) next.joinedOn = null;
  if (next.joinedOn === null) {
    next.monthlyPay = null;
    next.leftOn = null;
  }
  if (next.leftOn === null) {
    next.leftBy = null;
    next.leftReason = '';
  }
  return next;
}

/** Problems of the rows that were sent, by placement and field. */
export function problemsByRow(
  sent: readonly DraftRow[],
  problems: readonly FieldProblem[],
): ReadonlyMap<string, FieldProblem[]> {
  const found = new Map<string, FieldProblem[]>();
  for (const problem of problems) {
    const index = Number(/^\/rows\/(\d+)\//.exec(problem.pointer)?.[1]);
    const row = sent[index];
    if (row === undefined) continue;
    found.set(row.placementId, [...(found.get(row.placementId) ?? []), problem]);
  }
  return found;
}
