import { type Bounds, boundsOf, mostSeats } from './order-bounds.ts';
import { fitsClasses, type Intake, LEAST_JOINERS, type OrderProblem } from './order-problem.ts';

/** A limited resource: what is free in each quarter, and what a class of a route takes while it runs. */
export type Limit = {
  available: readonly number[];
  uses: readonly { occupation: number; route: number; perClass: number; perSeat: number }[];
};

/** All occupations whose classes compete for something. */
export type JointProblem = { occupations: OrderProblem[]; limits: Limit[] };

/** One entry of the matrix: row and value. */
type Entry = [row: number, value: number];

/** A column: its cost, its most, whether whole, and its entries. */
type Column = { cost: number; upper: number; isWhole: boolean; entries: Entry[] };

/** One intake that may be chosen: its place in the columns (seats there, classes in the next). */
type Slot = { occupation: number; route: number; ready: number; column: number };

/** The integer programme in lists, with the ways back to classes. */
export type OrderProgramme = {
  columns: Column[];
  rows: { lower: number; upper: number }[];
  slots: Slot[];
  /** Per occupation and quarter: its row and the first and one-past-last column of its pieces. */
  pieces: { occupation: number; quarter: number; row: number; from: number; to: number }[];
  /** Whether every distinct shortage has a piece of its own; else neighbours were merged. */
  isWhole: boolean;
};

// Fewer seats win among equally good plans: far below the cost of one head in one run of the most there are.
const SEAT_COST = 1e-7;

type Piece = { width: number; cost: number };

/**
 * The cost of a quarter as a convex line of pieces over the cover: in each piece one more head meets the same share
 * of the runs. At most `most` pieces; if there are more, those that lie closest in cost are merged.
 */
function piecesOf({ shortages, costs }: OrderProblem, quarter: number, most: number): Piece[] {
  const { heads, share } = shortages[quarter]!;
  let pieces = Array.from(heads, (head, i): Piece => {
    const short = share[i]!;
    return { width: head - (heads[i - 1] ?? 0), cost: costs.surplus * (1 - short) - costs.shortage * short };
  });
  const size = Math.ceil(pieces.length / most);
  if (size > 1) {
    pieces = Array.from({ length: Math.ceil(pieces.length / size) }, (_, i) => {
      const group = pieces.slice(i * size, (i + 1) * size);
      const width = group.reduce((sum, piece) => sum + piece.width, 0);
      return { width, cost: group.reduce((sum, piece) => sum + piece.width * piece.cost, 0) / width };
    });
  }
  return [...pieces, { width: Number.POSITIVE_INFINITY, cost: costs.surplus }];
}

/** Heads of one seat that are still there in each quarter from `ready` on. */
function presence({ stay, routes, shortages }: OrderProblem, route: number, ready: number) {
  const left: { quarter: number; heads: number }[] = [];
  let heads = routes[route]!.joiners;
  for (let quarter = ready; quarter < shortages.length && heads > 1e-12; quarter++) {
    left.push({ quarter, heads });
    heads *= stay[quarter]!;
  }
  return left;
}

/**
 * Builds the integer programme: whole seats and classes of each route and quarter, cover as what they add up to, its
 * cost in pieces, and the limits. Its optimum has the least expected cost over all runs, not over a few of them,
 * because the runs meet the classes only through the cover of their occupation.
 */
export function orderProgramme({ occupations, limits }: JointProblem, mostColumns: number): OrderProgramme {
  const made: OrderProgramme = { columns: [], rows: [], slots: [], pieces: [], isWhole: true };
  const places = occupations.reduce((sum, { shortages }) => sum + shortages.length, 0);
  const mostPieces = Math.max(4, Math.floor(mostColumns / places));
  const quarters = occupations[0]?.shortages.length ?? 0;
  const limitRow = (limit: number, quarter: number) => limit * quarters + quarter;
  for (const { available } of limits) {
    for (const free of available) made.rows.push({ lower: Number.NEGATIVE_INFINITY, upper: free });
  }
  for (const [occupation, problem] of occupations.entries()) {
    const firstRow = made.rows.length;
    for (const quarter of problem.shortages.keys()) {
      const row = made.rows.push({ lower: 0, upper: 0 }) - 1;
      const pieces = piecesOf(problem, quarter, mostPieces);
      if (problem.shortages[quarter]!.heads.length > mostPieces) made.isWhole = false;
      const from = made.columns.length;
      for (const { width, cost } of pieces)
        made.columns.push({ cost, upper: width, isWhole: false, entries: [[row, -1]] });
      made.pieces.push({ occupation, quarter, row, from, to: made.columns.length });
    }
    addIntakes(made, problem, { occupation, firstRow, limits, limitRow });
  }
  return made;
}

