import type { RuleWords } from '@dualtrack/rules';
import type { assessment as en } from './assessment.en.ts';

/** Chinese sentences of `rules/assessment.ts`: assessment and file. */
export const assessment = {
  'CN-INT-046': {
    title: '校企共同考核',
    remedy: '完成考核并录入成绩。',
  },
  'CN-INT-047': {
    title: '不得简单套用考勤',
    remedy: '降低考勤权重，另设至少三个维度。',
  },
  'CN-INT-048': {
    title: '不得简单套用员工标准',
    remedy: '采用学校或校企共同制定的学生标准。',
  },
  'CN-INT-049': {
    title: '四等成绩',
    remedy: '按四等评定，不合格不给学分。',
  },
  'CN-INT-050': {
    title: '立卷归档',
    remedy: '补齐档案。',
  },
} satisfies Readonly<Record<keyof typeof en, RuleWords>>;
