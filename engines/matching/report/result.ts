import type { StabilityReport } from '../check/check-stability.ts';
import type { Assignment, ConditionsReport, MatchingResult } from '../format/result-format.ts';
import type { Market, Outcome } from '../market/market.ts';
import { cutoffsOf } from './cutoffs.ts';

/** What a result is made of. `seconds` is measured by the caller: the engine has no clock. */
export type Solved = {
  readonly market: Market;
  readonly outcome: Outcome;
  readonly report: StabilityReport;
  readonly seconds: number;
  readonly conditions?: ConditionsReport;
};

/** Everything of a result that does not grow with the number of applicants: all but its assignments. */
export function summaryOf({ market, outcome, report, seconds, conditions }: Solved) {
  return {
    format: 'dualtrack/matching-result@1' as const,
    matched: report.matched,
    unmatched: report.unmatched,
    blockingPairs: report.blockingPairs,
    inwardWishes: report.inwardWishes,
    lottery: market.lottery.seed,
    seconds,
    ...(conditions === undefined ? {} : { conditions }),
    cutoffs: cutoffsOf(market, outcome),
  };
}

/** The result as one object: `dualtrack/matching-result@1`, assignments in the order of the input. */
export function resultOf(solved: Solved): MatchingResult {
  const { market, outcome } = solved;
  const assignments: Assignment[] = [];
  outcome.held.forEach((choice, applicant) => {
    if (choice < 0) return;
    assignments.push({
      applicant: market.applicantIds.text(applicant),
      seat: market.placeIds.text(market.seat[choice]!),
      choice: choice - market.start[applicant]! + 1,
    });
  });
  return { ...summaryOf(solved), assignments };
}
