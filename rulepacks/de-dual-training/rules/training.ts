import {
  addDays,
  byWeek,
  type Condition,
  type Day,
  dayNumber,
  daysBetween,
  mondayOf,
  shiftsOf,
} from '@dualtrack/rules';
import { condition, is } from '../facts.ts';
import { trainingAct } from '../statute.ts';

const EARLY_SCHOOL = '09:00';
const LONG_DAY_LESSONS = 5;
const BLOCK_HOURS = 25;
const BLOCK_DAYS = 5;
const BLOCK_COMPANY_MINUTES = 120;
const SIX_WEEKS = 42;
const FRIDAY = 4;

/** Somebody answers for it, with evidence; a statement without evidence leaves it unknown. */
const declared = (code: string, name: 'declaration.tasksServeTraining' | 'declaration.placeSuitable') =>
  condition({
    code,
    needs: [name],
    holds: (facts) => {
      const { holds, evidence } = facts[name];
      if (!holds) return false;
      return evidence.length > 0 || { missing: [`${name}/evidence`] };
    },
  });

/** The last day from Monday to Friday before a day. */
function workdayBefore(day: Day): Day {
  const before = addDays(day, -1);
  const number = dayNumber(before);
  return addDays(before, Math.min(0, FRIDAY - (number - mondayOf(number))));
}

const release: readonly [Condition, ...Condition[]] = [
  condition({
    code: 'school.no-overlap',
    needs: ['school.days', 'roster.shifts'],
    holds: (facts) =>
      facts['school.days'].every(({ date, start, end }) =>
        facts['roster.shifts'].every(
          (shift) => shift.date !== date || shift.end <= start || shift.start >= end,
        ),
      ),
  }),
  condition({
    code: 'school.not-before-early-school',
    needs: ['school.days', 'roster.shifts'],
    holds: (facts) =>
      facts['school.days'].every(({ date, start }) => {
        const isEarly = start < EARLY_SCHOOL;
        return !(isEarly && facts['roster.shifts'].some((one) => one.date === date && one.start < start));
      }),
  }),
  condition({
    code: 'school.one-long-day-free',
    needs: ['school.days', 'roster.shifts'],
    holds: (facts) => {
      const worked = new Set(facts['roster.shifts'].map(({ date }) => date));
      const long = facts['school.days'].filter(({ lessons }) => lessons > LONG_DAY_LESSONS);
      const weeks = Map.groupBy(long, ({ date }) => mondayOf(dayNumber(date)));
      return [...weeks.values()].every((days) => days.some(({ date }) => !worked.has(date)));
    },
  }),
  condition({
    code: 'school.block-weeks-free',
    needs: ['school.blockWeeks', 'roster.shifts'],
    holds: (facts) => {
      const weeks = byWeek(shiftsOf(facts['roster.shifts'], 15));
      return facts['school.blockWeeks'].every(({ monday, hours, days }) => {
        if (hours < BLOCK_HOURS || days < BLOCK_DAYS) return true;
        const shifts = weeks.get(mondayOf(dayNumber(monday))) ?? [];
        return shifts.reduce((sum, { worked }) => sum + worked, 0) <= BLOCK_COMPANY_MINUTES;
      });
    },
  }),
  condition({
    code: 'exam.day-before-free',
    needs: ['exam.writtenOn', 'roster.shifts'],
    holds: (facts) => {
      const exam = facts['exam.writtenOn'];
      return exam === null || facts['roster.shifts'].every(({ date }) => date !== workdayBefore(exam));
    },
  }),
];

