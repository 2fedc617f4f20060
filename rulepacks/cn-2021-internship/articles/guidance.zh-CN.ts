import type { RuleText } from '@dualtrack/rules';
import type { guidance as en } from './guidance.en.ts';

/** Chinese sentences of `rules/guidance.ts`: tasks, teacher and mentor. */
export const guidance = {
  'CN-INT-013': {
    title: '覆盖典型工作任务',
    says: '实习内容应基本覆盖专业对应岗位（群）的典型工作任务。',
    remedy: '在方案或轮岗中补充缺少的任务。',
  },
  'CN-INT-014': {
    title: '不得只做简单重复劳动',
    says: '不得只安排学生从事简单重复劳动。',
    remedy: '安排轮换到其他任务。',
  },
  'CN-INT-015': {
    title: '有指导教师和带教师傅',
    says: '学校和单位分别选派人员，全程指导、共同管理。',
    remedy: '指派尚有余力的教师和师傅。',
  },
} satisfies Readonly<Record<keyof typeof en, RuleText>>;
