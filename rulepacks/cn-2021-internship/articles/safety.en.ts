import type { RuleWords } from '@dualtrack/rules';

/** English sentences of `rules/safety.ts`: safety, insurance and injury. */
export const safety = {
  'CN-INT-051': {
    title: 'Safety training passed before work',
    remedy: 'Train and pass before the first day.',
  },
  'CN-INT-052': {
    title: 'Protective articles and safe conditions',
    remedy: 'Assess the post and hand out what it needs.',
  },
  'CN-INT-053': {
    title: 'An emergency plan',
    remedy: 'Make the plan and name the contacts.',
  },
  'CN-INT-054': {
    title: 'Liability insurance for the whole time',
    remedy: 'Insure the student for the whole time.',
  },
  'CN-INT-055': {
    title: 'The student does not pay for it',
    remedy: 'Pay the premium back.',
  },
  'CN-INT-056': {
    title: 'Injury: the insurer first',
    remedy: 'Make the claim; write down who bears the rest.',
  },
  'CN-INT-057': {
    title: 'Rest, safety, insurance, guidance',
    remedy: 'Restore what was withheld.',
  },
} satisfies Readonly<Record<string, RuleWords>>;
