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
    moments: ['on_roster_publish'],
    checks: [
      overRoster('roster.eight-hours', (shifts) => longestDay(shifts) <= 480),
      overRoster('roster.forty-hours', (shifts) => longestWeek(shifts) <= 2_400),
    ],
    remedy: 'roster.shorten',
  }),
  regionalRule({
    ...{ ...NINGBO, id: 'CN-NB-9b', subject: 'school', kind: 'requirement', of: 'school.region' },
    moments: ['monthly'],
    when: [isCourseTeacher],
    checks: [practisedMonths('teacher.two-months-in-two-years', 2, 2)],
    remedy: 'teacher.practise',
  }),
  regionalRule({
    ...{ ...NINGBO, id: 'CN-NB-9c', subject: 'school', kind: 'requirement', of: 'school.region' },
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
    of: 'placement.region',
    checks: [
      present('insurance.has-policy', 'insurance.policyNo'),
      is('insurance.is-liability', 'insurance.type', 'internship-liability'),
    ],
    remedy: 'insurance.insure-liability',
  }),
] as const;
