/** What a proposal is judged by. */
export const criteria = ['relevance', 'feasibility', 'novelty', 'team', 'value'] as const;
export type Criterion = (typeof criteria)[number];

/** How much each criterion counts, in per cent. */
export type Rubric = Readonly<Record<Criterion, number>>;
/** Marks from 0 to 10. */
export type Marks = Readonly<Record<Criterion, number>>;

/** What is usual where the owner says nothing else. */
export const usualRubric: Rubric = { relevance: 30, feasibility: 25, novelty: 15, team: 15, value: 15 };

/** Whether the weights of a rubric are all of it: exactly 100 per cent. */
export function isWholeRubric(rubric: Rubric): boolean {
  return criteria.reduce((sum, criterion) => sum + rubric[criterion], 0) === 100;
}

/** The weighted mark in tenths of a point, from 0 to 1000. */
export function weigh(marks: Marks, rubric: Rubric): number {
  return criteria.reduce((sum, criterion) => sum + marks[criterion] * rubric[criterion], 0);
}

/** Mean of weighted marks in tenths, rounded; null while nobody has marked. */
export function meanTotal(totals: readonly number[]): number | null {
  if (totals.length === 0) return null;
  return Math.round(totals.reduce((sum, total) => sum + total, 0) / totals.length);
}
