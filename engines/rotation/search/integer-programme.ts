import type { Highs } from '@dualtrack/solver';
import type { ModelData } from 'highs';
import type { Model } from '../model/model.ts';
import type { Column } from './column.ts';

/** The master over fixed columns as data for the solver, with the ways there and back. */
export type IntegerProgramme = {
  data: ModelData;
  /** Values that stand for a plan, null if the plan needs other columns. */
  start: (plan: readonly Column[] | null) => Float64Array | null;
  read: (values: Float64Array) => Column[];
};

/** Builds it; null where some learner has no column or some minimum cannot be reached. */
export function integerProgramme(
  highs: Highs,
  model: Model,
  columns: readonly Column[],
): IntegerProgramme | null {
  const n = model.learners.length;
  if (new Set(columns.map(({ learner }) => learner)).size < n) return null;
  const rowOf = placeRows(model, columns);
  if (!rowOf) return null;
  const fair = model.fairness > 0;
  const firstPlaceRow = fair ? 2 * n : n;
  const numRows = firstPlaceRow + rowOf.size;
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { learner, score, cells } of columns) {
    const entries: [number, number][] = [[learner, 1]];
    if (fair && score !== 0) entries.push([n + learner, score]);
    for (const cell of cells) {
      const row = rowOf.get(cell);
      if (row !== undefined) entries.push([firstPlaceRow + row, model.learners[learner]!.size]);
    }
    for (const [row, value] of entries.sort((a, b) => a[0] - b[0])) {
      indices.push(row);
      values.push(value);
    }
    starts.push(indices.length);
  }
  const numCols = columns.length + (fair ? 1 : 0);
  if (fair) {
    for (let i = 0; i < n; i++) indices.push(n + i);
    for (let i = 0; i < n; i++) values.push(-1);
    starts.push(indices.length);
  }
  const { integer, continuous } = highs.constants.variableType;
  const lowestType = model.scoreStep === 1 ? integer : continuous;
  const bounds = rowBounds(model, [...rowOf.keys()], highs.infinity);
  const data: ModelData = {
    numCols,
    numRows,
    sense: highs.constants.objectiveSense.maximize,
    colCost: Float64Array.from({ length: numCols }, (_, i) => columns[i]?.score ?? model.fairness),
    colLower: Float64Array.from({ length: numCols }, (_, i) => (columns[i] ? 0 : -highs.infinity)),
    colUpper: Float64Array.from({ length: numCols }, (_, i) => (columns[i] ? 1 : highs.infinity)),
    ...bounds,
    matrix: { format: 'csc', numRows, numCols, starts, indices, values },
    integrality: Int32Array.from({ length: numCols }, (_, i) => (columns[i] ? integer : lowestType)),
  };
  return {
    data,
    start: (plan) => plan && startValues(columns, plan, numCols),
    read: (found) => columns.filter((_, i) => found[i]! > 0.5),
  };
}

/** Rows for the cells whose rule some choice of columns would break; null where a minimum is out of reach. */
function placeRows(model: Model, columns: readonly Column[]): Map<number, number> | null {
  const users = new Map<number, Set<number>>();
  for (const { learner, cells } of columns) {
    for (const cell of cells) {
      const set = users.get(cell);
      if (set) set.add(learner);
      else users.set(cell, new Set([learner]));
    }
  }
  const rows = new Map<number, number>();
  for (let cell = 0; cell < model.max.length; cell++) {
    let heads = 0;
    for (const learner of users.get(cell) ?? []) heads += model.learners[learner]!.size;
    if (heads < model.min[cell]!) return null;
    if (heads > model.max[cell]! || model.min[cell]! > 0) rows.set(cell, rows.size);
  }
  return rows;
}

function rowBounds(model: Model, cells: readonly number[], infinity: number) {
  const n = model.learners.length;
  const fair = model.fairness > 0 ? n : 0;
  const ones = new Array<number>(n).fill(1);
  return {
    rowLower: [...ones, ...new Array<number>(fair).fill(0), ...cells.map((cell) => model.min[cell]!)],
    rowUpper: [...ones, ...new Array<number>(fair).fill(infinity), ...cells.map((cell) => model.max[cell]!)],
  };
}

function startValues(
  columns: readonly Column[],
  plan: readonly Column[],
  numCols: number,
): Float64Array | null {
  const wanted = new Set(plan.map(({ learner, key }) => `${learner}:${key}`));
  const values = new Float64Array(numCols);
  let found = 0;
  columns.forEach(({ learner, key }, i) => {
    if (!wanted.has(`${learner}:${key}`)) return;
    values[i] = 1;
    found++;
  });
  if (found !== plan.length) return null;
  if (numCols > columns.length) values[numCols - 1] = Math.min(...plan.map(({ score }) => score));
  return values;
}
