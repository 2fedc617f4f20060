import type { Market, Outcome } from '../market/market.ts';
import { createAsks } from './asks.ts';
import { createHolding } from './holding.ts';

/**
 * Applicant-proposing deferred acceptance with nested caps. The outcome is stable (see README, "What stable
 * means"), the best stable one for every applicant at once, does not depend on the order of the input, and no
 * applicant can gain by another list than the true one. In each round everyone without a seat asks for their
 * next choice.
 */
export function match(market: Market): Outcome {
  const { applicants, start } = market;
  const { byStanding } = market.lottery;
  const holding = createHolding(market);
  const asking = createAsks(market, holding.isBarred);
  const waiting = new Int32Array(applicants);
  for (let applicant = 0; applicant < applicants; applicant++) waiting[applicant] = applicant;
  let size = applicants;
  while (size > 0) {
    const { asks, round } = asking.next(waiting, size);
    size = holding.take(round, asks, waiting);
    for (let i = 0; i < size; i++) waiting[i] = byStanding[waiting[i]!]!;
    // Any order gives the same outcome; this one walks through memory in one direction.
    waiting.subarray(0, size).sort();
  }
  const held = asking.current;
  for (let applicant = 0; applicant < applicants; applicant++) {
    if (held[applicant] === start[applicant + 1]) held[applicant] = -1;
  }
  return { held };
}
