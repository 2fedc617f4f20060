import type { RotationPlan, RotationProblemInput } from '@dualtrack/rotation';

/** Learners of a problem who move as one. */
export type LearnerGroup = { id: string; name: string; members: readonly string[] };

/** Members of a group who are kept at different places or weeks in one unit. */
export type GroupClash = { group: LearnerGroup; unit: string; learners: string[] };

type Learner = RotationProblemInput['learners'][number];
type Pin = NonNullable<RotationProblemInput['pins']>[number];

/** A problem in which groups are one learner each. `groups`: those that are, for `splitGroups`. */
export type GroupedProblem = { problem: RotationProblemInput; groups: LearnerGroup[]; clashes: GroupClash[] };

/**
 * Puts one learner in the place of each group, as many heads as it has. What one of them cannot, the group cannot; what
 * they earn is the average, so that a programme of the group scores what it scores for its members on average. A
 * group whose members have not the same programme to take (one makes up for missed weeks) is left apart; one whose
 * members are kept apart is named in `clashes` and keeps the first's pins.
 */
export function mergeGroups(problem: RotationProblemInput, groups: readonly LearnerGroup[]): GroupedProblem {
  const byId = new Map(problem.learners.map((learner) => [learner.id, learner]));
  const merged = groups.filter(({ members }) => {
    const programmes = new Set(members.map((id) => programmeOf(byId.get(id))));
    return members.length > 1 && programmes.size === 1 && members.every((id) => byId.has(id));
  });
  const groupOf = new Map(merged.flatMap((group) => group.members.map((id) => [id, group] as const)));
  const clashes: GroupClash[] = [];
  const pins = new Map<string, Pin>();
  for (const pin of problem.pins ?? []) {
    const group = groupOf.get(pin.learner);
    const own = { ...pin, learner: group?.id ?? pin.learner };
    // Of what is kept alone every pin counts, a unit kept twice is for the check of the problem to name.
    const key = group === undefined ? JSON.stringify(own) : `${group.id} ${pin.unit}`;
    const known = pins.get(key);
    if (known === undefined) pins.set(key, own);
    else if (group !== undefined && (known.site !== pin.site || known.start !== pin.start)) {
      const learners = (problem.pins ?? [])
        .filter((one) => one.unit === pin.unit && group.members.includes(one.learner))
        .map((one) => one.learner);
      if (clashes.every((one) => one.group !== group || one.unit !== pin.unit)) {
        clashes.push({ group, unit: pin.unit, learners });
      }
    }
  }
  return {
    problem: {
      ...problem,
      learners: problem.learners.flatMap((learner) => {
        const group = groupOf.get(learner.id);
        if (group === undefined) return [learner];
        if (group.members[0] !== learner.id) return [];
        return [
          mergedLearner(
            group,
            group.members.flatMap((id) => byId.get(id) ?? []),
          ),
        ];
      }),
      pins: [...pins.values()],
    },
    groups: merged,
    clashes,
  };
}

/** What has to be equal for learners to have one programme. */
function programmeOf(learner: Learner | undefined): string {
  const sorted = (record: object) => Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([
    sorted(learner?.take ?? {}).filter(([, count]) => count > 0),
    Object.keys(learner?.units ?? {}).sort(),
  ]);
}

function mergedLearner(group: LearnerGroup, members: readonly Learner[]): Learner {
  const mean = (of: (member: Learner) => number) =>
    members.reduce((sum, member) => sum + of(member), 0) / members.length;
  const pairs = members.flatMap((member) => member.cannot ?? []);
  const sites = new Set(members.flatMap((member) => Object.keys(member.sites ?? {})));
  const units = Object.keys(members[0]?.units ?? {});
  return {
    id: group.id,
    size: members.reduce((sum, member) => sum + (member.size ?? 1), 0),
    take: members[0]?.take ?? {},
    units: Object.fromEntries(
      units.map((unit) => [unit, mean(({ weights, units: own }) => weights.unit * (own[unit] ?? 0))]),
    ),
    sites: Object.fromEntries(
      [...sites].map((site) => [site, mean(({ weights, sites: own }) => weights.site * (own?.[site] ?? 0))]),
    ),
    cannot: pairs.filter(([site, unit], at) => pairs.findIndex(([s, u]) => s === site && u === unit) === at),
    away: [...new Set(members.flatMap((member) => member.away ?? []))].sort((one, other) => one - other),
    keep: members.flatMap((member) =>
      (member.keep ?? []).map((block) => ({ ...block, score: block.score / members.length })),
    ),
    weights: {
      ...{ unit: 1, site: 1 },
      siteChange: mean(({ weights }) => weights.siteChange),
      wait: mean(({ weights }) => weights.wait),
    },
  };
}

/** The learners that stand for one of a merged problem: the members of a group, or the one itself. */
export function membersOf(id: string, groups: readonly LearnerGroup[]): readonly string[] {
  return groups.find((group) => group.id === id)?.members ?? [id];
}

/** A plan of the merged problem as one of all learners: the members of a group have its blocks and its score. */
export function splitGroups<Plan extends Pick<RotationPlan, 'learners'>>(
  plan: Plan,
  groups: readonly LearnerGroup[],
): Plan {
  return {
    ...plan,
    learners: plan.learners.flatMap((learner) =>
      membersOf(learner.id, groups).map((id) => ({ ...learner, id })),
    ),
  };
}
