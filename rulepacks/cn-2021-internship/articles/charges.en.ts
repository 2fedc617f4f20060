import type { RuleText } from '@dualtrack/rules';

/** English sentences of `rules/charges.ts`: fees, documents and guarantees. */
export const charges = {
  'CN-INT-037': {
    title: 'No fees',
    says: 'Neither school nor host takes a deposit, training fee, commission, management fee, material fee, job-service fee or any other fee for an internship.',
    remedy: 'Strike the fee and give the money back.',
  },
  'CN-INT-038': {
    title: 'Documents stay with the student',
    says: "Nobody keeps a student's card, identity card or other documents.",
    remedy: 'Give the documents back today.',
  },
  'CN-INT-039': {
    title: 'No guarantee and no property',
    says: 'Nobody asks a student for a guarantee or for property under any name.',
    remedy: 'Strike the clause, release the guarantee, give the property back.',
  },
} satisfies Readonly<Record<string, RuleText>>;
