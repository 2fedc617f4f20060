import type { RuleWords } from '@dualtrack/rules';
import type { guidance as en } from './guidance.en.ts';

/** Chinese sentences of `rules/guidance.ts`: tasks, teacher and mentor. */
export const guidance = {
  'CN-INT-013': {
    title: '覆盖典型工作任务',
    remedy: '在方案或轮岗中补充缺少的任务。',
  },
  'CN-INT-014': {
    title: '不得只做简单重复劳动',
    remedy: '安排轮换到其他任务。',
  },
  'CN-INT-015': {
    title: '有指导教师和带教师傅',
    remedy: '指派尚有余力的教师和师傅。',
  },
} satisfies Readonly<Record<keyof typeof en, RuleWords>>;
