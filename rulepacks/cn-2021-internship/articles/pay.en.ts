import type { RuleWords } from '@dualtrack/rules';

/** English sentences of `rules/pay.ts`: pay. */
export const pay = {
  'CN-INT-032': {
    title: 'There is pay',
    remedy: 'Agree on an amount.',
  },
  'CN-INT-033': {
    title: 'At least four fifths of the wage',
    remedy: 'Raise the pay.',
  },
  'CN-INT-034': {
    title: 'Money, in full, to the student',
    remedy: "Pay the rest to the student's own account.",
  },
  'CN-INT-035': {
    title: 'Paid at least monthly',
    remedy: 'Pay every month.',
  },
  'CN-INT-036': {
    title: 'No goods, vouchers or go-betweens',
    remedy: 'Let the host itself pay by transfer, or in cash against a receipt.',
  },
} satisfies Readonly<Record<string, RuleWords>>;
