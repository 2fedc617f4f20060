import {
  type Answer,
  addMonths,
  ageOn,
  byWeek,
  type Condition,
  type Day,
  hasNoLongStretch,
  type Shift,
  shiftsOf,
} from '@dualtrack/rules';
import { condition, is } from '../facts.ts';
import { labourCodeOnMinors } from '../statute.ts';

const MINUTES_A_DAY = 1_440;
const SHORTEST_BREAK = 30;
const LONGEST_STRETCH = 270;

const overShifts = (code: string, holds: (shifts: readonly Shift[], isUnder16: boolean) => Answer) =>
  condition({
    code,
    needs: ['roster.shifts', 'student.birthDate'],
    holds: (facts, { on }) => {
      const shifts = shiftsOf(facts['roster.shifts'], SHORTEST_BREAK);
      return holds(shifts, ageOn(facts['student.birthDate'], on) < 16);
    },
  });

const sum = (shifts: readonly Shift[]) => shifts.reduce((total, { worked }) => total + worked, 0);

/** Two free days on end begin in every week of the roster; the second may be the Monday after. */
function haveTwoDaysOff(shifts: readonly Shift[]): boolean {
  const worked = new Set(shifts.map(({ day }) => day));
  return [...byWeek(shifts).keys()].every((monday) =>
    [0, 1, 2, 3, 4, 5, 6].some((day) => !worked.has(monday + day) && !worked.has(monday + day + 1)),
  );
}

/** The shift keeps clear of the night that ends at six and of the one that begins at `from` (minutes of the day). */
function isByDay({ day, from, to }: Shift, night: number): boolean {
  const midnight = day * MINUTES_A_DAY;
  return from >= midnight + 360 && to <= midnight + night;
}

const hours: readonly [Condition, ...Condition[]] = [
  overShifts('roster.eight-hours', (shifts) =>
    [...Map.groupBy(shifts, ({ day }) => day).values()].every((day) => sum(day) <= 480),
  ),
  overShifts('roster.thirty-five-hours', (shifts) =>
    [...byWeek(shifts).values()].every((week) => sum(week) <= 2_100),
  ),
  // It may be recorded how long a break was, and not when.
  overShifts(
    'roster.break-after-four-and-a-half',
    (shifts) =>
      hasNoLongStretch(shifts, LONGEST_STRETCH) ?? { missing: ['roster.shifts/breaks/afterMinutes'] },
  ),
  overShifts('roster.daily-rest', (shifts, isUnder16) =>
    shifts.every((shift, index) => {
      const next = shifts[index + 1];
      return next === undefined || next.day === shift.day || next.from - shift.to >= (isUnder16 ? 840 : 720);
    }),
  ),
  overShifts('roster.two-days-off', haveTwoDaysOff),
];

const declaredFor = (declared: Day | null, on: Day) =>
  declared !== null && declared <= on && on < addMonths(declared, 36);

/** What protects whoever is not yet eighteen. */
export const minorRules = [
  labourCodeOnMinors({
    id: 'FR-M01',
    says: {
      'zh-CN':
        '未满十八岁：每日8小时，每周35小时，4.5小时后歇30分钟，日间休息12小时（未满十六岁14小时），连休两天。',
      en: 'Below eighteen: 8 hours a day, 35 a week, 30 minutes of break after 4½ hours, 12 hours of rest (14 below sixteen), two rest days on end.',
    },
    articles: 'L3162-1, L3162-3, L3164-1, L3164-2',
    kind: 'limit',
    moments: ['on_roster_publish'],
    checks: hours,
    remedy: 'roster.shorten',
  }),
  labourCodeOnMinors({
    id: 'FR-M02',
    says: {
      'zh-CN': '十六、十七岁22时至6时不得工作，未满十六岁20时至6时不得工作。',
      en: 'No work from 22:00 to 6:00 at sixteen and seventeen, from 20:00 to 6:00 below.',
    },
    articles: 'L3163-1, L3163-2',
    kind: 'prohibition',
    moments: ['on_roster_publish'],
    checks: [
      overShifts('roster.no-night', (shifts, isUnder16) =>
        shifts.every((shift) => isByDay(shift, isUnder16 ? 1_200 : 1_320)),
      ),
    ],
    remedy: 'roster.move-into-day',
  }),
  labourCodeOnMinors({
    id: 'FR-M03',
    says: {
      'zh-CN': '除培训例外，未满十六岁不得工作；未满十八岁不得从事危险工作，已申报的三年内除外。',
      en: 'Nobody works below sixteen except for training; dangerous work is forbidden below eighteen unless it was declared, for three years.',
    },
    articles: 'L4153-1, L4153-8',
    kind: 'prohibition',
    checks: [
      condition({
        code: 'student.is-sixteen',
        needs: ['student.birthDate', 'placement.start'],
        holds: (facts) => ageOn(facts['student.birthDate'], facts['placement.start']) >= 16,
      }),
      is('post.not-dangerous', 'post.isDangerous', false),
    ],
    exceptions: [
      {
        id: 'training-below-sixteen',
        priority: 1,
        when: [is('student.has-training-exception', 'student.hasTrainingException', true)],
        covers: ['student.is-sixteen'],
        gives: 'excused',
      },
      {
        id: 'derogation-declared',
        priority: 1,
        when: [
          condition({
            code: 'post.derogation-holds',
            needs: ['post.derogationDeclaredOn'],
            holds: (facts, { on }) => declaredFor(facts['post.derogationDeclaredOn'], on),
          }),
        ],
        covers: ['post.not-dangerous'],
        gives: 'excused',
      },
    ],
    remedy: 'post.choose-other-or-declare',
    evidence: 'statute text read (the three years of a declaration in R4153-40)',
  }),
] as const;
