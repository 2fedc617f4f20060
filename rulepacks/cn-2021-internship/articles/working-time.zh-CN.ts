import type { RuleText } from '@dualtrack/rules';
import type { workingTime as en } from './working-time.en.ts';

/** Chinese sentences of `rules/working-time.ts`: rest days and hours. */
export const workingTime = {
  'CN-INT-030': {
    title: '休息日和法定节假日不实习',
    says: '除专业或岗位有特殊要求并事先备案外，不得安排在休息日、法定节假日实习。',
    remedy: '调整班表，或在开始前就特殊要求备案。',
  },
  'CN-INT-031': {
    title: '不加班、不上夜班',
    says: '除专业或岗位有特殊要求并事先备案外，不得安排加班和夜班。本规则包按每日8小时、每周40小时、22:00至次日6:00为夜间计算。',
    remedy: '缩短或调整班次，或在开始前就特殊要求备案。',
  },
} satisfies Readonly<Record<keyof typeof en, RuleText>>;
