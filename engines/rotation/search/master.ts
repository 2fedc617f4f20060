import type { Highs } from '@dualtrack/solver';
import type { Model as Lp } from 'highs';
import type { Model } from '../model/model.ts';
import type { Column } from './column.ts';
import type { Prices } from './prices.ts';

/** Answer of the master at one moment. `shares[i]` belongs to column `i` in the order of adding. */
export type MasterAnswer = {
  objective: number;
  shares: Float64Array;
  prices: Prices;
  /** Dual of "each learner has one programme". */
  learnerValue: Float64Array;
  /** Heads over or under the rules that the master paid for. */
  shortfall: number;
};

/**
 * The linear master of the column generation: a share of each column, one programme in all for each learner, place
 * rules only where they have been asked for, breakable at a cost. Without an answer when it was told to stop. Must be disposed.
 */
export type Master = {
  columns: readonly Column[];
  addColumns(columns: readonly Column[]): void;
  /** Adds the place rule of each cell that is not yet held. */
  holdCells(cells: readonly number[]): void;
  isHeld(cell: number): boolean;
  setBreakCost(cost: number): void;
  solve(): MasterAnswer | null;
  dispose(): void;
};

type State = {
  model: Model;
  lp: Lp;
  columns: Column[];
  /** Solver's column of each of `columns`. */
  position: number[];
  keys: Set<string>;
  rowOf: Map<number, number>;
  breaks: number[];
  breakCost: number;
  infinity: number;
};

/** Opens a master without columns; `breakCost` is the price of a head over or under a rule. Asks `mayGoOn` often. */
export function openMaster(highs: Highs, model: Model, breakCost: number, mayGoOn: () => boolean): Master {
  const state: State = {
    model,
    lp: highs.createModel(),
    columns: [],
    position: [],
    keys: new Set(),
    rowOf: new Map(),
    breaks: [],
    breakCost,
    infinity: highs.infinity,
  };
  const { lp } = state;
  lp.options.set({ output_flag: false, presolve: 'off', simplex_strategy: 4 });
  lp.changeObjectiveSense(highs.constants.objectiveSense.maximize);
  const none = { indices: [], values: [] };
  for (let i = 0; i < model.learners.length; i++) lp.addRow(1, 1, none);
  if (model.fairness > 0) {
    for (let i = 0; i < model.learners.length; i++) lp.addRow(0, highs.infinity, none);
    const rows = model.learners.map((_, i) => model.learners.length + i);
    lp.addCol(model.fairness, -highs.infinity, highs.infinity, { indices: rows, values: rows.map(() => -1) });
  }
  return {
    columns: state.columns,
    addColumns: (columns) => addColumns(state, columns),
    holdCells: (cells) => {
      for (const cell of cells) if (!state.rowOf.has(cell)) holdCell(state, cell);
    },
    isHeld: (cell) => state.rowOf.has(cell),
    setBreakCost: (cost) => {
      state.breakCost = cost;
      for (const column of state.breaks) lp.changeColCost(column, -cost);
    },
    solve: () => solve(state, highs, mayGoOn),
    dispose: () => lp.dispose(),
  };
}

function addColumns(state: State, columns: readonly Column[]): void {
  const { model, lp, rowOf } = state;
  const fresh = columns.filter(({ learner, key }) => !state.keys.has(`${learner}:${key}`));
  if (!fresh.length) return;
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  let at = lp.getDimensions().numCols;
  for (const column of fresh) {
    const { size } = model.learners[column.learner]!;
    const entries: [number, number][] = [[column.learner, 1]];
    if (model.fairness > 0) entries.push([model.learners.length + column.learner, column.score]);
    for (const cell of column.cells) {
      const row = rowOf.get(cell);
      if (row !== undefined) entries.push([row, size]);
    }
    for (const [row, value] of entries.sort((a, b) => a[0] - b[0])) {
      if (value === 0) continue;
      indices.push(row);
      values.push(value);
    }
    starts.push(indices.length);
    state.columns.push(column);
    state.position.push(at++);
    state.keys.add(`${column.learner}:${column.key}`);
  }
  lp.addCols({
    cost: Float64Array.from(fresh, ({ score }) => score),
    lower: new Float64Array(fresh.length),
    upper: new Float64Array(fresh.length).fill(state.infinity),
    matrix: {
      format: 'csc',
      numRows: lp.getDimensions().numRows,
      numCols: fresh.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  });
}

function holdCell(state: State, cell: number): void {
  const { model, lp, columns, position } = state;
  const row = lp.getDimensions().numRows;
  const users = columns.flatMap((column, i) => (column.cells.includes(cell) ? [i] : []));
  const min = model.min[cell]!;
  lp.addRow(min > 0 ? min : -state.infinity, model.max[cell]!, {
    indices: users.map((i) => position[i]!),
    values: users.map((i) => model.learners[columns[i]!.learner]!.size),
  });
  state.rowOf.set(cell, row);
  for (const side of min > 0 ? [-1, 1] : [-1]) {
    state.breaks.push(lp.getDimensions().numCols);
    lp.addCol(-state.breakCost, 0, state.infinity, { indices: [row], values: [side] });
  }
}

function solve(state: State, highs: Highs, mayGoOn: () => boolean): MasterAnswer | null {
  const { model, lp } = state;
  const { modelStatus } = lp.run({
    [highs.constants.callbackType.simplexInterrupt](event) {
      if (!mayGoOn()) event.interrupt();
      return undefined;
    },
  });
  if (modelStatus !== highs.constants.modelStatus.optimal) return null;
  const { colValue, rowDual } = lp.getSolution();
  const n = model.learners.length;
  const cells = new Float64Array(model.max.length);
  for (const [cell, row] of state.rowOf) cells[cell] = rowDual[row]!;
  return {
    objective: lp.getObjectiveValue(),
    shares: Float64Array.from(state.position, (at) => colValue[at]!),
    prices: {
      cells,
      lowest: model.fairness > 0 ? rowDual.slice(n, 2 * n).map((dual) => -dual) : new Float64Array(n),
    },
    learnerValue: rowDual.slice(0, n),
    shortfall: state.breaks.reduce((sum, at) => sum + colValue[at]!, 0),
  };
}
