import type { RotationProblemInput } from '@dualtrack/rotation';
import { takesNobodyIn } from '@dualtrack/training-bases/server';
import { dayAfter, weekAfter } from '../week.ts';

/** A mentor as far as planning is concerned; without units: in all of them. */
export type PlanningMentor = {
  id: string;
  name: string;
  maxLearners: number;
  absences: readonly { from: string; to: string; note: string }[];
  certificateUntil: string | null;
  unitIds: readonly string[];
  /** Learners of other classes' published plans, by Monday. */
  taken?: ReadonlyMap<string, number> | undefined;
};

/** How many learners a mentor has room for in a week: none while absent, after the certificate or full of others. */
export function mentorRoom(mentor: PlanningMentor, monday: string): number {
  if (takesNobodyIn(mentor, monday, dayAfter(monday, 6))) return 0;
  return Math.max(0, mentor.maxLearners - (mentor.taken?.get(monday) ?? 0));
}

/** Whether a mentor looks after learners in a unit. */
export function mayMentor(mentor: Pick<PlanningMentor, 'unitIds'>, unitId: string): boolean {
  return mentor.unitIds.length === 0 || mentor.unitIds.includes(unitId);
}

/** More kinds of mentors than this are not combined, or there would be too many rules. */
const mostKinds = 7;

type Pinned = { unitId: string; firstWeek: string; weeks: number };
type Plan = {
  firstWeek: string;
  weeks: number;
  units: readonly string[];
  places: readonly { site: string; unit: string }[];
};

/**
 * The mentors as pools of the problem: in whichever units only some mentors look after learners, these units together
 * have no more heads in a week than those mentors have room for. A plan that keeps all pools has a mentor for every
 * head in every week. Kept blocks count in any case. Without mentors nothing is known about them, and nothing limited.
 */
export function mentorPools(
  mentors: readonly PlanningMentor[],
  { firstWeek, weeks, units, places }: Plan,
  pinned: readonly Pinned[],
): NonNullable<RotationProblemInput['pools']> {
  if (mentors.length === 0) return [];
  const mondays = Array.from({ length: weeks }, (_, week) => weekAfter(firstWeek, week));
  return unitSets(mentors, units).map((set, at) => {
    const own = mentors.filter((mentor) => set.some((unit) => mayMentor(mentor, unit)));
    const kept = pinned.filter((block) => set.includes(block.unitId));
    return {
      id: `mentors-${at + 1}`,
      places: places
        .filter(({ unit }) => set.includes(unit))
        .map(({ site, unit }): [string, string] => [site, unit]),
      max: mondays.map((monday) =>
        Math.max(
          own.reduce((sum, mentor) => sum + mentorRoom(mentor, monday), 0),
          kept.filter(
            (block) => block.firstWeek <= monday && weekAfter(block.firstWeek, block.weeks) > monday,
          ).length,
        ),
      ),
    };
  });
}

/** For each choice of kinds of mentors, the units in which nobody else looks after learners; all units first. */
function unitSets(mentors: readonly PlanningMentor[], units: readonly string[]): string[][] {
  const serving = (unit: string) => mentors.filter((mentor) => mayMentor(mentor, unit));
  const kinds = new Map(
    mentors.map((mentor) => [units.filter((unit) => mayMentor(mentor, unit)).join(), mentor]),
  );
  const kindOf = [...kinds.keys()].slice(0, mostKinds);
  const sets = new Map<string, string[]>([[units.join(), [...units]]]);
  for (let chosen = 0; chosen < 2 ** kindOf.length; chosen += 1) {
    const among = new Set(kindOf.filter((_, at) => chosen & (1 << at)));
    const set = units.filter((unit) =>
      serving(unit).every((mentor) => among.has(units.filter((one) => mayMentor(mentor, one)).join())),
    );
    if (set.length > 0) sets.set(set.join(), set);
  }
  return [...sets.values()];
}
