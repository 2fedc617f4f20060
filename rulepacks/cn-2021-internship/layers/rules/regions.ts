import type { AGREEMENT_SECTIONS } from '../../facts/agreement.ts';
import { longestDay, longestWeek } from '../../reading/shifts.ts';
import { condition, includesAll, is, isOneOf, present } from '../facts.ts';
import { regionalRule } from '../layer.ts';
import { isCourseTeacher, practisedMonths } from './teachers.ts';
import { overRoster } from './time.ts';

type Section = (typeof AGREEMENT_SECTIONS)[number];

const NINGBO = {
  ...{ law: '宁波市职业教育校企合作促进条例', year: 2020, article: '9', region: '3302' },
  level: 'city',
} as const;
const QINGDAO = { law: '青岛市职业教育条例', year: 2015, region: '3702', level: 'city' } as const;
const SHANGHAI = { law: '上海市职业教育条例', year: 2018, region: '31', level: 'province' } as const;
const NEW_TEACHER_MONTHS = 6;

/** What Ningbo, Qingdao and Shanghai ask for beyond the nation. */
export const regionLayer = [
  regionalRule({
    ...{ ...NINGBO, id: 'CN-NB-9a', subject: 'host', kind: 'limit', of: 'placement.region' },
    says: {
      'zh-CN': '岗位实习每日不超过8小时、每周不超过40小时。',
      en: 'Post interns work at most eight hours a day and forty a week.',
    },
    moments: ['on_roster_publish'],
    checks: [
      overRoster('roster.eight-hours', (shifts) => longestDay(shifts) <= 480),
      overRoster('roster.forty-hours', (shifts) => longestWeek(shifts) <= 2_400),
    ],
    remedy: 'roster.shorten',
  }),
  regionalRule({
    ...{ ...NINGBO, id: 'CN-NB-9b', subject: 'school', kind: 'requirement', of: 'school.region' },
    says: {
      'zh-CN': '专业课教师每两年到企业实践不少于两个月。',
      en: 'Course teachers practise at least two months in every two years.',
    },
    moments: ['monthly'],
    when: [isCourseTeacher],
    checks: [practisedMonths('teacher.two-months-in-two-years', 2, 2)],
    remedy: 'teacher.practise',
  }),
  regionalRule({
    ...{ ...NINGBO, id: 'CN-NB-9c', subject: 'school', kind: 'requirement', of: 'school.region' },
    says: {
      'zh-CN': '学校为实习生投保意外险并指派教师；协议写明时间、地点、岗位、劳动安全和责任保险。',
      en: 'The school insures every intern against accidents and assigns a teacher; the agreement covers time, place, post, safety and liability insurance.',
    },
    checks: [
      is('insurance.has-accident-cover', 'insurance.hasAccidentCover', true),
      present('placement.has-teacher', 'placement.schoolTeacherId'),
      includesAll<Section>('agreement.has-local-sections', 'agreement.fields', [
        ...(['time-place-content', 'labour-protection', 'insurance-liability'] as const),
      ]),
    ],
    remedy: 'insurance.buy-and-assign',
  }),
  regionalRule({
    ...{ ...QINGDAO, id: 'CN-QD-14', article: '13, 14', subject: 'school', kind: 'requirement' },
    says: {
      'zh-CN': '每两年两个月；新教师任教前六个月。',
      en: 'Two months in every two years; new teachers six months before they teach.',
    },
    ...{ of: 'school.region', moments: ['monthly'] },
    when: [isCourseTeacher],
    checks: [
      practisedMonths('teacher.two-months-in-two-years', 2, 2),
      condition({
        code: 'teacher.six-months-before-teaching',
        needs: ['teacher.priorEnterpriseMonths', 'teacher.firstTeachingDate'],
        holds: (facts) =>
          facts['teacher.firstTeachingDate'] === null ||
          facts['teacher.priorEnterpriseMonths'] >= NEW_TEACHER_MONTHS,
      }),
    ],
    remedy: 'teacher.practise',
  }),
  regionalRule({
    ...{ ...QINGDAO, id: 'CN-QD-35', article: '32, 35', subject: 'host', kind: 'limit' },
    says: {
      'zh-CN': '报酬不低于当地最低工资，以货币足额支付；责任保险由财政负担。',
      en: 'Pay is not below the local minimum wage, in money and whole; the treasury pays the liability insurance.',
    },
    of: 'placement.region',
    checks: [
      condition({
        code: 'pay.at-least-local-minimum',
        needs: ['agreement.pay', 'policy.localMinimumWage'],
        holds: (facts) => (facts['agreement.pay'] ?? 0) >= facts['policy.localMinimumWage'],
        change: (facts) => [
          { fact: 'agreement.pay', must: 'be-at-least', value: facts['policy.localMinimumWage'] },
        ],
      }),
      isOneOf('pay.in-money', 'payment.method', ['bank-transfer', 'cash'], { from: 'monthly' }),
      is('pay.nothing-withheld', 'payroll.heldBackFromWage', 0, { from: 'monthly' }),
      is('insurance.paid-by-treasury', 'insurance.payer', 'treasury'),
    ],
    remedy: 'pay.raise-to-local-minimum',
  }),
  regionalRule({
    ...{ ...SHANGHAI, id: 'CN-SH-50', article: '50, 51', subject: 'both', kind: 'requirement' },
    says: {
      'zh-CN': '学校和单位为实习生投保责任险。',
      en: 'School and host insure the liability for interns.',
    },
    of: 'placement.region',
    checks: [
      present('insurance.has-policy', 'insurance.policyNo'),
      is('insurance.is-liability', 'insurance.type', 'internship-liability'),
    ],
    remedy: 'insurance.insure-liability',
  }),
] as const;
