import type { MatchingProblem } from '../format/problem-format.ts';
import type { Market } from '../market/market.ts';
import { parseProblem } from '../read/parse-problem.ts';
import { match } from '../solve/match.ts';
import type { Matching } from './brute-force.ts';

/** The market of a problem that must be sound. */
export function marketOf(problem: unknown): Market {
  const parsed = parseProblem(problem);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.market;
}

/** The engine's answer in the words of the brute-force check. */
export function matchingOf(market: Market, held: Int32Array): Matching {
  return Array.from(held, (choice, applicant) => (choice < 0 ? -1 : choice - market.start[applicant]!));
}

/** What each applicant gets, by id: a seat or undefined. */
export function seatsOf(problem: MatchingProblem): Map<string, string | undefined> {
  const market = marketOf(problem);
  const matching = matchingOf(market, match(market).held);
  return new Map(problem.applicants.map(({ id, choices }, a) => [id, choices[matching[a]!]?.seat]));
}
