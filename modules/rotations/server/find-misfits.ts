import { isAbsentIn, takesNobodyIn } from '@dualtrack/training-bases/server';
import { dayAfter, isWeekWithin, weekAfter } from '../week.ts';
import { isAbsentAt, type PlanningFacts, placesAt } from './build-problem.ts';
import { mentorRoom } from './mentor-room.ts';

type Block = {
  placementId: string;
  studentName: string;
  stationId: string;
  stationName: string;
  mentorId: string | null;
  mentorName: string;
  firstWeek: string;
  weeks: number;
};

/** The class of a plan as it is now. */
type ClassSpan = { name: string; startsOn: string; endsOn: string };

/** Where a plan no longer fits: `heads` against `places` of a workstation, a mentor or a class that is over in a week. */
export type Misfit = {
  code:
    | 'outside-class'
    | 'student-absent'
    | 'station-full'
    | 'station-gone'
    | 'mentor-full'
    | 'mentor-absent'
    | 'mentor-certificate'
    | 'mentor-gone';
  name: string;
  week: string;
  heads: number;
  places: number;
};

/**
 * Compares stored blocks with class, students, stations and mentors as they are now; one line by each of them and week.
 * What is past is as it was, and a block that has begun is not ended by an absence.
 */
export function findMisfits(
  blocks: readonly Block[],
  orderClass: ClassSpan,
  facts: Pick<PlanningFacts, 'stations' | 'mentors'> & Partial<Pick<PlanningFacts, 'learners' | 'heldUntil'>>,
): Misfit[] {
  const { stations, mentors, learners = [] } = facts;
  const held = facts.heldUntil ?? '';
  const atStation = headsBy(blocks, (block) => block.stationId);
  const withMentor = headsBy(blocks, (block) => block.mentorId);
  const misfits: Misfit[] = headsBy(blocks, () => orderClass.name)
    .filter(({ week }) => !isWeekWithin(week, orderClass))
    .map(({ week, heads }) => ({ code: 'outside-class', name: orderClass.name, week, heads, places: 0 }));
  const ahead = blocks.filter((block) => block.firstWeek > held);
  for (const { id, week, block } of headsBy(ahead, (one) => one.placementId)) {
    const absences = learners.find((one) => one.placementId === id)?.absences ?? [];
    if (!isAbsentAt(absences, week)) continue;
    misfits.push({ code: 'student-absent', name: block.studentName, week, heads: 1, places: 0 });
  }
  for (const { id, week, heads, block } of atStation) {
    const station = stations.find((one) => one.id === id);
    const places = station === undefined ? 0 : placesAt(station, week);
    if (heads <= places) continue;
    const code = station === undefined ? 'station-gone' : 'station-full';
    misfits.push({ code, name: block.stationName, week, heads, places });
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
    misfits.push({ code, name: block.mentorName, week, heads, places });
  }
  return misfits.filter(({ week }) => week >= held);
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
