import { addDays, addMonths, ageOn, type Condition } from '@dualtrack/rules';
import { condition, is } from '../facts.ts';
import { labourCodeOnApprentices } from '../statute.ts';

const EXAM_DAYS = 5;

const aged = (code: string, least: number): Condition =>
  condition({
    code,
    needs: ['student.birthDate', 'placement.start'],
    holds: (facts) => {
      const age = ageOn(facts['student.birthDate'], facts['placement.start']);
      return age >= least && age <= 29;
    },
  });

const startsEarly = (code: string, name: 'training.practiceStart' | 'training.schoolStart') =>
  condition({
    code,
    needs: [name, 'placement.start'],
    holds: (facts) => facts[name] <= addMonths(facts['placement.start'], 3),
  });

/** Age, length and the school part of an apprenticeship. */
export const apprenticeshipRules = [
  labourCodeOnApprentices({
    id: 'FR-A01',
    says: {
      'zh-CN': '开始时十六至二十九岁；读完初中的可为十五岁。',
      en: 'Sixteen to twenty-nine at the start; fifteen after lower secondary school.',
    },
    articles: 'L6222-1',
    kind: 'limit',
    checks: [aged('student.of-apprentice-age', 16)],
    exceptions: [
      {
        id: 'lower-secondary-finished',
        priority: 1,
        when: [is('student.finished-lower-secondary', 'student.finishedLowerSecondary', true)],
        gives: { instead: [aged('student.of-apprentice-age', 15)] },
      },
    ],
    remedy: 'placement.start-later',
  }),
  labourCodeOnApprentices({
    id: 'FR-A02',
    says: {
      'zh-CN': '合同为六个月至三年；实践部分和学校部分均在三个月内开始。',
      en: 'The contract lasts six months to three years; practice and school each begin within three months.',
    },
    articles: 'L6222-7-1, L6222-12',
    kind: 'limit',
    checks: [
      condition({
        code: 'contract.length-in-range',
        needs: ['placement.start', 'placement.end'],
        holds: (facts) => {
          const after = addDays(facts['placement.end'], 1);
          const start = facts['placement.start'];
          return after >= addMonths(start, 6) && after <= addMonths(start, 36);
        },
      }),
      startsEarly('training.practice-starts-early', 'training.practiceStart'),
      startsEarly('training.school-starts-early', 'training.schoolStart'),
    ],
    remedy: 'contract.set-dates',
  }),
  labourCodeOnApprentices({
    id: 'FR-A03',
    says: {
      'zh-CN': '学校部分不少于合同时长的25%。',
      en: 'The school part has at least 25 per cent of the contract.',
    },
    articles: 'L6211-2',
    kind: 'limit',
    checks: [
      condition({
        code: 'calendar.quarter-at-school',
        needs: ['calendar.schoolHours', 'calendar.totalHours'],
        holds: (facts) => facts['calendar.schoolHours'] * 4 >= facts['calendar.totalHours'],
        change: (facts) => [
          { fact: 'calendar.schoolHours', must: 'be-at-least', value: facts['calendar.totalHours'] / 4 },
        ],
      }),
    ],
    remedy: 'calendar.more-school',
  }),
  labourCodeOnApprentices({
    id: 'FR-A04',
    says: {
      'zh-CN': '在校时间视为工作时间；考试前一个月内另有五天带薪备考。',
      en: 'School time counts as working time; five extra paid days in the month before the examination.',
    },
    articles: 'L6222-24, L6222-35',
    kind: 'requirement',
    moments: ['monthly'],
    checks: [
      condition({
        code: 'payroll.school-hours-paid',
        needs: ['payroll.schoolHoursPaid', 'calendar.schoolHours'],
        holds: (facts) => facts['payroll.schoolHoursPaid'] >= facts['calendar.schoolHours'],
        change: (facts) => [
          { fact: 'payroll.schoolHoursPaid', must: 'be-at-least', value: facts['calendar.schoolHours'] },
        ],
      }),
      condition({
        code: 'exam.five-days-to-prepare',
        needs: ['exam.date'],
        uses: ['exam.paidPreparationDays'],
        holds: (facts) => {
          const { 'exam.date': exam, 'exam.paidPreparationDays': days } = facts;
          if (exam === null) return true;
          if (days === undefined) return { missing: ['exam.paidPreparationDays'] };
          const within = days.filter((day) => day >= addMonths(exam, -1) && day < exam);
          return new Set(within).size >= EXAM_DAYS;
        },
      }),
    ],
    remedy: 'payroll.pay-school-time',
  }),
] as const;
