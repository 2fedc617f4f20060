import type { RuleWords } from '@dualtrack/rules';

/** English sentences of `rules/guidance.ts`: tasks, teacher and mentor. */
export const guidance = {
  'CN-INT-013': {
    title: 'The typical tasks are covered',
    remedy: 'Add the tasks that are missing to the plan or the rotation.',
  },
  'CN-INT-014': {
    title: 'Not only simple repetitive work',
    remedy: 'Rotate the student to other tasks.',
  },
  'CN-INT-015': {
    title: 'A teacher and a mentor',
    remedy: 'Assign a teacher and a mentor who have room for this student.',
  },
} satisfies Readonly<Record<string, RuleWords>>;
