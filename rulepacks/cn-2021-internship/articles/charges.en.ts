import type { RuleWords } from '@dualtrack/rules';

/** English sentences of `rules/charges.ts`: fees, documents and guarantees. */
export const charges = {
  'CN-INT-037': {
    title: 'No fees',
    remedy: 'Strike the fee and give the money back.',
  },
  'CN-INT-038': {
    title: 'Documents stay with the student',
    remedy: 'Give the documents back today.',
  },
  'CN-INT-039': {
    title: 'No guarantee and no property',
    remedy: 'Strike the clause, release the guarantee, give the property back.',
  },
} satisfies Readonly<Record<string, RuleWords>>;
