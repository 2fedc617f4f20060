import { isAbsentIn, takesNobodyIn } from '@dualtrack/training-bases/server';
import { dayAfter, isWeekWithin, weekAfter } from '../week.ts';
import { isAbsentAt, type PlanningFacts, placesAt } from './build-problem.ts';
import { mentorRoom } from './mentor-room.ts';
import { cutsOf } from './missed-weeks.ts';
import { partedGroups } from './parted-groups.ts';
import { isOf, restsToPlan } from './rest-blocks.ts';

type Block = {
  id?: string;
  placementId: string;
  studentName: string;
  unitId: string;
  isRest: boolean;
  stationId: string;
  stationName: string;
  mentorId: string | null;
  mentorName: string;
  firstWeek: string;
  weeks: number;
};

/** The class of a plan as it is now. */
type ClassSpan = { name: string; startsOn: string; endsOn: string };

/**
 * Where a plan no longer fits: `heads` against `places` of a workstation, a mentor or a class that is over in a week; of
 * `rest-…` the missed weeks of a unit to be made up for against those planned.
 */
export type Misfit = {
  code:
    | 'outside-class'
    | 'student-absent'
    | 'student-missing'
    | 'rest-open'
    | 'rest-over'
    | 'station-full'
    | 'station-gone'
    | 'mentor-full'
    | 'mentor-absent'
    | 'mentor-certificate'
    | 'mentor-gone'
    | 'group-parted';
  name: string;
  unitId: string | null;
  week: string;
  heads: number;
  places: number;
};

/**
 * Compares stored blocks with class, students, stations and mentors as they are now; one line by each of them and week.
 * What is past is as it was, but for weeks of a begun block that its student misses.
 */
export function findMisfits(
  blocks: readonly Block[],
  orderClass: ClassSpan,
  facts: Pick<PlanningFacts, 'stations' | 'mentors'> &
    Partial<Pick<PlanningFacts, 'learners' | 'heldUntil' | 'pins' | 'missed' | 'rules'>>,
): Misfit[] {
  const { stations, mentors, learners = [] } = facts;
  const held = facts.heldUntil ?? '';
  const atStation = headsBy(blocks, (block) => block.stationId);
  const withMentor = headsBy(blocks, (block) => block.mentorId);
  const misfits: Misfit[] = headsBy(blocks, () => orderClass.name)
    .filter(({ week }) => !isWeekWithin(week, orderClass))
    .map(({ week, heads }) => ({
      ...{ code: 'outside-class' as const, name: orderClass.name, unitId: null },
      ...{ week, heads, places: 0 },
    }));
  const ahead = blocks.filter((block) => block.firstWeek > held);
  for (const { id, week, block } of headsBy(ahead, (one) => one.placementId)) {
    const absences = learners.find((one) => one.placementId === id)?.absences ?? [];
    if (!isAbsentAt(absences, week)) continue;
    const { studentName: name, unitId } = block;
    misfits.push({ code: 'student-absent', name, unitId, week, heads: 1, places: 0 });
  }
  for (const { id, week, heads, block } of atStation) {
    const station = stations.find((one) => one.id === id);
    const places = station === undefined ? 0 : placesAt(station, week);
    if (heads <= places) continue;
    const code = station === undefined ? 'station-gone' : 'station-full';
    misfits.push({ code, name: block.stationName, unitId: block.unitId, week, heads, places });
  }
  for (const { id, week, heads, block } of withMentor) {
    const mentor = mentors.find((one) => one.id === id);
    const isAway = mentor !== undefined && isAbsentIn(mentor.absences, week, dayAfter(week, 6));
    const isFree = mentor !== undefined && !takesNobodyIn(mentor, week, dayAfter(week, 6));
    const places = mentor === undefined ? 0 : mentorRoom(mentor, week);
    if (heads <= places) continue;
    const code =
      mentor === undefined
        ? 'mentor-gone'
        : isFree
          ? 'mentor-full'
          : isAway
            ? 'mentor-absent'
            : 'mentor-certificate';
    misfits.push({ code, name: block.mentorName, unitId: null, week, heads, places });
  }
  return [
    ...missedOf(blocks, facts),
    ...partedGroups(blocks, facts),
    ...misfits.filter(({ week }) => week >= held),
  ];
}

/** Weeks that absences take out of begun blocks, and missed weeks that are not yet, or no longer, to be made up for. */
function missedOf(
  blocks: readonly Block[],
  facts: Partial<Pick<PlanningFacts, 'learners' | 'pins' | 'missed'>>,
): Misfit[] {
  const { learners = [], pins = [], missed = [] } = facts;
  const nameOf = (id: string) => blocks.find((one) => one.placementId === id)?.studentName ?? '';
  const cuts = cutsOf({ learners, pins, missed });
  const isKnown = (week: { placementId: string; weekStart: string }) =>
    missed.some((one) => one.placementId === week.placementId && one.weekStart === week.weekStart);
  const lost = cuts.flatMap(({ placementId, unitId, missed: weeks, gone, rows }) => {
    const all =
      rows.length > 0 ? weeks : blocks.filter((one) => gone.includes(one.id ?? '')).flatMap(weeksIn);
    return all
      .filter((week) => !isKnown(week))
      .map(({ weekStart: week }) => ({ name: nameOf(placementId), unitId, week }));
  });
  const isCut = (placementId: string) => cuts.some((cut) => cut.placementId === placementId);
  const rests = restsToPlan({ learners, pins, missed }).filter((one) => !isCut(one.placementId));
  const begun = new Set(pins.flatMap((pin) => (pin.isBegun === true ? [pin.id] : [])));
  const planned = blocks.filter(
    (one) => one.isRest && !begun.has(one.id) && !isCut(one.placementId) && learners.length > 0,
  );
  const open = rests.filter((rest) => !planned.some((row) => isOf(rest, { ...row, mentorId: null })));
  const over = planned.filter((row) => !rests.some((rest) => isOf(rest, { ...row, mentorId: null })));
  return [
    ...lost.map((one): Misfit => ({ code: 'student-missing', ...one, heads: 1, places: 0 })),
    ...open.map(({ placementId, unitId, weeks }): Misfit => {
      const week = missed.find((one) => one.placementId === placementId)?.weekStart ?? '';
      return { code: 'rest-open', name: nameOf(placementId), unitId, week, heads: weeks, places: 0 };
    }),
    ...over
      .filter((row) => !open.some((one) => one.placementId === row.placementId && one.unitId === row.unitId))
      .map(({ studentName: name, unitId, firstWeek: week, weeks }): Misfit => {
        return { code: 'rest-over', name, unitId, week, heads: 0, places: weeks };
      }),
  ];
}

function weeksIn({ placementId, firstWeek, weeks }: Block) {
  return Array.from({ length: weeks }, (_, at) => ({ placementId, weekStart: weekAfter(firstWeek, at) }));
}

type Heads = { id: string; week: string; heads: number; block: Block };

function headsBy(blocks: readonly Block[], idOf: (block: Block) => string | null): Heads[] {
  const counts = new Map<string, Heads>();
  for (const block of blocks) {
    const id = idOf(block);
    if (id === null) continue;
    for (let at = 0; at < block.weeks; at += 1) {
      const week = weekAfter(block.firstWeek, at);
      const found = counts.get(`${id} ${week}`) ?? { id, week, heads: 0, block };
      counts.set(`${id} ${week}`, { ...found, heads: found.heads + 1 });
    }
  }
  return [...counts.values()];
}
