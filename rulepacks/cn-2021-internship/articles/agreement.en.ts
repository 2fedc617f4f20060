import type { RuleText } from '@dualtrack/rules';

/** English sentences of `rules/agreement.ts`: agreement and consent. */
export const agreement = {
  'CN-INT-016': {
    title: 'Three signatures before the start',
    says: 'School, host and student sign an agreement based on the official model before a post internship. Without it there is none.',
    remedy: 'Have all three sign on the model text before the first day.',
  },
  'CN-INT-017': {
    title: 'The agreement says all it must',
    says: 'It states the parties; time, place and content; board, lodging, hours and leave; pay; labour protection; insurance and liability; assessment; breach; other matters.',
    remedy: 'Add the sections that are missing.',
  },
  'CN-INT-018': {
    title: 'The agreement is lawful',
    says: 'Nothing in the agreement may contradict the law.',
    remedy: 'Change the clauses that were found.',
  },
  'CN-INT-019': {
    title: 'Student and guardian were told and agree',
    says: 'Every post internship the school arranges needs a letter of informed consent signed by the student and by a guardian or parent, of age or not.',
    remedy: 'Collect both signatures before the first day.',
  },
  'CN-INT-020': {
    title: 'A refusal is honoured',
    says: "Students or parents who clearly refuse the school's arrangement may choose a suitable host themselves.",
    remedy: "End the school's arrangement and let the student choose.",
  },
  'CN-INT-021': {
    title: 'Familiarisation is arranged by the school',
    says: 'Students do not arrange familiarisation internships on their own.',
    remedy: 'Let the school arrange it.',
  },
} satisfies Readonly<Record<string, RuleText>>;
