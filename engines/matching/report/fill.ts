import type { Market, Outcome } from '../market/market.ts';

/** How full every place is. */
export type Fill = {
  /** By place: heads held. */
  readonly heads: Int32Array;
  /** By place: the applicant who is the weakest holder, or −1. */
  readonly last: Int32Array;
};

/** Counts heads and finds the weakest holder of every seat and cap. */
export function fillOf(market: Market, { held }: Outcome): Fill {
  const heads = new Int32Array(market.capacity.length);
  const last = new Int32Array(market.capacity.length).fill(-1);
  for (let applicant = 0; applicant < held.length; applicant++) {
    const choice = held[applicant]!;
    if (choice < 0) continue;
    for (let place = market.seat[choice]!; place >= 0; place = market.parent[place]!) {
      heads[place]!++;
      const other = last[place]!;
      if (other < 0) last[place] = applicant;
      else {
        const difference = market.score[choice]! - market.score[held[other]!]!;
        const isLower = market.lottery.standing[applicant]! < market.lottery.standing[other]!;
        if (difference < 0 || (difference === 0 && isLower)) last[place] = applicant;
      }
    }
  }
  return { heads, last };
}

/** The innermost full place on the way up from a seat, or −1: the one that refuses. */
export function refusingPlace(market: Market, fill: Fill, seat: number): number {
  let place = seat;
  while (place >= 0 && fill.heads[place]! < market.capacity[place]!) place = market.parent[place]!;
  return place;
}
