import { dayAfter, daysBetween, weekAfter } from '../week.ts';
import type { PlanningFacts } from './build-problem.ts';
import { weeksOf } from './held-blocks.ts';

/** A week of a begun block without its student, given as its Monday. */
export type MissedWeek = {
  placementId: string;
  unitId: string;
  weekStart: string;
  /** Missed out of a block that made up for weeks missed before. */
  isRest: boolean;
  cause: 'absent' | 'no-place';
};

type Absence = { from: string; to: string; isMadeUp?: boolean };

const workingDays = 5;
const mostDaysAway = 2;

/** Whether a student misses a week of a block under way: absent on more than two of Monday to Friday. Less is no week. */
export function isMissedAt(absences: readonly Absence[], monday: string): boolean {
  const days = Array.from({ length: workingDays }, (_, at) => dayAfter(monday, at));
  return (
    days.filter((day) => absences.some(({ from, to }) => from <= day && day <= to)).length > mostDaysAway
  );
}

/** Whether a missed week is made up for: unless every absence in it is let go. */
export function isMadeUpAt(absences: readonly Absence[], monday: string): boolean {
  const own = absences.filter(({ from, to }) => from <= dayAfter(monday, 4) && to >= monday);
  return own.length === 0 || own.some((one) => one.isMadeUp !== false);
}

/** What absences make of one block that has begun: its rows from now on, and all its missed weeks. */
export type Cut = {
  placementId: string;
  unitId: string;
  isRest: boolean;
  /** Each a stretch of attended weeks, at the place of the row `id`; the first of an id is that row. */
  rows: { id: string; firstWeek: string; weeks: number }[];
  /** Rows of which no week is left. */
  gone: string[];
  missed: MissedWeek[];
};

type Facts = Pick<PlanningFacts, 'pins' | 'learners' | 'missed'>;

/**
 * Takes the weeks in which students are absent out of their blocks that have begun, and puts those back in of which the
 * absence is gone. A block of which no week is left is as if it had not begun: its unit is planned anew. Only what changes.
 */
export function cutsOf({ pins, learners, missed = [] }: Facts): Cut[] {
  const begun = pins.flatMap((pin) =>
    pin.isBegun === true && pin.id !== undefined ? [{ ...pin, id: pin.id, isRest: pin.isRest === true }] : [],
  );
  const keys = new Map(begun.map((pin) => [`${pin.placementId} ${pin.unitId} ${pin.isRest}`, pin]));
  return [...keys.values()].flatMap(({ placementId, unitId, isRest }): Cut[] => {
    const absences = learners.find((one) => one.placementId === placementId)?.absences;
    if (absences === undefined) return [];
    const isOwn = (one: { placementId: string; unitId: string; isRest: boolean }) =>
      one.placementId === placementId && one.unitId === unitId && one.isRest === isRest;
    const rows = begun.filter(isOwn).sort((one, other) => (one.firstWeek < other.firstWeek ? -1 : 1));
    const before = missed.filter(isOwn);
    const stays = before.filter(
      ({ cause, weekStart }) => cause === 'no-place' || isMissedAt(absences, weekStart),
    );
    const back = before.filter((one) => !stays.includes(one)).map(({ weekStart }) => weekStart);
    const lost = rows
      .flatMap((row) => weeksOf(row, row.weeks ?? 1))
      .filter((monday) => isMissedAt(absences, monday));
    if (back.length + lost.length === 0) return [];
    const stretches = stretchesOf(rows, back, lost);
    const now = lost.map((weekStart): MissedWeek => {
      return { placementId, unitId, weekStart, isRest, cause: 'absent' };
    });
    return [
      {
        ...{ placementId, unitId, isRest, rows: stretches },
        gone: rows.flatMap(({ id }) => (stretches.some((one) => one.id === id) ? [] : [id])),
        missed: stretches.length === 0 ? [] : [...stays, ...now],
      },
    ];
  });
}

type Row = { id: string; stationId: string; mentorId: string | null; firstWeek: string; weeks?: number };

/** Rows without the lost weeks and with those that are back, as stretches of one station and mentor without a gap. */
function stretchesOf(rows: readonly Row[], back: readonly string[], lost: readonly string[]): Cut['rows'] {
  const at = new Map(rows.flatMap((row) => weeksOf(row, row.weeks ?? 1).map((monday) => [monday, row])));
  for (const monday of [...back].sort()) {
    const nearest = at.get(weekAfter(monday, -1)) ?? at.get(weekAfter(monday, 1)) ?? nearestOf(rows, monday);
    if (nearest !== undefined) at.set(monday, nearest);
  }
  for (const monday of lost) at.delete(monday);
  const stretches: (Cut['rows'][number] & { row: Row })[] = [];
  for (const [monday, row] of [...at].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const last = stretches.at(-1);
    const isSame =
      last !== undefined &&
      last.row.stationId === row.stationId &&
      last.row.mentorId === row.mentorId &&
      weekAfter(last.firstWeek, last.weeks) === monday;
    if (isSame) last.weeks += 1;
    else stretches.push({ id: row.id, row, firstWeek: monday, weeks: 1 });
  }
  return stretches.map(({ row: _, ...stretch }) => stretch);
}

function nearestOf(rows: readonly Row[], monday: string): Row | undefined {
  const far = (row: Row) => Math.abs(daysBetween(row.firstWeek, monday));
  return [...rows].sort((one, other) => far(one) - far(other))[0];
}
