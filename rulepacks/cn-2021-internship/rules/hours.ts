import { dayNumber } from '@dualtrack/rules';
import { condition } from '../facts.ts';
import { dayOf, isFreeWeekend, isOffDay, type OffDayFact } from '../reading/off-days.ts';
import {
  fewestRestDays,
  inOrder,
  longestDay,
  longestWeek,
  minuteOfDay,
  type Roster,
  type Shift,
  shiftOf,
  shiftsOf,
  touchesNight,
} from '../reading/shifts.ts';

/** Stands in for the day of a shift that was filed without one; only its times matter then. */
const SOME_DAY = 0;

interface PlanFacts {
  readonly 'placement.roster'?: Roster;
  readonly 'shift.date'?: string;
  readonly 'shift.start'?: string;
  readonly 'shift.end'?: string;
  readonly 'shift.breakMinutes'?: number;
  readonly 'calendar.isOffDay'?: OffDayFact;
}

interface AttendanceFacts {
  readonly 'attendance.days'?: readonly {
    readonly date: string;
    readonly in: string;
    readonly out: string;
    readonly breakMinutes?: number | undefined;
  }[];
  readonly 'attendance.in'?: string;
  readonly 'attendance.out'?: string;
  readonly 'attendance.breakMinutes'?: number;
}

/** The planned shifts: those of the roster, and the single one. */
function planned(facts: PlanFacts): readonly Shift[] {
  const roster = facts['placement.roster'];
  const listed = roster ? shiftsOf(roster, facts['calendar.isOffDay']) : [];
  const start = facts['shift.start'];
  const end = facts['shift.end'];
  if (start === undefined || end === undefined) return listed;
  const single = { start, end, breakMinutes: facts['shift.breakMinutes'] };
  const date = facts['shift.date'];
  return inOrder([...listed, shiftOf(date === undefined ? SOME_DAY : dayNumber(date), single)]);
}

/** The shifts attended: day by day, and the single one. */
function attended(facts: AttendanceFacts): readonly Shift[] {
  const days = inOrder(
    (facts['attendance.days'] ?? []).map((day) =>
      shiftOf(dayNumber(day.date), { start: day.in, end: day.out, breakMinutes: day.breakMinutes }),
    ),
  );
  const start = facts['attendance.in'];
  const end = facts['attendance.out'];
  if (start === undefined || end === undefined) return days;
  return [shiftOf(SOME_DAY, { start, end, breakMinutes: facts['attendance.breakMinutes'] }), ...days];
}

const PLANNED = {
  oneOf: [
    ['placement.roster', 'shift.start'],
    ['placement.roster', 'shift.end'],
  ],
  uses: ['shift.date', 'shift.breakMinutes', 'calendar.isOffDay', 'host.standardHours'],
} as const;

const ATTENDED = {
  oneOf: [
    ['attendance.days', 'attendance.in'],
    ['attendance.days', 'attendance.out'],
  ],
  uses: ['attendance.breakMinutes', 'host.standardHours'],
  from: 'daily',
} as const;

interface DayLimit {
  readonly 'policy.maxDailyHours': number;
  readonly 'host.standardHours'?: number;
}

/** Minutes a day: beyond the host's own standard hours is overtime too. */
function dayLimit(facts: DayLimit): number {
  return (
    Math.min(facts['policy.maxDailyHours'], facts['host.standardHours'] ?? Number.POSITIVE_INFINITY) * 60
  );
}

function hasNight(shifts: readonly Shift[], nightFrom: string, nightTo: string): boolean {
  const from = minuteOfDay(nightFrom);
  const to = minuteOfDay(nightTo);
  return shifts.some((shift) => touchesNight(shift, from, to));
}

/** No planned day is longer than the daily hours. */
export const dailyHours = condition({
  ...PLANNED,
  code: 'shift.daily-hours',
  needs: ['policy.maxDailyHours'],
  holds: (facts) => longestDay(planned(facts)) <= dayLimit(facts),
});

/** No planned week is longer than the weekly hours. */
export const weeklyHours = condition({
  ...PLANNED,
  code: 'shift.weekly-hours',
  needs: ['policy.maxWeeklyHours'],
  holds: (facts) => longestWeek(planned(facts)) <= facts['policy.maxWeeklyHours'] * 60,
});

/** No planned shift touches the night. */
export const noNight = condition({
  ...PLANNED,
  code: 'shift.no-night',
  needs: ['policy.nightFrom', 'policy.nightTo'],
  holds: (facts) => !hasNight(planned(facts), facts['policy.nightFrom'], facts['policy.nightTo']),
});

/** No day attended was longer, apart from the minutes at the gate. */
export const attendedHours = condition({
  ...ATTENDED,
  code: 'attendance.daily-hours',
  needs: ['policy.maxDailyHours', 'policy.attendanceToleranceMinutes'],
  holds: (facts) =>
    longestDay(attended(facts)) <= dayLimit(facts) + facts['policy.attendanceToleranceMinutes'],
});

const WORKING_DAYS = 5;

/** No week attended was longer, apart from the minutes at the gate. */
export const attendedWeek = condition({
  ...ATTENDED,
  code: 'attendance.weekly-hours',
  needs: ['policy.maxWeeklyHours', 'policy.attendanceToleranceMinutes'],
  holds: (facts) =>
    longestWeek(attended(facts)) <=
    facts['policy.maxWeeklyHours'] * 60 + facts['policy.attendanceToleranceMinutes'] * WORKING_DAYS,
});

/** Nobody was there in the night, apart from the minutes at the gate. */
export const attendedNoNight = condition({
  ...ATTENDED,
  code: 'attendance.no-night',
  needs: ['policy.nightFrom', 'policy.nightTo', 'policy.attendanceToleranceMinutes'],
  holds: (facts) => {
    const atGate = facts['policy.attendanceToleranceMinutes'];
    const shifts = attended(facts).map((shift) => ({
      ...shift,
      start: shift.start + atGate,
      end: shift.end - atGate,
    }));
    return !hasNight(shifts, facts['policy.nightFrom'], facts['policy.nightTo']);
  },
});

/** The days of all planned shifts. */
function plannedDays(facts: PlanFacts): readonly number[] {
  const roster = facts['placement.roster'];
  const listed = roster ? shiftsOf(roster, facts['calendar.isOffDay']).map(({ day }) => day) : [];
  const single = facts['shift.date'];
  return single === undefined ? listed : [...listed, dayNumber(single)];
}

const DAYS = {
  oneOf: [['placement.roster', 'shift.date']],
  uses: ['calendar.isOffDay'],
} as const;

/** No shift on a day that the calendar gives off. */
export const offDaysKept = condition({
  ...DAYS,
  code: 'roster.no-off-day',
  holds: (facts) => {
    const unknown: string[] = [];
    for (const day of plannedDays(facts)) {
      const off = isOffDay(day, facts['calendar.isOffDay']);
      if (off) return false;
      if (off === undefined) unknown.push(`calendar.isOffDay/${dayOf(day)}`);
    }
    return unknown.length === 0 || { missing: unknown };
  },
});

/** Enough rest days in any seven; for a single shift, of which the other days are not known, no free weekend. */
export const restDaysKept = condition({
  ...DAYS,
  code: 'roster.rest-days',
  needs: ['policy.restDaysPerWeek'],
  holds: (facts) => {
    const roster = facts['placement.roster'];
    const single = facts['shift.date'];
    if (!roster) return single === undefined || !isFreeWeekend(dayNumber(single));
    return fewestRestDays(shiftsOf(roster, facts['calendar.isOffDay'])) >= facts['policy.restDaysPerWeek'];
  },
});
