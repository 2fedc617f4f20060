import { fitsClasses, LEAST_JOINERS, type OrderProblem, type Route, steepestFall } from './order-problem.ts';

/**
 * Per quarter, from the next quarter on: one more head of cover saves at most `gain` and costs at most `loss`,
 * whatever is chosen later. `useful` is the cover beyond which one more head can only cost, from this quarter on.
 */
export type Bounds = { gain: Float64Array; loss: Float64Array; useful: Float64Array };

/** One route ready in one quarter, with the numbers of seats worth a look, ascending. */
export type Stage = { route: number; ready: number; seats: number[] };

// More classes of one programme in one quarter than any school opens; keeps the list of orders finite.
const MOST_CLASSES = 200;
// Nobody trains forty for one place; without this bound extreme attrition with extreme weights overflows.
const LARGEST_RESERVE = 40;

/** Calculates the bounds, backwards over the quarters. */
export function boundsOf({ shortages, stay, costs }: OrderProblem): Bounds {
  const quarters = shortages.length;
  const gain = new Float64Array(quarters);
  const loss = new Float64Array(quarters);
  const useful = new Float64Array(quarters);
  let largest = 0;
  for (let t = quarters - 1; t >= 0; t--) {
    if (t < quarters - 1) {
      gain[t] = stay[t]! * (steepestFall(shortages[t + 1]!, costs) + gain[t + 1]!);
      loss[t] = stay[t]! * (costs.surplus + loss[t + 1]!);
    }
    // Beyond the largest shortage of the quarter a head is idle now in every run, so it must earn its keep later.
    const now = shortages[t]!.heads.at(-1) ?? 0;
    const later = gain[t]! > costs.surplus ? useful[t + 1]! / stay[t]! : 0;
    largest = Math.max(largest, now);
    useful[t] = Math.min(Math.max(now, later), largest * LARGEST_RESERVE);
  }
  return { gain, loss, useful };
}

/** The most seats of a route worth a look when `useful` is the cover beyond which heads only cost; a number that fits. */
export function mostSeats({ joiners, min, max }: Route, useful: number): number {
  const wanted = Math.max(min, Math.ceil(useful / joiners - 1e-9));
  const top = Math.min(wanted, MOST_CLASSES * max);
  return fitsClasses(top, min, max) ? top : Math.ceil(top / max) * min;
}

type SeatChoices = { seats: number[]; coarse: boolean };

function seatChoices({ joiners, min, max }: Route, useful: number, most: number): SeatChoices {
  const wanted = Math.max(min, Math.ceil(useful / joiners - 1e-9));
  const top = Math.min(wanted, MOST_CLASSES * max);
  const step = Math.max(1, Math.ceil((top - min + 1) / most));
  const seats: number[] = [];
  let n = min;
  do {
    if (!fitsClasses(n, min, max)) n = Math.ceil(n / max) * min;
    seats.push(n);
    n += step;
  } while (seats.at(-1)! < top);
  return { seats, coarse: step > 1 || top < wanted };
}

/**
 * The stages by quarter, then route, with at most about `most` numbers of seats in all; `coarse` if for that only
 * every n-th number is looked at, or the largest ones are left out.
 */
export function stagesOf({ routes }: OrderProblem, { useful }: Bounds, most: number) {
  const open = routes.flatMap((row, route) => {
    if (row.joiners < LEAST_JOINERS) return [];
    return Array.from(useful.keys(), (ready) => ({ row, route, ready })).filter(
      ({ ready }) => ready >= row.lead && useful[ready]! > 0,
    );
  });
  open.sort((a, b) => a.ready - b.ready || a.route - b.route);
  let coarse = false;
  const stages = open.map(({ row, route, ready }): Stage => {
    const choices = seatChoices(row, useful[ready]!, Math.max(4, most / open.length));
    coarse ||= choices.coarse;
    return { route, ready, seats: choices.seats };
  });
  return { stages, coarse };
}
