import { type Metric, metricHead } from './metric.ts';

/**
 * When a duty falls due. `once`: on one day. `yearly`: at the end of each year of the agreement. `class-start` and
 * `class-end`: with each class formed under it; while there is none, once on the given day.
 */
export const cadences = ['once', 'yearly', 'class-start', 'class-end'] as const;
export type Cadence = (typeof cadences)[number];

/** A class formed under the agreement. */
export type DutyClass = { classId: string; startsOn: string; endsOn: string };

/** Days on which the agreement was suspended, first and last included; `to` null while it still is. */
export type Suspension = { from: string; to: string | null };

/** What dues follow from. Days are `YYYY-MM-DD`. */
export type DutyTerm = {
  cadence: Cadence;
  /** The day of `once`, and of a class that is not formed yet. */
  dueOn: string;
  target: number;
  measure: 'sum' | 'share';
};

/** One due day with the days whose facts count towards it. */
export type Due = {
  dueKey: string;
  classId: string | null;
  countsFrom: string;
  countsTo: string;
  dueOn: string;
  target: number;
};

const dayMilliseconds = 86_400_000;
const atNoon = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** The day some days later (or earlier). */
export function addDays(day: string, days: number): string {
  return new Date(atNoon(day) + days * dayMilliseconds).toISOString().slice(0, 10);
}

