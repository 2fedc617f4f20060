import type { RuleText } from '@dualtrack/rules';
import type { assessment as en } from './assessment.en.ts';

/** Chinese sentences of `rules/assessment.ts`: assessment and file. */
export const assessment = {
  'CN-INT-046': {
    title: '校企共同考核',
    says: '校企共同考核，结果纳入学业评价，作为毕业的重要依据。',
    remedy: '完成考核并录入成绩。',
  },
  'CN-INT-047': {
    title: '不得简单套用考勤',
    says: '不得简单套用实习单位考勤制度。',
    remedy: '降低考勤权重，另设至少三个维度。',
  },
  'CN-INT-048': {
    title: '不得简单套用员工标准',
    says: '不得对学生简单套用员工标准进行考核。',
    remedy: '采用学校或校企共同制定的学生标准。',
  },
  'CN-INT-049': {
    title: '四等成绩',
    says: '成绩分优秀、良好、合格、不合格，合格以上得学分（2016年表述）。',
    remedy: '按四等评定，不合格不给学分。',
  },
  'CN-INT-050': {
    title: '立卷归档',
    says: '按学生归档协议、方案、报告、考核、日志、检查记录、总结和佐证。',
    remedy: '补齐档案。',
  },
} satisfies Readonly<Record<keyof typeof en, RuleText>>;
