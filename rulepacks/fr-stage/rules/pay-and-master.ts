import { addDays, ageOn, type Day, dayNumber, mondayOf } from '@dualtrack/rules';
import { condition, is } from '../facts.ts';
import { labourCodeOnApprentices } from '../statute.ts';

const SATURDAY = 5;
const FREE_DAYS = 45;
const FILING_DAYS = 5;
/** First age of the source's table, and the first beyond it. */
const TABLE = [16, 26] as const;

/** Per cent of the minimum wage by age and year of the contract; the last two of the oldest are recalled. */
const SHARES: readonly { readonly from: number; readonly percent: readonly number[] }[] = [
  { from: 21, percent: [53, 61, 78] },
  { from: 18, percent: [43, 51, 67] },
  { from: 16, percent: [27, 39, 55] },
];

function shareFor(age: number, year: number): number | undefined {
  return SHARES.find(({ from }) => age >= from)?.percent[year - 1];
}

/** Days from Monday to Friday after `from` up to `to` that are no holidays. */
function workingDaysAfter(from: Day, to: Day, holidays: readonly Day[]): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const number = dayNumber(day);
    if (number - mondayOf(number) < SATURDAY && !holidays.includes(day)) count += 1;
    if (count > FILING_DAYS + 30) break;
  }
  return count;
}

const isEmployee = is('mentor.is-employee', 'mentor.isEmployee', true);
const isVolunteer = is('mentor.is-volunteer', 'mentor.isVolunteer', true);
const isAdult = condition({
  code: 'mentor.is-adult',
  needs: ['mentor.birthDate', 'placement.start'],
  holds: (facts) => ageOn(facts['mentor.birthDate'], facts['placement.start']) >= 18,
});

/** The master, ending the contract, pay and the filing. */
export const mastersRules = [
  labourCodeOnApprentices({
    id: 'FR-A05',
    says: {
      'zh-CN': '一位师傅最多带两名学徒，另可带一名留级学徒。',
      en: 'A master has at most two apprentices, and one more who repeats the year.',
    },
    articles: 'R6223-6',
    kind: 'limit',
    checks: [
      condition({
        code: 'mentor.at-most-two',
        needs: ['mentor.apprentices', 'mentor.repeaters'],
        holds: (facts) => facts['mentor.apprentices'] <= 2 + Math.min(1, facts['mentor.repeaters']),
        change: (facts) => [
          {
            ...{ fact: 'mentor.apprentices', must: 'be-at-most' },
            value: 2 + Math.min(1, facts['mentor.repeaters']),
          },
        ],
      }),
    ],
    remedy: 'mentor.assign-other',
  }),
  labourCodeOnApprentices({
    id: 'FR-A06',
    says: {
      'zh-CN': '师傅为成年在职员工且自愿；行业没有规定的，须有本领域文凭加一年经验，或两年经验。',
      en: 'An employee, of age, who does it voluntarily; where the branch has no rule, a degree in the field and one year, or two years of practice.',
    },
    articles: 'L6223-8-1, R6223-22',
    kind: 'requirement',
    checks: [
      isEmployee,
      isVolunteer,
      isAdult,
      condition({
        code: 'mentor.is-qualified',
        needs: ['mentor.hasDegreeInField', 'mentor.yearsInField'],
        holds: (facts) => facts['mentor.yearsInField'] >= (facts['mentor.hasDegreeInField'] ? 1 : 2),
        change: (facts) => [
          {
            ...{ fact: 'mentor.yearsInField', must: 'be-at-least' },
            value: facts['mentor.hasDegreeInField'] ? 1 : 2,
          },
        ],
      }),
    ],
    exceptions: [
      {
        id: 'branch-rule',
        priority: 1,
        when: [
          condition({
            code: 'mentor.has-branch-rule',
            needs: ['mentor.meetsBranchRule'],
            holds: (facts) => facts['mentor.meetsBranchRule'] !== null,
          }),
        ],
        gives: {
          instead: [
            ...[isEmployee, isVolunteer, isAdult],
            is('mentor.meets-branch-rule', 'mentor.meetsBranchRule', true),
          ],
        },
      },
    ],
    remedy: 'mentor.assign-other',
  }),
  labourCodeOnApprentices({
    id: 'FR-A07',
    says: {
      'zh-CN': '在企业实践的前45天内可自由解除合同。',
      en: 'Within the first 45 days of practical training in the firm the contract may be ended freely.',
    },
    articles: 'L6222-18',
    kind: 'limit',
    moments: ['on_event'],
    when: [is('termination.is-free', 'termination.ground', 'free')],
    checks: [
      condition({
        code: 'termination.within-forty-five-days',
        needs: ['termination.practicalDays'],
        holds: (facts) => facts['termination.practicalDays'] <= FREE_DAYS,
      }),
    ],
    remedy: 'termination.give-ground',
  }),
  labourCodeOnApprentices({
    id: 'FR-A08',
    says: {
      'zh-CN':
        '按最低工资的百分比：16至17岁为27、39、55；18至20岁为43、51、67；21至25岁首年为53，其后61、78凭记忆。',
      en: 'A share of the minimum wage by age and year of the contract: 27, 39, 55 per cent at 16 to 17; 43, 51, 67 at 18 to 20; 53 at 21 to 25 in the first year. For that age 61 and 78 later on are recalled.',
    },
    articles: 'D6222-26',
    kind: 'limit',
    when: [
      condition({
        code: 'student.in-pay-table',
        needs: ['student.birthDate'],
        holds: (facts, { on }) => {
          const age = ageOn(facts['student.birthDate'], on);
          return age >= TABLE[0] && age < TABLE[1];
        },
      }),
    ],
    checks: [
      condition({
        code: 'pay.at-least-share',
        needs: ['pay.monthly', 'policy.smicMonthly', 'training.year', 'student.birthDate'],
        holds: (facts, { on }) => {
          const share = shareFor(ageOn(facts['student.birthDate'], on), facts['training.year']);
          return share !== undefined && facts['pay.monthly'] * 100 >= facts['policy.smicMonthly'] * share;
        },
      }),
    ],
    remedy: 'pay.raise',
    evidence: 'statute text read; the shares of 21 to 25 in the second and third year are recalled',
  }),
  labourCodeOnApprentices({
    id: 'FR-A09',
    says: {
      'zh-CN': '开始后五个工作日内把合同报送技能机构。',
      en: 'The contract is sent within five working days after the start.',
    },
    articles: 'D6224-1',
    kind: 'requirement',
    moments: ['daily'],
    checks: [
      condition({
        code: 'filing.sent-in-five-days',
        needs: ['filing.sentAt', 'placement.start'],
        uses: ['calendar.holidays'],
        holds: (facts, { on }) => {
          const { 'calendar.holidays': holidays, 'placement.start': start } = facts;
          const until = facts['filing.sentAt'] ?? on;
          if (workingDaysAfter(start, until, holidays ?? []) <= FILING_DAYS) return true;
          // A public holiday may have made it in time.
          return holidays === undefined ? { missing: ['calendar.holidays'] } : false;
        },
      }),
    ],
    remedy: 'filing.send',
  }),
] as const;