/** Days from one day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((atNoon(to) - atNoon(from)) / dayMilliseconds);
}

/** The same day some years later; the 28th where there is no 29 February. */
export function addYears(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return new Date(Date.UTC(year + years, month - 1, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The last possible day; facts of agreements without an end count up to it. */
export const farAway = '9999-12-31';

/**
 * All dues of a duty. Of an agreement without an end the years are told up to the one that holds `upTo`. The last year of an agreement may be shorter than a year and then owes its part, rounded
 * down; a part of nothing is no due. Due days that a suspension came before move by as many days as it lasted.
 */
export function duesOf(
  duty: DutyTerm,
  period: { from: string; to: string | null; upTo?: string },
  classes: readonly DutyClass[] = [],
  suspensions: readonly Suspension[] = [],
): Due[] {
  const end = period.to ?? farAway;
  const { cadence, dueOn, target } = duty;
  const isByClass = cadence === 'class-start' || cadence === 'class-end';
  const plain =
    cadence === 'yearly'
      ? yearlyDues(duty, period.from, period.to ?? endOfYear(period.from, period.upTo ?? period.from))
      : isByClass && classes.length > 0
        ? [...classes]
            .sort((left, right) => (left.classId < right.classId ? -1 : 1))
            .map((one) => ({
              dueKey: one.classId,
              classId: one.classId,
              countsFrom: period.from,
              countsTo: end,
              dueOn: cadence === 'class-start' ? one.startsOn : one.endsOn,
              target,
            }))
        : [{ dueKey: 'once', classId: null, countsFrom: period.from, countsTo: end, dueOn, target }];
  return plain.map((due) => delayed(due, suspensions));
}

/** The last day of the year, counted from a day, that holds another; of the first year where that lies before. */
function endOfYear(from: string, day: string): string {
  let year = 1;
  while (addYears(from, year) <= day) year += 1;
  return addDays(addYears(from, year), -1);
}

function yearlyDues({ target, measure }: DutyTerm, from: string, to: string): Due[] {
  const dues: Due[] = [];
  for (let year = 0; ; year += 1) {
    const start = addYears(from, year);
    if (start > to) return dues;
    const whole = addDays(addYears(from, year + 1), -1);
    const last = whole < to ? whole : to;
    const share = (daysBetween(start, last) + 1) / (daysBetween(start, whole) + 1);
    const part = measure === 'share' ? target : Math.floor(target * share + 1e-9);
    if (part > 0) {
      const dueKey = `year-${year + 1}`;
      dues.push({ dueKey, classId: null, countsFrom: start, countsTo: last, dueOn: last, target: part });
    }
  }
}

function delayed(due: Due, suspensions: readonly Suspension[]): Due {
  let { dueOn, countsTo } = due;
  for (const { from, to } of [...suspensions].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (to === null || from > dueOn) continue;
    const days = daysBetween(from, to) + 1;
    dueOn = addDays(dueOn, days);
    if (countsTo !== farAway) countsTo = addDays(countsTo, days);
  }
  return { ...due, dueOn, countsTo };
}

/** A fact that counts: `amount` of a sum, or part and whole of a share. */
export type CountedFact = { classId: string | null; happenedOn: string; amount: number; whole: number };

export type Count = { achieved: number; onTime: number; whole: number; onTimeWhole: number; isMet: boolean };

/**
 * Counts facts towards a due; what lies in the future counts when its day has come. What was done for no class in
 * particular, such as mentors of the whole base, counts for each.
 */
export function countDue(
  due: Pick<Due, 'classId' | 'countsFrom' | 'countsTo' | 'dueOn' | 'target'>,
  measure: 'sum' | 'share',
  facts: readonly CountedFact[],
  today: string,
): Count {
  const counted = facts.filter(
    ({ classId, happenedOn }) =>
      happenedOn >= due.countsFrom &&
      happenedOn <= due.countsTo &&
      happenedOn <= today &&
      (due.classId === null || classId === null || classId === due.classId),
  );
  const early = counted.filter((fact) => fact.happenedOn <= due.dueOn);
  const sum = (list: readonly CountedFact[], key: 'amount' | 'whole') =>
    list.reduce((total, fact) => total + fact[key], 0);
  const achieved = sum(counted, 'amount');
  const whole = sum(counted, 'whole');
  return {
    ...{ achieved, whole, onTime: sum(early, 'amount'), onTimeWhole: sum(early, 'whole') },
    isMet: reaches(achieved, whole, due.target, measure),
  };
}

function reaches(achieved: number, whole: number, target: number, measure: 'sum' | 'share'): boolean {
  return measure === 'sum' ? achieved >= target : whole > 0 && achieved * 1_000 >= target * whole;
}

/** By these an unmet duty turns amber; red is what is unmet after its due day. */
export const thresholds = {
  /** Due within so many days. */
  soonDays: 30,
  /** What has been done lags behind the time that has passed by more than this share of the target. */
  behindShare: 0.25,
  /** Only where there are at least so many days from first to due day. */
  paceFromDays: 60,
} as const;

export const standings = [
  'met',
  'met-late',
  'missed',
  'at-risk',
  'on-track',
  'not-begun',
  'no-case',
  'paused',
  'void',
  'unconfirmed',
  'disputed',
] as const;
/**
 * How a duty stands. `missed` is red, `at-risk` amber. `no-case`: a share whose due day has passed without anybody it
 * could be a share of. `void`: fell away with the agreement or was waived. `unconfirmed` and `disputed`: typed by one
 * side from a paper signed elsewhere, and not (or expressly not) confirmed by the other.
 */
export type Standing = (typeof standings)[number];

/** What the standing of a due follows from. */
export type DueState = Due & Count & { measure: 'sum' | 'share'; isVoid: boolean; isPaused: boolean };

/** How a duty stands on a day. */
export function standingOf(due: DueState, today: string): Standing {
  if (due.isVoid) return 'void';
  if (due.isMet) return reaches(due.onTime, due.onTimeWhole, due.target, due.measure) ? 'met' : 'met-late';
  if (due.isPaused) return 'paused';
  if (today > due.dueOn) return due.measure === 'share' && due.whole === 0 ? 'no-case' : 'missed';
  if (today < due.countsFrom) return 'not-begun';
  if (daysBetween(today, due.dueOn) <= thresholds.soonDays) return 'at-risk';
  const span = daysBetween(due.countsFrom, due.dueOn);
  const isPaced = due.measure === 'sum' && due.target > 1 && span >= thresholds.paceFromDays;
  const elapsed = daysBetween(due.countsFrom, today) / span;
  return isPaced && due.achieved / due.target + thresholds.behindShare < elapsed ? 'at-risk' : 'on-track';
}

/** How far a due is met, from 0 to 1, from counted facts only; null for a share of nothing. */
export function scoreOf(due: Pick<DueState, 'achieved' | 'whole' | 'target' | 'measure'>): number | null {
  if (due.measure === 'sum') return Math.min(1, Math.max(0, due.achieved) / due.target);
  return due.whole === 0 ? null : Math.min(1, (due.achieved * 1_000) / (due.whole * due.target));
}

/** Measure of a metric by its name. */
export const measureOf = (metric: Metric) => metricHead(metric).measure;
