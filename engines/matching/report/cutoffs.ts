import type { Cutoff } from '../format/result-format.ts';
import type { Market, Outcome } from '../market/market.ts';
import { type Fill, fillOf } from './fill.ts';

/** The cutoff of one place: its weakest holder when it is full. */
export function cutoffAt(market: Market, { held }: Outcome, fill: Fill, place: number): Cutoff {
  const id = market.placeIds.text(place);
  if (market.capacity[place] === 0) return { id, score: null, lottery: null, closed: true };
  if (fill.heads[place]! < market.capacity[place]!) return { id, score: null, lottery: null };
  const last = fill.last[place]!;
  return { id, score: market.score[held[last]!]!, lottery: market.lottery.number[last]! };
}

/**
 * The cutoffs of all seats, then all caps. An applicant with (score, lottery) below the cutoff of a full
 * place on the way up from a seat was refused there; scores are compared first, lottery numbers at equal
 * scores.
 */
export function cutoffsOf(market: Market, outcome: Outcome): Cutoff[] {
  const fill = fillOf(market, outcome);
  return Array.from(market.capacity, (_, place) => cutoffAt(market, outcome, fill, place));
}
