import type { RuleWords } from '@dualtrack/rules';

/** English sentences of `rules/assessment.ts`: assessment and file. */
export const assessment = {
  'CN-INT-046': {
    title: 'Assessed by both sides',
    remedy: 'Conclude the assessment and enter the result.',
  },
  'CN-INT-047': {
    title: 'Not just attendance',
    remedy: 'Give attendance less weight and assess at least three other things.',
  },
  'CN-INT-048': {
    title: 'Not judged as an employee',
    remedy: 'Use a rubric made for students, by the school or together.',
  },
  'CN-INT-049': {
    title: 'Four grades',
    remedy: 'Use the four grades; give no credit for a fail.',
  },
  'CN-INT-050': {
    title: 'Kept on file',
    remedy: 'Add what is missing to the file.',
  },
} satisfies Readonly<Record<string, RuleWords>>;
