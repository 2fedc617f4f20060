import type { Market, Outcome } from '../market/market.ts';
import { match } from '../solve/match.ts';
import { type Fill, fillOf, refusingPlace } from './fill.ts';

/**
 * The score that gets a seat: `score` itself when `inclusive` (the lottery would decide for the applicant),
 * else more.
 */
export type EnoughScore = { readonly score: number; readonly inclusive: boolean };

/** The market in which one applicant wants only the seat of `choice` and nobody can displace them there. */
function certain(market: Market, applicant: number, choice: number): Market {
  const first = market.start[applicant]!;
  const seat = market.seat.slice();
  const score = market.score.slice();
  seat[choice] = seat[first]!;
  score[choice] = score[first]!;
  seat[first] = market.seat[choice]!;
  score[first] = Number.POSITIVE_INFINITY;
  return { ...market, seat, score };
}

/** By seat: whether its refusing place is one that the given seat lies in. */
function rivals(market: Market, fill: Fill, seat: number): Uint8Array {
  const above = new Set<number>();
  for (let place = seat; place >= 0; place = market.parent[place]!) above.add(place);
  return Uint8Array.from({ length: market.seats }, (_, other) =>
    above.has(refusingPlace(market, fill, other)) ? 1 : 0,
  );
}

/** The strongest wish, as a choice and its applicant, that is refused only because the applicant is there. */
function strongestRival(market: Market, { held }: Outcome, applicant: number, isRival: Uint8Array) {
  const { start, seat, score, lottery } = market;
  let best = -1;
  let rival = -1;
  for (let other = 0; other < market.applicants; other++) {
    if (other === applicant) continue;
    const better = held[other]! < 0 ? start[other + 1]! : held[other]!;
    for (let choice = start[other]!; choice < better; choice++) {
      if (isRival[seat[choice]!] === 0) continue;
      const difference = best < 0 ? 1 : score[choice]! - score[best]!;
      const isHigher = difference === 0 && lottery.standing[other]! > lottery.standing[rival]!;
      if (difference > 0 || isHigher) {
        best = choice;
        rival = other;
      }
    }
  }
  return { best, rival };
}

/**
 * The exact score at which a refused choice would have been granted, everything else being equal: any score
 * above it (or equal to it, when inclusive) gets the seat of that choice in a new run, any below does not.
 * Null when no score would, because the seat or a cap around it is closed.
 *
 * Not simply the published cutoff: were the applicant admitted, others would move, and what they give up
 * counts. Found by one run in which the applicant is certain of the seat: the strongest wish refused only
 * because of them is the one they must beat.
 */
export function enoughScore(market: Market, applicant: number, choice: number): EnoughScore | null {
  for (let place = market.seat[choice]!; place >= 0; place = market.parent[place]!) {
    if (market.capacity[place] === 0) return null;
  }
  const other = certain(market, applicant, choice);
  const outcome = match(other);
  const isRival = rivals(other, fillOf(other, outcome), market.seat[choice]!);
  const { best, rival } = strongestRival(other, outcome, applicant, isRival);
  // Without a rival any score would do, and then the choice cannot have been refused.
  if (best < 0) return { score: market.score[choice]!, inclusive: true };
  const { standing } = market.lottery;
  return { score: other.score[best]!, inclusive: standing[applicant]! > standing[rival]! };
}
