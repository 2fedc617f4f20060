import {
  type Answer,
  addMonths,
  ageOn,
  byWeek,
  type Condition,
  hasNoLongStretch,
  minutesOf,
  type Shift,
  shiftsOf,
} from '@dualtrack/rules';
import { condition, is } from '../facts.ts';
import { youngWorkersAct } from '../statute.ts';

/** A break counts from a quarter of an hour on. */
const SHORTEST_BREAK = 15;

/** It is recorded how long a break was, not when. */
const breaksUnplaced = { missing: ['roster.shifts/breaks/afterMinutes'] };

const overShifts = (code: string, holds: (shifts: readonly Shift[]) => Answer): Condition =>
  condition({
    code,
    needs: ['roster.shifts'],
    holds: (facts) => holds(shiftsOf(facts['roster.shifts'], SHORTEST_BREAK)),
  });
const sum = (shifts: readonly Shift[]) => shifts.reduce((total, { worked }) => total + worked, 0);
const everyWeek = (shifts: readonly Shift[], holds: (week: readonly Shift[]) => boolean) =>
  [...byWeek(shifts).values()].every(holds);

/** Work lies between two times of day. */
const between = (from: string, to: string, suffix: string): Condition =>
  overShifts(`roster.within-${suffix}`, (shifts) =>
    shifts.every((shift) => {
      const midnight = shift.day * 1_440;
      return shift.from >= midnight + minutesOf(from) && shift.to <= midnight + minutesOf(to);
    }),
  );
const over16 = condition({
  code: 'trainee.is-over-16',
  needs: ['trainee.birthDate'],
  holds: (facts, { on }) => ageOn(facts['trainee.birthDate'], on) >= 16,
});
const over17 = condition({
  code: 'trainee.is-over-17',
  needs: ['trainee.birthDate'],
  holds: (facts, { on }) => ageOn(facts['trainee.birthDate'], on) >= 17,
});
type Sector = 'hospitality' | 'multi-shift' | 'farming' | 'bakery';
const inSector = (sector: Sector) => is(`host.is-${sector}`, 'host.sector', sector);
const later = (sector: Sector, from: string, to: string) => ({
  ...{ id: `sector-${sector}`, priority: 1, when: [inSector(sector), over16] },
  gives: { instead: [between(from, to, sector)] },
});