/** School, the training record, free means, the place of training and the register. */
export const trainingRules = [
  trainingAct({
    id: 'DE-08',
    says: {
      'zh-CN':
        '上课时间不得工作；9时前开始上课的，课前不得工作；每周一个超过五课时的上学日全天放假；25小时以上、五天以上的集中教学周放假（企业活动至多两小时）；书面结业考试前一个工作日放假。',
      en: 'No work during lessons, none before school that begins before 9:00, one day a week with more than five lessons free, block weeks of 25 hours on five days free except two hours, and the workday before the written final examination.',
    },
    section: '15(1)',
    kind: 'requirement',
    moments: ['on_roster_publish'],
    checks: release,
    remedy: 'roster.release-for-school',
  }),
  trainingAct({
    id: 'DE-09',
    says: {
      'zh-CN': '上学时间视为培训时间并付酬；非因过错缺勤的，报酬至多续付六周。',
      en: 'School time counts as training time and is paid; pay goes on for up to six weeks of absence without fault.',
    },
    section: '15(2), 19(1)',
    kind: 'requirement',
    moments: ['monthly'],
    checks: [
      condition({
        code: 'payroll.school-hours-paid',
        needs: ['school.hoursAttended', 'payroll.schoolHoursPaid'],
        holds: (facts) => facts['payroll.schoolHoursPaid'] >= facts['school.hoursAttended'],
      }),
      condition({
        code: 'payroll.absence-paid',
        needs: ['absence.faultlessDays', 'payroll.absenceDaysPaid'],
        holds: (facts) =>
          facts['payroll.absenceDaysPaid'] >= Math.min(SIX_WEEKS, facts['absence.faultlessDays']),
      }),
    ],
    remedy: 'payroll.pay-school-and-absence',
  }),
  trainingAct({
    id: 'DE-10',
    says: {
      'zh-CN': '学徒记录，企业定期检查；双方签字的记录是参加考试的条件。',
      en: 'The trainee keeps a record, the company reviews it regularly; signed by both it opens the examination.',
    },
    section: '13 no. 7, 14(2), 43(1) no. 2',
    kind: 'requirement',
    moments: ['monthly'],
    checks: [
      condition({
        code: 'record.reviewed-regularly',
        needs: ['record.reviewedOn', 'training.start', 'policy.recordReviewDays'],
        holds: (facts, { on }) => {
          const days = facts['record.reviewedOn'].filter((day) => day <= on).toSorted();
          const points = [facts['training.start'], ...days, on];
          return points.every((day, index) => {
            const next = points[index + 1];
            return next === undefined || daysBetween(day, next) <= facts['policy.recordReviewDays'];
          });
        },
      }),
      condition({
        code: 'record.signed-before-exam',
        needs: ['exam.registeredAt'],
        uses: ['record.signedBy'],
        holds: (facts) => {
          if (facts['exam.registeredAt'] === null) return true;
          const signed = facts['record.signedBy'];
          if (signed === undefined) return { missing: ['record.signedBy'] };
          return signed.includes('trainer') && signed.includes('trainee');
        },
      }),
    ],
    remedy: 'record.review-and-sign',
  }),
  trainingAct({
    id: 'DE-11',
    says: {
      'zh-CN': '工具、材料和书籍不收费；任务服务于培训且与体力相称。',
      en: 'Tools, materials and books cost nothing; tasks serve the training and fit bodily strength.',
    },
    section: '14(1) no. 3, 14(3)',
    kind: 'requirement',
    checks: [
      is('charges.means-free', 'charges.trainingMeans', 0),
      declared('declaration.tasks-serve-training', 'declaration.tasksServeTraining'),
    ],
    remedy: 'charges.refund-means',
  }),
  trainingAct({
    id: 'DE-12',
    says: {
      'zh-CN': '场所适合培训，学徒数与工位或技工数相称，培训师合格。法律没有数字。',
      en: 'The place suits the training, trainees are in a fair ratio to places or skilled workers, the trainer is suitable. The law has no figure.',
    },
    section: '27(1), 28, 30',
    kind: 'requirement',
    checks: [
      declared('declaration.place-suitable', 'declaration.placeSuitable'),
      condition({
        code: 'place.trainees-in-ratio',
        needs: ['place.trainees', 'policy.maxTrainees'],
        holds: (facts) => facts['place.trainees'] <= facts['policy.maxTrainees'],
        change: (facts) => [
          { fact: 'place.trainees', must: 'be-at-most', value: facts['policy.maxTrainees'] },
        ],
      }),
      is('trainer.is-suitable', 'trainer.isSuitable', true),
    ],
    remedy: 'place.make-suitable',
  }),
  trainingAct({
    id: 'DE-13',
    says: {
      'zh-CN': '合同及时申请登记，资料齐全。',
      en: 'The contract is put forward for the register without delay, with all groups of data.',
    },
    section: '34, 36',
    kind: 'requirement',
    checks: [
      condition({
        code: 'registration.applied-promptly',
        needs: ['registration.appliedAt', 'contract.recordedAt', 'policy.registrationDays'],
        holds: (facts, { on }) => {
          const last = addDays(facts['contract.recordedAt'], facts['policy.registrationDays']);
          return (facts['registration.appliedAt'] ?? on) <= last;
        },
      }),
      is('registration.is-complete', 'registration.isComplete', true),
    ],
    remedy: 'registration.apply',
  }),
] as const;
