import { type Condition, dayNumber } from '@dualtrack/rules';
import { fewestRestDays, longestDay, longestWeek, type Shift, shiftsOf } from '../../reading/shifts.ts';
import { condition } from '../facts.ts';
import { nationalLaw } from '../layer.ts';

const LONGEST_RUN = 6;

/** A test of the planned shifts. */
export function overRoster(code: string, holds: (shifts: readonly Shift[]) => boolean): Condition {
  return condition({
    code,
    needs: ['placement.roster'],
    uses: ['calendar.isOffDay'],
    holds: (facts) => holds(shiftsOf(facts['placement.roster'], facts['calendar.isOffDay'])),
  });
}

function longestRun(shifts: readonly Shift[]): number {
  let run = 0;
  let longest = 0;
  let before = Number.NaN;
  for (const { day } of shifts) {
    if (day === before) continue;
    run = day === before + 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
    before = day;
  }
  return longest;
}

/** Working time and holidays: other national laws. */
export const timeLayer = [
  nationalLaw({
    ...{ id: 'CN-LAB-36', law: '劳动法', year: 2018, article: '36, 38, 40, 41' },
    says: {
      'zh-CN': '每日8小时，平均每周44小时，每周至少休息一天；实习生的规定更严。',
      en: 'Eight hours a day, 44 a week on average, one day a week free. The rules for interns are stricter.',
    },
    ...{ subject: 'host', kind: 'limit', moments: ['on_roster_publish'] },
    checks: [
      overRoster('roster.eight-hours', (shifts) => longestDay(shifts) <= 480),
      overRoster('roster.forty-four-hours', (shifts) => longestWeek(shifts) <= 2_640),
      overRoster('roster.one-day-free', (shifts) => fewestRestDays(shifts) >= 1),
    ],
    remedy: 'roster.shorten',
  }),
  nationalLaw({
    ...{ id: 'CN-HOL-2024', law: '全国年节及纪念日放假办法', year: 2024, article: '2, 4, 6, 7' },
    says: {
      'zh-CN': '少数民族地区自定节日；节假日前后连续工作一般不超过六天。',
      en: 'Minority regions set festivals of their own; around holidays there are normally at most six working days on end.',
    },
    ...{ subject: 'host', kind: 'limit', moments: ['on_roster_publish'] },
    ...{ strength: 'generally', severity: 'warn' },
    checks: [
      condition({
        code: 'roster.regional-festivals-free',
        needs: ['placement.roster', 'region.extraHolidays'],
        uses: ['calendar.isOffDay'],
        holds: (facts) => {
          const days = new Set(
            shiftsOf(facts['placement.roster'], facts['calendar.isOffDay']).map(({ day }) => day),
          );
          return facts['region.extraHolidays'].every((day) => !days.has(dayNumber(day)));
        },
      }),
      overRoster('roster.at-most-six-days-on-end', (shifts) => longestRun(shifts) <= LONGEST_RUN),
    ],
    remedy: 'roster.free-the-days',
  }),
] as const;
