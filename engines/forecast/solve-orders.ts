import type { Highs } from '@dualtrack/solver';
import type { ModelData } from 'highs';
import { type Intake, quarterCost } from './order-problem.ts';
import {
  intakesFrom,
  type JointProblem,
  type OrderProgramme,
  orderProgramme,
  valuesFor,
} from './order-programme.ts';
import { searchOrders } from './order-search.ts';

/** Classes of each occupation, what they cost, and whether nothing cheaper exists. */
export type JointChoice = { intakes: Intake[][]; cost: number; exact: boolean };

/** Pieces of cost of one solve; beyond that neighbours are merged, and the answer is not called exact. */
const MOST_COLUMNS = 4_000;
/** A small programme is solved to the end; a larger one until it is proven to cost at most so much more than the best. */
const SMALL = { columns: 500, gap: 1e-4 };
/** Nodes end a hard search, so that the same plan gives the same answer; seconds only guard against a machine too slow. */
const MOST_NODES = { small: 2_000, large: 50 };
const MOST_SECONDS = 6;
/** So many occupations that share nothing are left to the search by dynamic programming, which takes milliseconds. */
const MOST_GROUPS = 20;

/** Groups of occupations that share a limit, directly or through others; each can be solved by itself. */
function groupsOf({ occupations, limits }: JointProblem): number[][] {
  const group = occupations.map((_, i) => i);
  for (const { uses } of limits) {
    const first = uses[0];
    if (first === undefined) continue;
    const to = group[first.occupation]!;
    for (const { occupation } of uses) {
      const from = group[occupation]!;
      for (const [i, g] of group.entries()) if (g === from) group[i] = to;
    }
  }
  return [...new Set(group)].map((one) => [...group.keys()].filter((i) => group[i] === one));
}

function partOf({ occupations, limits }: JointProblem, members: readonly number[]): JointProblem {
  return {
    occupations: members.map((i) => occupations[i]!),
    limits: limits.flatMap(({ available, uses }) => {
      const own = uses.filter(({ occupation }) => members.includes(occupation));
      if (own.length === 0) return [];
      return [
        { available, uses: own.map((use) => ({ ...use, occupation: members.indexOf(use.occupation) })) },
      ];
    }),
  };
}

function modelData(highs: Highs, { columns, rows }: OrderProgramme): ModelData {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { entries } of columns) {
    for (const [row, value] of entries.toSorted((a, b) => a[0] - b[0])) {
      indices.push(row);
      values.push(value);
    }
    starts.push(indices.length);
  }
  const { integer, continuous } = highs.constants.variableType;
  const bound = (value: number) => Math.max(-highs.infinity, Math.min(highs.infinity, value));
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.minimize,
    colCost: Float64Array.from(columns, ({ cost }) => cost),
    colLower: new Float64Array(columns.length),
    colUpper: Float64Array.from(columns, ({ upper }) => bound(upper)),
    rowLower: rows.map(({ lower }) => bound(lower)),
    rowUpper: rows.map(({ upper }) => bound(upper)),
    matrix: { format: 'csc', numRows: rows.length, numCols: columns.length, starts, indices, values },
    integrality: Int32Array.from(columns, ({ isWhole }) => (isWhole ? integer : continuous)),
  };
}

/** What the intakes cost: weighted expected shortage and idle people over the quarters of all occupations. */
export function jointCost({ occupations }: JointProblem, intakes: readonly Intake[][]): number {
  let cost = 0;
  for (const [i, { shortages, stay, routes, costs }] of occupations.entries()) {
    let cover = 0;
    for (const [t, shortage] of shortages.entries()) {
      for (const { route, ready, seats } of intakes[i]!)
        if (ready === t) cover += seats * routes[route]!.joiners;
      cost += quarterCost(shortage, cover, costs);
      cover *= stay[t]!;
    }
  }
  return cost;
}

