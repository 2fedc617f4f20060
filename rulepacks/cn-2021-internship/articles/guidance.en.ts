import type { RuleText } from '@dualtrack/rules';

/** English sentences of `rules/guidance.ts`: tasks, teacher and mentor. */
export const guidance = {
  'CN-INT-013': {
    title: 'The typical tasks are covered',
    says: 'The work should basically cover the typical tasks of the posts the major prepares for.',
    remedy: 'Add the tasks that are missing to the plan or the rotation.',
  },
  'CN-INT-014': {
    title: 'Not only simple repetitive work',
    says: 'Students must not be given nothing but simple repetitive labour.',
    remedy: 'Rotate the student to other tasks.',
  },
  'CN-INT-015': {
    title: 'A teacher and a mentor',
    says: 'School and host each name a person who guides the student through the whole internship.',
    remedy: 'Assign a teacher and a mentor who have room for this student.',
  },
} satisfies Readonly<Record<string, RuleText>>;
