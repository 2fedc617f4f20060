import type { RuleWords } from '@dualtrack/rules';
import type { pay as en } from './pay.en.ts';

/** Chinese sentences of `rules/pay.ts`: pay. */
export const pay = {
  'CN-INT-032': {
    title: '有实习报酬',
    remedy: '约定报酬数额。',
  },
  'CN-INT-033': {
    title: '不低于同岗工资的八成',
    remedy: '提高报酬。',
  },
  'CN-INT-034': {
    title: '足额直接支付给学生',
    remedy: '把差额付到学生本人账户。',
  },
  'CN-INT-035': { title: '按月支付', remedy: '改为按月支付。' },
  'CN-INT-036': {
    title: '不得以实物、代金券或经第三方支付',
    remedy: '由单位直接转账或凭收据付现。',
  },
} satisfies Readonly<Record<keyof typeof en, RuleWords>>;
