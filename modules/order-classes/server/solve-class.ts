import {
  type Conditions,
  checkStability,
  conditionsReport,
  explainSettled,
  type FillOptions,
  fillSeats,
  type Market,
  type MatchingProblem,
  type MatchingResult,
  type Outcome,
  outcomeOf,
  parseProblem,
  readConditions,
  resultOf,
  type SettledExplanation,
  settle,
} from '@dualtrack/matching';
import type { RunSide } from '../placing.ts';

type Solver = Parameters<typeof fillSeats>[0];

/** A minimum for which there can never be room; ids are of a seat, the enterprise or the class. */
export type Infeasible = { place: string; heads: number; room: number };
export type ClassSolution = { result: MatchingResult; side: RunSide };

function marketOf(problem: MatchingProblem): Market {
  const parsed = parseProblem(problem);
  if (!parsed.ok) throw new Error(`the class made an unsound problem: ${JSON.stringify(parsed.issues[0])}`);
  return parsed.market;
}

/** The first least number that there can never be room for; null when each can be reached. */
export function whyInfeasible(
  problem: MatchingProblem,
  conditions: RunSide['conditions'],
): Infeasible | null {
  const read = conditionsOf(marketOf(problem), conditions);
  return 'infeasible' in read ? read.infeasible : null;
}

function conditionsOf(
  market: Market,
  conditions: RunSide['conditions'],
): Conditions | { infeasible: Infeasible } {
  const read = readConditions(market, conditions);
  if (read.ok) return read.conditions;
  const [issue] = read.issues;
  const place = conditions.minimums[Number(issue?.pointer.split('/')[2])];
  if (issue?.code !== 'minimum.infeasible' || place === undefined)
    throw new Error(`the class made unsound conditions: ${JSON.stringify(issue)}`);
  return { infeasible: { ...place, room: Number(issue.params['room']) } };
}

/**
 * A sound problem solved under the conditions of its class, and checked by a pass that shares no code with the
 * solver: stably; or, with `fill`, placing as many as can be, which takes long. Of a stable run `blockingPairs` counts
 * among the wishes that conditions leave, of a filled one all.
 */
export function solveClass(
  problem: MatchingProblem,
  conditions: RunSide['conditions'],
  fill?: FillOptions & { solver: Solver },
): ClassSolution | { infeasible: Infeasible } {
  const market = marketOf(problem);
  const read = conditionsOf(market, conditions);
  if ('infeasible' in read) return read;
  const began = performance.now();
  const settled = settle(market, read);
  const filled = fill === undefined ? undefined : fillSeats(fill.solver, market, read, settled, fill);
  const seconds = (performance.now() - began) / 1000;
  const outcome: Outcome = filled?.outcome ?? settled.outcome;
  const blockingPairs = filled?.blockingPairs ?? settled.blockingPairs;
  return {
    result: checkedResult(market, outcome, blockingPairs, seconds),
    side: { conditions, ...conditionsReport(market, read, settled, filled) },
  };
}

function checkedResult(
  market: Market,
  outcome: Outcome,
  blockingPairs: number,
  seconds: number,
): MatchingResult {
  const whole = checkStability(market, outcome);
  if (whole.overfullPlaces > 0 || whole.foreignChoices > 0) throw new Error('the matching is not lawful');
  return resultOf({ market, outcome, report: { ...whole, blockingPairs }, seconds });
}

/** A kept result with the lottery that its problem names now, checked anew: nothing is searched again. */
export function revealedResult(problem: MatchingProblem, kept: MatchingResult): MatchingResult {
  const market = marketOf(problem);
  return checkedResult(market, outcomeOf(market, kept.assignments), kept.blockingPairs, kept.seconds);
}

/** Why an applicant got what a kept run gave them; undefined for somebody who did not take part. */
export function explainRun(
  run: { problem: MatchingProblem; result: MatchingResult; side: RunSide | null },
  applicationId: string,
): SettledExplanation | undefined {
  const market = marketOf(run.problem);
  const { side } = run;
  const facts = {
    closed: side?.closed.map(({ place }) => place) ?? [],
    groups: (side?.groups ?? []).map(({ id, seat }) => ({
      members: side?.conditions.groups.find((group) => group.id === id)?.members ?? [],
      seat,
    })),
    isFilled: side?.filled != null,
  };
  return explainSettled(market, outcomeOf(market, run.result.assignments), facts, applicationId);
}
