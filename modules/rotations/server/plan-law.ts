import { type LegalLimit, legalFrame } from '@dualtrack/compliance/server';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { type Shift, shiftAt } from '@dualtrack/training-bases/server';
import { dayAfter } from '../week.ts';

/** A student whom the law does not let work at a station, by its working hours. */
export type StationBar = { stationId: string; placementId: string; rule: string; article: string | null };

/** What the law in force for the students of a plan sets before it is planned. */
export type PlanLaw = { mentorLimit: LegalLimit | null; bars: StationBar[] };

/** The names under which laws count the learners of one mentor. */
export const mentorLoadFacts = ['mentor.activePlacements', 'tutor.activePlacements'] as const;

type Base = {
  units: readonly { id: string; shift: Shift | null }[];
  stations: readonly { id: string; unitId: string; shift: Shift | null }[];
};

/**
 * Asks the rules of each student's country for the numbers and bans that a plan has to keep: how many learners one
 * mentor may have, and at which stations the working hours would break a duty that must be kept.
 */
export async function lawOfPlan<Tables>(
  context: TransactionContext<Tables>,
  plan: { classId: string; firstWeek: string; weeks: number },
  base: Base,
): Promise<PlanLaw> {
  const hours = new Map<string, { shift: Shift; stations: string[] }>();
  for (const station of base.stations) {
    const shift = shiftAt(
      station,
      base.units.find((unit) => unit.id === station.unitId),
    );
    const key = JSON.stringify(shift);
    const known = hours.get(key) ?? { shift, stations: [] };
    known.stations.push(station.id);
    hours.set(key, known);
  }
  const groups = [...hours.values()];
  const span = { from: plan.firstWeek, to: dayAfter(plan.firstWeek, plan.weeks * 7 - 1) };
  const { limits, bars } = await legalFrame(context, {
    classId: plan.classId,
    // What a filing allows until the plan begins is no excuse in it.
    on: later(plan.firstWeek, context.today),
    limits: mentorLoadFacts,
    supposed: groups.map(({ shift }) => ({
      'placement.roster': [{ ...span, ...shift, skipsOffDays: true }],
    })),
  });
  const [mentorLimit] = limits.sort((one, other) => one.atMost - other.atMost);
  return {
    mentorLimit: mentorLimit ?? null,
    bars: groups.flatMap(({ stations }, at) =>
      stations.flatMap((stationId) => (bars[at] ?? []).map((bar) => ({ stationId, ...bar }))),
    ),
  };
}

const later = (one: string, other: string) => (one > other ? one : other);

/** Mentors as the plan may load them: their own figure, or that of the law where it is lower. */
export function mentorsByLaw<Mentor extends { maxLearners: number }>(
  mentors: readonly Mentor[],
  { mentorLimit }: PlanLaw,
): Mentor[] {
  const most = mentorLimit?.atMost ?? Number.POSITIVE_INFINITY;
  return mentors.map((mentor) => ({ ...mentor, maxLearners: Math.min(mentor.maxLearners, most) }));
}
