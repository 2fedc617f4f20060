import { isAbsentIn, placesIn } from '@dualtrack/training-bases/server';
import { dayAfter, weekAfter } from '../week.ts';

type Station = Parameters<typeof placesIn>[0] & { id: string; name: string };
type Mentor = { id: string; name: string; maxLearners: number; absences: Parameters<typeof isAbsentIn>[0] };
type Block = {
  stationId: string;
  stationName: string;
  mentorId: string | null;
  mentorName: string;
  firstWeek: string;
  weeks: number;
};

/** Where a plan no longer fits its base: `heads` against `places` of a workstation or a mentor in a week. */
export type Misfit = {
  code: 'station-full' | 'station-gone' | 'mentor-full' | 'mentor-absent' | 'mentor-gone';
  name: string;
  week: string;
  heads: number;
  places: number;
};

/** Compares stored blocks with the stations and mentors as they are now; one line by station or mentor and week. */
export function findMisfits(
  blocks: readonly Block[],
  stations: readonly Station[],
  mentors: readonly Mentor[],
): Misfit[] {
  const atStation = headsBy(blocks, (block) => block.stationId);
  const withMentor = headsBy(blocks, (block) => block.mentorId);
  const misfits: Misfit[] = [];
  for (const { id, week, heads, block } of atStation) {
    const station = stations.find((one) => one.id === id);
    const places = station === undefined ? 0 : placesIn(station, week, dayAfter(week, 6));
    if (heads <= places) continue;
    const code = station === undefined ? 'station-gone' : 'station-full';
    misfits.push({ code, name: block.stationName, week, heads, places });
  }
  for (const { id, week, heads, block } of withMentor) {
    const mentor = mentors.find((one) => one.id === id);
    const isAway = mentor !== undefined && isAbsentIn(mentor.absences, week, dayAfter(week, 6));
    const places = mentor === undefined || isAway ? 0 : mentor.maxLearners;
    if (heads <= places) continue;
    const code = mentor === undefined ? 'mentor-gone' : isAway ? 'mentor-absent' : 'mentor-full';
    misfits.push({ code, name: block.mentorName, week, heads, places });
  }
  return misfits;
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
