import type { RuleText } from '@dualtrack/rules';

/** English sentences of `rules/safety.ts`: safety, insurance and injury. */
export const safety = {
  'CN-INT-051': {
    title: 'Safety training passed before work',
    says: 'Safety and operating training ends with an examination; who was not trained or failed does not start.',
    remedy: 'Train and pass before the first day.',
  },
  'CN-INT-052': {
    title: 'Protective articles and safe conditions',
    says: 'The host provides protective articles and conditions that meet the health standards.',
    remedy: 'Assess the post and hand out what it needs.',
  },
  'CN-INT-053': {
    title: 'An emergency plan',
    says: 'Both sides have responsibilities for safety and an emergency plan: rescue first, report, handle.',
    remedy: 'Make the plan and name the contacts.',
  },
  'CN-INT-054': {
    title: 'Liability insurance for the whole time',
    says: 'Every intern is covered by internship liability insurance from the first day to the last.',
    remedy: 'Insure the student for the whole time.',
  },
  'CN-INT-055': {
    title: 'The student does not pay for it',
    says: 'The premium is neither charged to the student nor taken off the pay.',
    remedy: 'Pay the premium back.',
  },
  'CN-INT-056': {
    title: 'Injury: the insurer first',
    says: 'The insurer pays first; what is left is borne as the agreement says; nobody refuses help.',
    remedy: 'Make the claim; write down who bears the rest.',
  },
  'CN-INT-057': {
    title: 'Rest, safety, insurance, guidance',
    says: 'The host protects the rights to rest and leave, safety and hygiene, insurance and guidance.',
    remedy: 'Restore what was withheld.',
  },
} satisfies Readonly<Record<string, RuleText>>;
