import type { RuleWords } from '@dualtrack/rules';
import type { supervision as en } from './supervision.en.ts';

/** Chinese sentences of `rules/supervision.ts`: complaints and sanctions. */
export const supervision = {
  'CN-INT-058': {
    title: '投诉渠道畅通',
    remedy: '公布渠道、建立台账，停用违规单位。',
  },
  'CN-INT-059': {
    title: '违规中介的罚则',
    remedy: '履行处罚并消除原因。',
  },
  'CN-INT-060': {
    title: '实习中介的追责',
    remedy: '承担责任并消除原因。',
  },
} satisfies Readonly<Record<keyof typeof en, RuleWords>>;
