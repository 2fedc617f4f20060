import type { RuleWords } from '@dualtrack/rules';

/** English sentences of `rules/agreement.ts`: agreement and consent. */
export const agreement = {
  'CN-INT-016': {
    title: 'Three signatures before the start',
    remedy: 'Have all three sign on the model text before the first day.',
  },
  'CN-INT-017': {
    title: 'The agreement says all it must',
    remedy: 'Add the sections that are missing.',
  },
  'CN-INT-018': {
    title: 'The agreement is lawful',
    remedy: 'Change the clauses that were found.',
  },
  'CN-INT-019': {
    title: 'Student and guardian were told and agree',
    remedy: 'Collect both signatures before the first day.',
  },
  'CN-INT-020': {
    title: 'A refusal is honoured',
    remedy: "End the school's arrangement and let the student choose.",
  },
  'CN-INT-021': {
    title: 'Familiarisation is arranged by the school',
    remedy: 'Let the school arrange it.',
  },
} satisfies Readonly<Record<string, RuleWords>>;
