import {
  type Conditions,
  checkStability,
  explainSettled,
  fillSeats,
  type MatchingProblem,
  type MatchingResult,
  type Outcome,
  outcomeOf,
  parseProblem,
  readConditions,
  resultOf,
  type Settled,
  type SettledExplanation,
  settle,
} from '@dualtrack/matching';
import { loadSolver } from '@dualtrack/solver';
import type { PlacingRule, RunSide } from '../placing.ts';

/** A minimum for which there can never be room; ids are of a seat, the enterprise or the class. */
export type Infeasible = { place: string; heads: number; room: number };
export type ClassSolution = { result: MatchingResult; side: RunSide };

function marketOf(problem: MatchingProblem) {
  const parsed = parseProblem(problem);
  if (!parsed.ok) throw new Error(`the class made an unsound problem: ${JSON.stringify(parsed.issues[0])}`);
  return parsed.market;
}

/**
 * A sound problem solved under the conditions and by the rule of its class, and checked by a pass that shares no code
 * with the solver. Of a stable run `blockingPairs` counts among the wishes that conditions leave, of a filled one all.
 */
export async function solveClass(
  problem: MatchingProblem,
  conditions: RunSide['conditions'],
  rule: PlacingRule,
): Promise<ClassSolution | { infeasible: Infeasible }> {
  const market = marketOf(problem);
  const read = readConditions(market, conditions);
  if (!read.ok) {
    const [issue] = read.issues;
    const place = conditions.minimums[Number(issue?.pointer.split('/')[2])];
    if (issue?.code !== 'minimum.infeasible' || place === undefined)
      throw new Error(`the class made unsound conditions: ${JSON.stringify(issue)}`);
    return { infeasible: { ...place, room: Number(issue.params['room']) } };
  }
  const began = performance.now();
  const settled = settle(market, read.conditions);
  const filled =
    rule === 'fill' ? fillSeats(await loadSolver(), market, read.conditions, settled) : undefined;
  const seconds = (performance.now() - began) / 1000;
  const outcome: Outcome = filled?.outcome ?? settled.outcome;
  const whole = checkStability(market, outcome);
  if (whole.overfullPlaces > 0 || whole.foreignChoices > 0) throw new Error('the matching is not lawful');
  const report = { ...whole, blockingPairs: filled?.blockingPairs ?? settled.blockingPairs };
  return {
    result: resultOf({ market, outcome, report, seconds }),
    side: sideOf(market.placeIds, conditions, read.conditions, settled, filled),
  };
}

function sideOf(
  places: { text(place: number): string },
  conditions: RunSide['conditions'],
  { minimums }: Conditions,
  settled: Settled,
  filled: ReturnType<typeof fillSeats> | undefined,
): RunSide {
  const closed = filled
    ? minimums
        .filter(({ place }) => filled.closed.includes(place))
        .map(({ place, heads }) => ({ place, minimum: heads, heads: 0 }))
    : settled.closed;
  return {
    conditions,
    closed: closed.map((one) => ({ ...one, place: places.text(one.place) })),
    groups: settled.groups.map(({ id, seat }) => ({ id, seat: seat < 0 ? null : places.text(seat) })),
    setAside: settled.setAside,
    filled: filled ? { added: filled.added, worse: filled.worse, isProven: filled.isProven } : null,
  };
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
