import type { RuleText } from '@dualtrack/rules';

/** English sentences of `rules/pay.ts`: pay. */
export const pay = {
  'CN-INT-032': {
    title: 'There is pay',
    says: 'The host gives suitable pay, with an eye to the wage of the post, the amount, intensity and time of work.',
    remedy: 'Agree on an amount.',
  },
  'CN-INT-033': {
    title: 'At least four fifths of the wage',
    says: 'Who works relatively independently gets in principle no less than 80 % of the wage of the post, or the lowest pay grade.',
    remedy: 'Raise the pay.',
  },
  'CN-INT-034': {
    title: 'Money, in full, to the student',
    says: 'Pay is money, on time, in full, and goes to the student directly.',
    remedy: "Pay the rest to the student's own account.",
  },
  'CN-INT-035': {
    title: 'Paid at least monthly',
    says: 'The time between two payments is in principle not longer than a month.',
    remedy: 'Pay every month.',
  },
  'CN-INT-036': {
    title: 'No goods, vouchers or go-betweens',
    says: 'Neither goods nor vouchers take the place of money, and no third party passes it on.',
    remedy: 'Let the host itself pay by transfer, or in cash against a receipt.',
  },
} satisfies Readonly<Record<string, RuleText>>;
