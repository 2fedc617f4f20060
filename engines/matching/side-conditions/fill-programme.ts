import type { Highs, ModelData } from 'highs';
import type { Market, Outcome } from '../market/market.ts';
import type { Conditions } from './side-conditions.ts';

type Row = { lower: number; upper: number; entries: [column: number, value: number][] };

/** Rows over the choices (columns in their order), then over whether each place with a least number is run. */
export type FillProgramme = { readonly choices: number; readonly columns: number; readonly rows: Row[] };

/**
 * Everybody at most one seat and, who has one in `start`, exactly one; no place over its capacity; a place with
 * a least number either empty or at least that full.
 */
export function fillProgramme(market: Market, start: Outcome, { minimums }: Conditions): FillProgramme {
  const choices = market.seat.length;
  const rows: Row[] = [];
  for (let applicant = 0; applicant < market.applicants; applicant++) {
    const entries: Row['entries'] = [];
    for (let choice = market.start[applicant]!; choice < market.start[applicant + 1]!; choice++)
      entries.push([choice, 1]);
    if (entries.length > 0) rows.push({ lower: start.held[applicant]! < 0 ? 0 : 1, upper: 1, entries });
  }
  const inside: number[][] = Array.from(market.capacity, () => []);
  for (let choice = 0; choice < choices; choice++) {
    for (let place = market.seat[choice]!; place >= 0; place = market.parent[place]!)
      inside[place]!.push(choice);
  }
  const ones = (place: number) => inside[place]!.map((choice): [number, number] => [choice, 1]);
  for (const [place, capacity] of market.capacity.entries()) {
    if (inside[place]!.length > capacity) rows.push({ lower: 0, upper: capacity, entries: ones(place) });
  }
  for (const [i, { place, heads }] of minimums.entries()) {
    const run = choices + i;
    const most = Math.min(market.capacity[place]!, inside[place]!.length);
    rows.push({ lower: -Infinity, upper: 0, entries: [...ones(place), [run, -most]] });
    rows.push({ lower: 0, upper: Infinity, entries: [...ones(place), [run, -heads]] });
  }
  return { choices, columns: choices + minimums.length, rows };
}

/** Lines of a matrix by column, in the order of rows. */
function byColumn(columns: number, rows: readonly Row[]) {
  const entries: [number, number][][] = Array.from({ length: columns }, () => []);
  for (const [row, one] of rows.entries()) {
    for (const [column, value] of one.entries) entries[column]!.push([row, value]);
  }
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const list of entries) {
    for (const [row, value] of list) {
      indices.push(row);
      values.push(value);
    }
    starts.push(indices.length);
  }
  return { starts, indices, values };
}

/** The model that HiGHS takes: the most of `worth` over yes-or-no columns. */
export function modelOf(
  highs: Highs,
  { columns, choices, rows }: FillProgramme,
  worth: Float64Array,
): ModelData {
  const bound = (value: number) => Math.max(-highs.infinity, Math.min(highs.infinity, value));
  const cost = new Float64Array(columns);
  cost.set(worth.subarray(0, choices));
  return {
    numCols: columns,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: cost,
    colLower: new Float64Array(columns),
    colUpper: new Float64Array(columns).fill(1),
    rowLower: rows.map(({ lower }) => bound(lower)),
    rowUpper: rows.map(({ upper }) => bound(upper)),
    matrix: { format: 'csc', numRows: rows.length, numCols: columns, ...byColumn(columns, rows) },
    integrality: new Int32Array(columns).fill(highs.constants.variableType.integer),
  };
}
