import {
  checkStability,
  type MatchingProblem,
  type MatchingResult,
  match,
  parseProblem,
  resultOf,
} from '@dualtrack/matching';

/** A sound problem solved stably, and checked by a pass that shares no code with the solver. */
export function solve(problem: MatchingProblem): MatchingResult {
  const parsed = parseProblem(problem);
  if (!parsed.ok) throw new Error(`the class made an unsound problem: ${JSON.stringify(parsed.issues[0])}`);
  const { market } = parsed;
  const began = performance.now();
  const outcome = match(market);
  const seconds = (performance.now() - began) / 1000;
  const report = checkStability(market, outcome);
  if (report.overfullPlaces > 0 || report.foreignChoices > 0) throw new Error('the matching is not lawful');
  return resultOf({ market, outcome, report, seconds });
}