type Place = {
  occupation: number;
  firstRow: number;
  limits: readonly Limit[];
  limitRow: (limit: number, quarter: number) => number;
};

function addIntakes(made: OrderProgramme, problem: OrderProblem, place: Place): void {
  const { occupation, firstRow, limits, limitRow } = place;
  const bounds: Bounds = boundsOf(problem);
  for (const [route, { lead, joiners, min, max }] of problem.routes.entries()) {
    if (joiners < LEAST_JOINERS) continue;
    for (let ready = lead; ready < problem.shortages.length; ready++) {
      const useful = bounds.useful[ready]!;
      if (useful <= 0) continue;
      const most = mostSeats(problem.routes[route]!, useful);
      const atLeast = made.rows.push({ lower: 0, upper: Number.POSITIVE_INFINITY }) - 1;
      const atMost = made.rows.push({ lower: Number.NEGATIVE_INFINITY, upper: 0 }) - 1;
      const seats: Entry[] = presence(problem, route, ready).map(({ quarter, heads }) => [
        firstRow + quarter,
        heads,
      ]);
      const classes: Entry[] = [];
      for (const [index, { uses }] of limits.entries()) {
        const use = uses.find((one) => one.occupation === occupation && one.route === route);
        if (use === undefined) continue;
        for (let quarter = ready - lead; quarter < ready; quarter++) {
          if (use.perSeat > 0) seats.push([limitRow(index, quarter), use.perSeat]);
          if (use.perClass > 0) classes.push([limitRow(index, quarter), use.perClass]);
        }
      }
      const column = made.columns.length;
      seats.push([atLeast, 1], [atMost, 1]);
      classes.push([atLeast, -min], [atMost, -max]);
      made.columns.push({ cost: SEAT_COST, upper: most, isWhole: true, entries: seats });
      made.columns.push({ cost: 0, upper: Math.floor(most / min), isWhole: true, entries: classes });
      made.slots.push({ occupation, route, ready, column });
    }
  }
}

/** Values of all columns for given intakes: what a search may start from. */
export function valuesFor(
  programme: OrderProgramme,
  problem: JointProblem,
  intakes: readonly Intake[][],
): Float64Array {
  const values = new Float64Array(programme.columns.length);
  const cover = problem.occupations.map(({ shortages }) => new Float64Array(shortages.length));
  for (const { occupation, route, ready, column } of programme.slots) {
    const intake = intakes[occupation]?.find((one) => one.route === route && one.ready === ready);
    if (intake === undefined) continue;
    const part = problem.occupations[occupation]!;
    values[column] = intake.seats;
    values[column + 1] = Math.ceil(intake.seats / part.routes[route]!.max);
    for (const { quarter, heads } of presence(part, route, ready))
      cover[occupation]![quarter]! += heads * intake.seats;
  }
  for (const { occupation, quarter, from, to } of programme.pieces) {
    let left = cover[occupation]![quarter]!;
    for (let column = from; column < to; column++) {
      values[column] = Math.min(left, programme.columns[column]!.upper);
      left -= values[column]!;
    }
  }
  return values;
}

/** The intakes that values of the columns stand for, by occupation, each in the order of their quarters. */
export function intakesFrom(
  programme: OrderProgramme,
  problem: JointProblem,
  values: ArrayLike<number>,
): Intake[][] {
  const intakes = problem.occupations.map((): Intake[] => []);
  for (const { occupation, route, ready, column } of programme.slots) {
    const seats = Math.round(values[column]!);
    const { min, max } = problem.occupations[occupation]!.routes[route]!;
    if (seats > 0 && fitsClasses(seats, min, max)) intakes[occupation]!.push({ route, ready, seats });
  }
  for (const list of intakes) list.sort((a, b) => a.ready - b.ready || a.route - b.route);
  return intakes;
}
