import type { Model } from '../model/model.ts';
import type { Column } from './column.ts';
import type { Run } from './run.ts';

/** Columns met before of some learners, renumbered from 0 in this order, as far as they fit into the room of `model`. */
export function fittingColumns(run: Run, model: Model, part: readonly number[]): Column[] {
  const own = new Map(part.map((learner, at) => [learner, at]));
  const fitting: Column[] = [];
  for (const column of run.columns.values()) {
    const learner = own.get(column.learner);
    if (learner === undefined) continue;
    const { size } = model.learners[learner]!;
    if (column.cells.every((cell) => model.max[cell]! >= size)) fitting.push({ ...column, learner });
  }
  return fitting;
}

/** Columns each once, as a run keeps them. */
export function columnsByKey(columns: readonly Column[]): Map<string, Column> {
  return new Map(columns.map((column) => [`${column.learner}:${column.key}`, column]));
}