/** Whether no limit is exceeded in any quarter. */
export function keepsLimits({ occupations, limits }: JointProblem, intakes: readonly Intake[][]): boolean {
  return limits.every(({ available, uses }) => {
    const used = new Float64Array(available.length);
    for (const { occupation, route, perClass, perSeat } of uses) {
      const { lead, max } = occupations[occupation]!.routes[route]!;
      for (const intake of intakes[occupation]!) {
        if (intake.route !== route) continue;
        const takes = perClass * Math.ceil(intake.seats / max) + perSeat * intake.seats;
        for (let t = intake.ready - lead; t < intake.ready; t++) used[t]! += takes;
      }
    }
    return used.every((take, t) => take <= available[t]! + 1e-6);
  });
}

/**
 * Solves one problem as an integer programme from `start`, which must keep the limits; none is no class at all.
 * Never worse than the start.
 */
export function solveByProgramme(
  highs: Highs,
  problem: JointProblem,
  start: Intake[][] | null,
  seconds: number,
): JointChoice {
  const best = start ?? problem.occupations.map((): Intake[] => []);
  const cost = jointCost(problem, best);
  const programme = orderProgramme(problem, MOST_COLUMNS);
  if (programme.slots.length === 0) return { intakes: best, cost, exact: true };
  const isSmall = programme.columns.length <= SMALL.columns;
  const { found, isProven } = highs.withModel(modelData(highs, programme), (mip) => {
    mip.options.set({
      output_flag: false,
      mip_rel_gap: isSmall ? 0 : SMALL.gap,
      mip_abs_gap: 1e-6,
      mip_max_nodes: isSmall ? MOST_NODES.small : MOST_NODES.large,
      time_limit: seconds,
      random_seed: 1,
    });
    mip.setSolution({ colValue: valuesFor(programme, problem, best) });
    const { modelStatus } = mip.run();
    const hasPlan = mip.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
    return {
      found: hasPlan ? intakesFrom(programme, problem, mip.getSolution().colValue) : null,
      isProven: modelStatus === highs.constants.modelStatus.optimal,
    };
  });
  if (found === null || !keepsLimits(problem, found)) return { intakes: best, cost, exact: false };
  const foundCost = jointCost(problem, found);
  const exact = isProven && programme.isWhole;
  return foundCost <= cost + 1e-6
    ? { intakes: found, cost: foundCost, exact }
    : { intakes: best, cost, exact: false };
}

function solveGroup(highs: Highs, problem: JointProblem, groups: number): JointChoice {
  const alone = problem.occupations.map(searchOrders);
  const known = alone.map((choice) => choice.intakes);
  const isKept = keepsLimits(problem, known);
  const isProven = alone.every(({ exact }) => exact);
  // What each finds for itself is best together if it is proven and the limits leave room for all of it.
  if (isKept && (isProven || (problem.limits.length === 0 && groups > MOST_GROUPS))) {
    return { intakes: known, cost: jointCost(problem, known), exact: isProven };
  }
  return solveByProgramme(highs, problem, isKept ? known : null, MOST_SECONDS / groups);
}

/**
 * Chooses the classes of all occupations together by integer programming, so that the expected weighted shortage and
 * idle headcount-quarters over the runs are least and no limit is exceeded. Same input, same answer. `onGroup` is told
 * how many of the groups that share no limit are done.
 */
export function solveOrders(
  highs: Highs,
  problem: JointProblem,
  onGroup?: (done: number, total: number) => void,
): JointChoice {
  const intakes = problem.occupations.map((): Intake[] => []);
  let cost = 0;
  let exact = true;
  const groups = groupsOf(problem);
  for (const [g, members] of groups.entries()) {
    const choice = solveGroup(highs, partOf(problem, members), groups.length);
    for (const [i, member] of members.entries()) intakes[member] = choice.intakes[i]!;
    cost += choice.cost;
    exact &&= choice.exact;
    onGroup?.(g + 1, groups.length);
  }
  return { intakes, cost, exact };
}
