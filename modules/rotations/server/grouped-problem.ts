import { buildProblem, type PlanningFacts, placeOf } from './build-problem.ts';
import {
  type GroupedProblem,
  type LearnerGroup,
  membersOf,
  mergeGroups,
  splitGroups,
} from './group-learners.ts';
import { wholeBlocks } from './held-blocks.ts';
import { withRules } from './rules-in-problem.ts';
import type { Searched } from './search-rotation.ts';

/** The groups of a plan as groups of learners of its problem. */
export function groupsOf({ rules }: Pick<PlanningFacts, 'rules'>): LearnerGroup[] {
  return (rules?.groups ?? []).map(({ name, placementIds }) => ({
    ...{ id: `group:${name}`, name, members: placementIds },
  }));
}

/**
 * The problem of a plan with each of its groups as one learner. Left apart are groups that `isTogether` says no to, and
 * those whose members have begun blocks at different places: what is past stays as it was.
 */
export function groupedProblem(
  facts: PlanningFacts,
  isTogether: (group: LearnerGroup) => boolean = () => true,
): GroupedProblem {
  const begun = facts.pins.filter((pin) => pin.isBegun === true);
  const pastOf = (id: string) =>
    wholeBlocks(begun.filter((pin) => pin.placementId === id))
      .map(({ unitId, stationId, firstWeek }) => {
        const station = facts.stations.find((one) => one.id === stationId);
        return `${unitId} ${station === undefined ? '' : placeOf(station)} ${firstWeek}`;
      })
      .sort()
      .join();
  const groups = groupsOf(facts).filter((group) => new Set(group.members.map(pastOf)).size === 1);
  return mergeGroups(withRules(buildProblem(facts), facts), groups.filter(isTogether));
}

/** What was found for a merged problem, told of all learners: each member as its group. */
export function splitSearched(searched: Searched, groups: readonly LearnerGroup[]): Searched {
  if (groups.length === 0) return searched;
  const all = (ids: readonly string[]) => ids.flatMap((id) => membersOf(id, groups));
  const { plan, explained, ideals, bottlenecks } = searched;
  return {
    plan: {
      ...splitGroups(plan, groups),
      unmet: plan.unmet.map(({ code, params }) => {
        const { learner, learners } = params;
        const one = typeof learner === 'string' ? { learner: membersOf(learner, groups)[0] ?? learner } : {};
        const many = Array.isArray(learners) ? { learners: all(learners.map(String)) } : {};
        return { code, params: Object.assign({}, params, one, many) };
      }),
    },
    explained: explained.flatMap((one) =>
      membersOf(one.learner, groups).map((learner) => ({ ...one, learner })),
    ),
    ideals: Object.fromEntries(
      Object.entries(ideals).flatMap(([id, score]) => membersOf(id, groups).map((one) => [one, score])),
    ),
    bottlenecks: bottlenecks.map((one) => ({ ...one, learners: all(one.learners) })),
  };
}
