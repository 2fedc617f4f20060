import type { RuleWords } from '@dualtrack/rules';
import type { agreement as en } from './agreement.en.ts';

/** Chinese sentences of `rules/agreement.ts`: agreement and consent. */
export const agreement = {
  'CN-INT-016': {
    title: '先签三方协议',
    remedy: '在开始前由三方按示范文本签署。',
  },
  'CN-INT-017': {
    title: '协议要素齐全',
    remedy: '补充缺少的条款。',
  },
  'CN-INT-018': { title: '协议内容合法', remedy: '修改被指出的条款。' },
  'CN-INT-019': {
    title: '取得知情同意书',
    remedy: '开始前取得两方签字。',
  },
  'CN-INT-020': {
    title: '尊重拒绝',
    remedy: '撤销学校安排，由学生自行选择。',
  },
  'CN-INT-021': {
    title: '认识实习由学校安排',
    remedy: '改由学校安排。',
  },
} satisfies Readonly<Record<keyof typeof en, RuleWords>>;