/** What protects trainees below eighteen. */
export const youngWorkersRules = [
  youngWorkersAct({
    id: 'DE-14',
    says: {
      'zh-CN': '未满十八岁：每日不超过8小时，每周不超过40小时、五天，两日之间至少休息12小时。',
      en: 'Below eighteen: 8 hours a day, 40 a week, five days a week, twelve hours free between days.',
    },
    section: '8(1), 13, 15',
    kind: 'limit',
    moments: ['on_roster_publish'],
    checks: [
      overShifts('roster.eight-hours', (shifts) =>
        [...Map.groupBy(shifts, ({ day }) => day).values()].every((day) => sum(day) <= 480),
      ),
      overShifts('roster.forty-hours', (shifts) => everyWeek(shifts, (week) => sum(week) <= 2_400)),
      overShifts('roster.five-days', (shifts) =>
        everyWeek(shifts, (week) => new Set(week.map(({ day }) => day)).size <= 5),
      ),
      overShifts('roster.twelve-hours-rest', (shifts) =>
        shifts.every((shift, index) => {
          const next = shifts[index + 1];
          return next === undefined || next.day === shift.day || next.from - shift.to >= 720;
        }),
      ),
    ],
    remedy: 'roster.shorten',
  }),
  youngWorkersAct({
    id: 'DE-15',
    says: {
      'zh-CN':
        '未满十八岁：超过4.5小时歇30分钟，超过6小时歇60分钟；每次不少于15分钟；连续工作不超过4.5小时。',
      en: 'Below eighteen: 30 minutes above 4½ hours, 60 above 6; a break has at least 15 minutes; nobody works longer than 4½ hours without one.',
    },
    section: '11',
    kind: 'limit',
    moments: ['on_roster_publish'],
    checks: [
      overShifts('roster.enough-breaks', (shifts) =>
        shifts.every(({ worked, rest }) => rest >= (worked > 360 ? 60 : worked > 270 ? 30 : 0)),
      ),
      overShifts('roster.no-long-stretch', (shifts) => hasNoLongStretch(shifts, 270) ?? breaksUnplaced),
    ],
    remedy: 'roster.add-breaks',
  }),
  youngWorkersAct({
    id: 'DE-16',
    says: {
      'zh-CN': '未满十八岁只在6时至20时之间；满十六岁的，部分行业可更早开始或更晚结束。',
      en: 'Below eighteen between 6:00 and 20:00; over sixteen some sectors may begin earlier or end later.',
    },
    section: '14',
    kind: 'limit',
    moments: ['on_roster_publish'],
    checks: [between('06:00', '20:00', 'day')],
    exceptions: [
      later('hospitality', '06:00', '22:00'),
      later('multi-shift', '06:00', '23:00'),
      later('farming', '05:00', '21:00'),
      later('bakery', '05:00', '20:00'),
      {
        id: 'sector-bakery-17',
        // Over seventeen the earlier start goes before that for over sixteen.
        priority: 2,
        when: [inSector('bakery'), over17],
        gives: { instead: [between('04:00', '20:00', 'bakery-17')] },
      },
    ],
    remedy: 'roster.move-into-day',
  }),
  youngWorkersAct({
    id: 'DE-18',
    says: {
      'zh-CN': '年初未满16、17、18岁的，每年分别休假30、27、25个工作日。',
      en: '30, 27 or 25 working days a year for whoever is below 16, 17 or 18 when the year begins.',
    },
    section: '19',
    kind: 'limit',
    checks: [
      condition({
        code: 'contract.enough-leave',
        needs: ['contract.leaveDays', 'trainee.birthDate'],
        holds: (facts, { on }) => facts['contract.leaveDays'] >= leaveFor(facts['trainee.birthDate'], on),
        change: (facts, { on }) => {
          const birth = facts['trainee.birthDate'];
          return [{ fact: 'contract.leaveDays', must: 'be-at-least', value: leaveFor(birth, on) }];
        },
      }),
    ],
    remedy: 'contract.add-leave',
  }),
  youngWorkersAct({
    id: 'DE-19',
    says: {
      'zh-CN':
        '未满十八岁不得计件或按强制节奏工作，除有专人监督的培训外不得从事危险工作；上岗前及每半年至少一次安全教育。',
      en: 'Below eighteen no work by the piece or at a forced pace, nothing dangerous except supervised training; instruction before the start and at least every half year.',
    },
    section: '22, 23, 29',
    kind: 'prohibition',
    moments: ['before_start'],
    checks: [
      condition({
        code: 'post.no-piecework',
        needs: ['post.isPiecework'],
        holds: (facts) => !facts['post.isPiecework'],
      }),
      condition({
        code: 'post.not-dangerous',
        needs: ['post.isDangerous'],
        uses: ['post.isSupervisedTraining'],
        holds: (facts) => {
          if (!facts['post.isDangerous']) return true;
          const supervised = facts['post.isSupervisedTraining'];
          return supervised ?? { missing: ['post.isSupervisedTraining'] };
        },
      }),
      condition({
        code: 'safety.instructed-half-yearly',
        needs: ['safety.instructedOn', 'training.start'],
        holds: (facts, { on }) => instructed(facts['safety.instructedOn'], facts['training.start'], on),
      }),
    ],
    remedy: 'post.change-or-instruct',
  }),
  youngWorkersAct({
    id: 'DE-20',
    says: {
      'zh-CN': '未满十八岁：开始工作前十四个月内经医生检查并有证明。',
      en: 'Below eighteen: examined by a physician within the fourteen months before work begins, with a certificate.',
    },
    section: '32',
    kind: 'requirement',
    moments: ['before_start'],
    checks: [
      condition({
        code: 'medical.examined-before-start',
        needs: ['medical.examinedOn', 'training.start'],
        holds: (facts) => {
          const { 'medical.examinedOn': day, 'training.start': start } = facts;
          return day !== null && day <= start && addMonths(day, 14) >= start;
        },
      }),
    ],
    remedy: 'medical.examine',
  }),
] as const;

/** Leave a year by age at the beginning of the year. */
function leaveFor(birth: string, on: string): number {
  const age = ageOn(birth, `${on.slice(0, 4)}-01-01`);
  return age < 16 ? 30 : age < 17 ? 27 : age < 18 ? 25 : 0;
}

/** Instructed by the first day, and never more than half a year ago since. */
function instructed(days: readonly string[], start: string, on: string): boolean {
  const sorted = days.filter((day) => day <= on).toSorted();
  const first = sorted[0];
  if (first === undefined || first > start) return on < start;
  return sorted.every((day, index) => addMonths(day, 6) >= (sorted[index + 1] ?? on));
}
