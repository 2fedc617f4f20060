import type { Market, Outcome } from '../market/market.ts';
import { createHolding } from './holding.ts';

/**
 * Applicant-proposing deferred acceptance with nested caps. The outcome is stable (see README, "What stable means"),
 * the best stable one for every applicant at once, does not depend on the order of the input, and no applicant can
 * gain by another list than the true one. Every applicant asks in rounds; whoever is displaced asks on in the next.
 */
export function match(market: Market): Outcome {
  const { applicants, start, seat, score } = market;
  const { standing, byStanding } = market.lottery;
  const holding = createHolding(market);
  const held = new Int32Array(applicants).fill(-1);
  const next = start.slice(0, applicants);
  let asking = Int32Array.from({ length: applicants }, (_, applicant) => applicant);
  let displaced = new Int32Array(applicants);
  let size = applicants;
  while (size > 0) {
    let displacedSize = 0;
    for (let i = 0; i < size; i++) {
      const applicant = asking[i]!;
      const own = standing[applicant]!;
      const end = start[applicant + 1]!;
      let choice = next[applicant]!;
      let without = own;
      while (choice < end) {
        without = holding.offer(seat[choice]!, score[choice]!, own);
        choice++;
        if (without !== own) break;
      }
      next[applicant] = choice;
      if (without === own) continue;
      held[applicant] = choice - 1;
      if (without < 0) continue;
      const loser = byStanding[without]!;
      held[loser] = -1;
      displaced[displacedSize++] = loser;
    }
    [asking, displaced] = [displaced, asking];
    size = displacedSize;
  }
  return { held };
}
