import type { RuleWords } from '@dualtrack/rules';
import type { charges as en } from './charges.en.ts';

/** Chinese sentences of `rules/charges.ts`: fees, documents and guarantees. */
export const charges = {
  'CN-INT-037': {
    title: '不得收费',
    remedy: '删除收费并退还。',
  },
  'CN-INT-038': {
    title: '不得扣押证件',
    remedy: '立即归还证件。',
  },
  'CN-INT-039': {
    title: '不得要求担保或财物',
    remedy: '删除条款，解除担保，退还财物。',
  },
} satisfies Readonly<Record<keyof typeof en, RuleWords>>;
