import { addDays, type Condition, type Day, dayNumber, mondayOf } from '@dualtrack/rules';
import { condition, is } from '../facts.ts';
import { youngWorkersAct } from '../statute.ts';

const SATURDAY = 5;
const SUNDAY = 6;
const FREE_SUNDAYS = 2;

const weekdayOf = (day: Day) => dayNumber(day) - mondayOf(dayNumber(day));

const notOn = (code: string, weekday: number): Condition =>
  condition({
    code,
    needs: ['roster.shifts'],
    holds: (facts) => facts['roster.shifts'].every(({ date }) => weekdayOf(date) !== weekday),
  });

/** How many Sundays the month of a day has. */
function sundaysIn(day: Day): number {
  let count = 0;
  for (let one = `${day.slice(0, 7)}-01`; one.slice(0, 7) === day.slice(0, 7); one = addDays(one, 1)) {
    if (weekdayOf(one) === SUNDAY) count += 1;
  }
  return count;
}

function excusedIn(
  id: string,
  name: 'host.mayWorkSaturdays' | 'host.mayWorkSundays' | 'host.mayWorkHolidays',
) {
  return (code: string, reason: string) => ({
    ...{ id, priority: 1, when: [is(reason, name, true)], covers: [code] },
    gives: 'excused' as const,
  });
}

/** Saturdays, Sundays and holidays of whoever is not yet eighteen. */
export const restDayRules = [
  youngWorkersAct({
    id: 'DE-17',
    says: {
      'zh-CN': '未满十八岁，这些日子休息，列明的行业除外；每月至少两个周日休息。',
      en: 'Below eighteen these days are free except in listed sectors; two Sundays of a month are free in any case.',
    },
    section: '16, 17, 18',
    kind: 'limit',
    moments: ['on_roster_publish'],
    checks: [
      notOn('roster.no-saturday', SATURDAY),
      notOn('roster.no-sunday', SUNDAY),
      condition({
        code: 'roster.no-holiday',
        needs: ['roster.shifts', 'calendar.holidays'],
        holds: (facts) =>
          facts['roster.shifts'].every(({ date }) => !facts['calendar.holidays'].includes(date)),
      }),
      condition({
        code: 'roster.two-sundays-free',
        needs: ['roster.shifts'],
        holds: (facts) => {
          const sundays = new Set(
            facts['roster.shifts'].map(({ date }) => date).filter((date) => weekdayOf(date) === SUNDAY),
          );
          const months = Map.groupBy(sundays, (date) => date.slice(0, 7));
          return [...months.values()].every(
            (worked) => sundaysIn(worked[0] ?? '') - worked.length >= FREE_SUNDAYS,
          );
        },
      }),
    ],
    exceptions: [
      excusedIn('sector-saturdays', 'host.mayWorkSaturdays')('roster.no-saturday', 'host.may-work-saturdays'),
      excusedIn('sector-sundays', 'host.mayWorkSundays')('roster.no-sunday', 'host.may-work-sundays'),
      excusedIn('sector-holidays', 'host.mayWorkHolidays')('roster.no-holiday', 'host.may-work-holidays'),
    ],
    remedy: 'roster.free-the-days',
  }),
] as const;
