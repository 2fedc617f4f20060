import { addMonths, type Condition, type Day, daysBetween, type Span } from '@dualtrack/rules';
import { condition, includesAll, isOneOf, PRACTICE_CONTENT, present } from '../facts.ts';

import { nationalLaw } from '../layer.ts';

const LAW = { law: '职业学校教师企业实践规定(教师〔2016〕3号)', year: 2016 } as const;
const TEXT = {
  ...{ verified: true, evidence: 'text of Art. 1-6 read on secondary pages' },
  sources: [
    'https://newton.com.tw/wiki/職業學校教師企業實踐規定 (text Art.1-6)',
    'https://amitalaw.cn/index.php/industrytrends/23251.html',
  ],
};

/** Days of practice within the years that end on a day; days counted twice are counted once only. */
function practiceDays(records: readonly Span[], years: number, on: Day): number {
  let last = addMonths(on, -12 * years);
  let days = 0;
  for (const { from, to } of records.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    const end = to < on ? to : on;
    // The day that was counted last is not counted again.
    if (end <= last) continue;
    days += from > last ? daysBetween(from, end) + 1 : daysBetween(last, end);
    last = end;
  }
  return days;
}

/** So many months of practice that somebody has verified, within the last years. */
export function practisedMonths(code: string, months: number, years: number): Condition {
  return condition({
    code,
    needs: ['teacher.practice', 'policy.daysAMonthOfPractice'],
    holds: (facts, { on }) => {
      const verified = facts['teacher.practice'].filter(({ verifiedBy }) => verifiedBy !== null);
      return practiceDays(verified, years, on) >= months * facts['policy.daysAMonthOfPractice'];
    },
  });
}

/** Teaches a course or internships. */
export const isCourseTeacher = isOneOf('teacher.teaches-courses', 'teacher.role', ['course', 'internship']);

/** Practice of teachers in enterprises. */
export const teacherLayer = [
  nationalLaw({
    ...{ id: 'CN-TEP-4a', ...LAW, article: '4', subject: 'school', kind: 'requirement' },
    says: {
      'zh-CN': '专业课和实习指导教师每五年到企业实践累计不少于六个月。',
      en: 'Course and internship teachers practise in enterprises for at least six months in every five years.',
    },
    moments: ['monthly'],
    when: [isCourseTeacher],
    checks: [practisedMonths('teacher.six-months-in-five-years', 6, 5)],
    remedy: 'teacher.practise',
    provenance: TEXT,
  }),
  nationalLaw({
    ...{ id: 'CN-TEP-4b', ...LAW, article: '4', subject: 'school', kind: 'requirement' },
    says: {
      'zh-CN': '没有企业经历的新教师先实践再上课。',
      en: 'New teachers without experience in enterprises practise before they teach.',
    },
    when: [
      condition({
        code: 'teacher.without-experience',
        needs: ['teacher.priorEnterpriseMonths'],
        holds: (facts) => facts['teacher.priorEnterpriseMonths'] === 0,
      }),
    ],
    checks: [
      condition({
        code: 'teacher.practised-before-teaching',
        needs: ['teacher.practice', 'teacher.firstTeachingDate'],
        holds: (facts) => {
          const first = facts['teacher.firstTeachingDate'];
          return first === null || facts['teacher.practice'].some(({ to }) => to < first);
        },
      }),
    ],
    remedy: 'teacher.practise',
    provenance: TEXT,
  }),
  nationalLaw({
    ...{ id: 'CN-TEP-4c', ...LAW, article: '4', subject: 'school', kind: 'requirement', severity: 'warn' },
    says: {
      'zh-CN': '公共课教师也应定期到企业。',
      en: 'They too go to enterprises regularly.',
    },
    moments: ['monthly'],
    when: [isOneOf('teacher.teaches-general-subjects', 'teacher.role', ['general'])],
    checks: [
      condition({
        code: 'declaration.teacher-visits',
        needs: ['declaration.teacherVisits'],
        holds: (facts) => {
          const { holds, evidence } = facts['declaration.teacherVisits'];
          if (!holds) return false;
          return evidence.length > 0 || { missing: ['declaration.teacherVisits/evidence'] };
        },
      }),
    ],
    remedy: 'teacher.visit',
    provenance: TEXT,
  }),
  nationalLaw({
    ...{ id: 'CN-TEP-5', ...LAW, article: '5', subject: 'school', kind: 'requirement', severity: 'warn' },
    says: {
      'zh-CN': '生产组织与趋势；岗位职责、规范和标准；新知识、新技术。',
      en: 'Production and trends; posts, norms and standards; new knowledge and technology.',
    },
    moments: ['on_plan'],
    checks: [includesAll('practice.has-content', 'practice.contentTags', PRACTICE_CONTENT)],
    remedy: 'practice.complete-plan',
    provenance: TEXT,
  }),
  nationalLaw({
    ...{ id: 'CN-TEP-6', ...LAW, article: '6', subject: 'school', kind: 'requirement', severity: 'warn' },
    says: {
      'zh-CN': '考察观摩、技能培训、兼职或任职、产品研发。',
      en: 'Visits, skill training, a full or part-time post, or development and research.',
    },
    moments: ['on_plan'],
    checks: [isOneOf('practice.has-form', 'practice.form', ['visit', 'skill-training', 'post', 'research'])],
    remedy: 'practice.complete-plan',
    provenance: TEXT,
  }),
  nationalLaw({
    ...{ id: 'CN-TEP-x', ...LAW, article: '7+', confidence: 'recalled' },
    says: {
      'zh-CN': '实践的协议、报告和考核归档。凭记忆。',
      en: 'Agreement, report and grade of the practice are on file. Recalled.',
    },
    ...{ subject: 'school', kind: 'requirement', severity: 'info', moments: ['at_end'] },
    checks: [
      present('practice.has-agreement', 'practice.agreementId'),
      present('practice.has-report', 'practice.report'),
      present('practice.has-grade', 'practice.grade'),
    ],
    remedy: 'practice.complete-file',
    provenance: {
      ...{ verified: false, evidence: 'recalled, unverified (a tax point seen in an article)' },
      sources: ['https://amitalaw.cn/index.php/industrytrends/23251.html'],
    },
  }),
] as const;
