import type { Market, Outcome } from '../market/market.ts';
import { match } from '../solve/match.ts';

/** What is taken out of a market: places that are not run, and applicants who ask for one seat only. */
export type Narrowing = {
  readonly closed: ReadonlySet<number>;
  /** By applicant: the seat they are tied to. */
  readonly tied: ReadonlyMap<number, number>;
};

/** A market with fewer wishes in it; `origin` gives the position each choice had. */
export type Narrowed = { readonly market: Market; readonly origin: Int32Array };

/** Whether a seat or a cap around it is closed. */
export function isClosed(market: Market, closed: ReadonlySet<number>, seat: number): boolean {
  for (let place = seat; place >= 0; place = market.parent[place]!) if (closed.has(place)) return true;
  return false;
}

/** The market without closed seats, and without all but one wish of those who are tied. */
export function narrowMarket(market: Market, { closed, tied }: Narrowing): Narrowed {
  const start = new Int32Array(market.applicants + 1);
  const origin: number[] = [];
  for (let applicant = 0; applicant < market.applicants; applicant++) {
    const only = tied.get(applicant);
    for (let choice = market.start[applicant]!; choice < market.start[applicant + 1]!; choice++) {
      const seat = market.seat[choice]!;
      if ((only === undefined || only === seat) && !isClosed(market, closed, seat)) origin.push(choice);
    }
    start[applicant + 1] = origin.length;
  }
  const kept = Int32Array.from(origin);
  return {
    market: {
      ...market,
      start,
      seat: kept.map((choice) => market.seat[choice]!),
      score: Float64Array.from(kept, (choice) => market.score[choice]!),
    },
    origin: kept,
  };
}

/** The stable outcome of what is left, in the positions of the whole market. */
export function matchNarrowed(market: Market, narrowing: Narrowing): Outcome {
  const narrowed = narrowMarket(market, narrowing);
  return { held: match(narrowed.market).held.map((choice) => (choice < 0 ? -1 : narrowed.origin[choice]!)) };
}

/** By place: heads it holds. */
export function headsOf(market: Market, { held }: Outcome): Int32Array {
  const heads = new Int32Array(market.capacity.length);
  for (const choice of held) {
    if (choice < 0) continue;
    for (let place = market.seat[choice]!; place >= 0; place = market.parent[place]!) heads[place]!++;
  }
  return heads;
}
