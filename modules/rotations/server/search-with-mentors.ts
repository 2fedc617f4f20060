import { parseRotationProblem, type RotationProblem } from '@dualtrack/rotation';
import { weekAfter } from '../week.ts';
import { type AssignedBlock, assignStations } from './assign-stations.ts';
import type { PlanningFacts } from './build-problem.ts';
import type { LearnerGroup } from './group-learners.ts';
import { splitSearched } from './grouped-problem.ts';
import { mayMentor, mentorRoom } from './mentor-room.ts';
import { type Searched, searchRotation } from './search-rotation.ts';

/** Searches after the first that look for an arrangement in which everybody has one mentor throughout. */
const mostRounds = 4;
const leastSeconds = 3;

/**
 * Searches a rotation in which every block has a mentor. The pools of the problem see to it week by week; where a block
 * would still need two mentors because of an absence, the weeks of that absence take fewer and the search is done again.
 * The bound stays that of the first search: it holds for every plan. In `problem` each of `groups` is one learner; what is
 * found is told of all.
 */
export async function searchWithMentors(
  facts: PlanningFacts,
  problem: RotationProblem,
  { groups, ...options }: Parameters<typeof searchRotation>[1] & { groups: readonly LearnerGroup[] },
): Promise<Searched> {
  const first = splitSearched(await searchRotation(problem, options), groups);
  let best = first;
  let fewest = lonelyIn(first, facts).length;
  let seconds = options.seconds - first.plan.seconds;
  let tighter = problem;
  for (let round = 0; round < mostRounds && fewest > 0; round += 1) {
    if (options.signal.aborted || seconds < leastSeconds) break;
    tighter = tightened(tighter, facts, lonelyIn(best, facts));
    // Kept blocks may need more than is left: then there is no other arrangement to look for.
    if (!parseRotationProblem(tighter).ok) break;
    const again = await searchRotation(tighter, { ...options, seconds, onProgress: () => undefined });
    const next = splitSearched(again, groups);
    seconds -= next.plan.seconds;
    if (next.plan.score === null) break;
    const lonely = lonelyIn(next, facts).length;
    if (lonely >= fewest) continue;
    fewest = lonely;
    best = { ...next, plan: against(first.plan.bound, next.plan) };
  }
  return best;
}

function lonelyIn({ plan }: Searched, facts: PlanningFacts): AssignedBlock[] {
  if (plan.score === null || facts.mentors.length === 0) return [];
  return assignStations(plan, facts).filter((block) => block.mentorId === null);
}

/** One head less in the pools of each block without a mentor, in the weeks in which one of those who may is away. */
function tightened(
  problem: RotationProblem,
  facts: PlanningFacts,
  lonely: readonly AssignedBlock[],
): RotationProblem {
  const pools = problem.pools.map((pool) => {
    const max = [...pool.max];
    for (const block of lonely) {
      if (!pool.places.some(([, unit]) => unit === block.unitId)) continue;
      const weeks = Array.from({ length: block.weeks }, (_, at) => block.start + at);
      const able = facts.mentors.filter((mentor) => mayMentor(mentor, block.unitId));
      const missed = weeks.filter((week) =>
        able.some((mentor) => mentorRoom(mentor, weekAfter(facts.firstWeek, week)) === 0),
      );
      for (const week of missed.length > 0 ? missed : weeks) max[week] = Math.max(0, (max[week] ?? 0) - 1);
    }
    return { ...pool, max };
  });
  return { ...problem, pools };
}

/** A plan of a tighter problem, told against the bound of the whole one. */
function against(bound: number | null, plan: Searched['plan']): Searched['plan'] {
  if (bound === null || plan.score === null) return { ...plan, bound, gap: null, status: 'feasible' };
  const isBest = bound <= plan.score + 1e-6;
  return {
    ...plan,
    ...{ bound, status: isBest ? 'optimal' : 'feasible' },
    gap: Math.max(0, bound - plan.score) / (Math.abs(bound) || 1),
  };
}
