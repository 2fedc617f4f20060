import type { RuleWords } from '@dualtrack/rules';
import type { limits as en } from './limits.en.ts';

/** Chinese sentences of `rules/limits.ts`: how many interns, nobody profits, how long. */
export const limits = {
  'CN-INT-007': {
    title: '实习人数不超过在岗职工的十分之一',
    remedy: '减少同期人数或分散到其他单位。',
  },
  'CN-INT-008': {
    title: '同类岗位不超过五分之一',
    remedy: '减少该岗位的同期人数。',
  },
  'CN-INT-009': {
    title: '不得干预学校',
    remedy: '记录干预情况并向上级主管部门报告。',
  },
  'CN-INT-010': {
    title: '不得强制指定单位',
    remedy: '记录情况并向上级主管部门报告。',
  },
  'CN-INT-011': {
    title: '严禁以营利为目的',
    remedy: '删除与人数、工时或工资挂钩的付款，退还截留部分。',
  },
  'CN-INT-012': {
    title: '总时长一般为六个月',
    remedy: '缩短时间，或写明培养方案确需延长的理由。',
  },
} satisfies Readonly<Record<keyof typeof en, RuleWords>>;
