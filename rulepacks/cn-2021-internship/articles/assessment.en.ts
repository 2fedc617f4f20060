import type { RuleText } from '@dualtrack/rules';

/** English sentences of `rules/assessment.ts`: assessment and file. */
export const assessment = {
  'CN-INT-046': {
    title: 'Assessed by both sides',
    says: 'School and host assess together; the result enters the record and counts towards graduation.',
    remedy: 'Conclude the assessment and enter the result.',
  },
  'CN-INT-047': {
    title: 'Not just attendance',
    says: "The assessment must not simply copy the host's attendance system.",
    remedy: 'Give attendance less weight and assess at least three other things.',
  },
  'CN-INT-048': {
    title: 'Not judged as an employee',
    says: 'Students must not simply be judged by the standards for employees.',
    remedy: 'Use a rubric made for students, by the school or together.',
  },
  'CN-INT-049': {
    title: 'Four grades',
    says: 'Excellent, good, pass or fail; credit from pass upwards (wording of 2016).',
    remedy: 'Use the four grades; give no credit for a fail.',
  },
  'CN-INT-050': {
    title: 'Kept on file',
    says: 'For each student: agreement, plan, report, assessment, journal, inspection records, summary, evidence.',
    remedy: 'Add what is missing to the file.',
  },
} satisfies Readonly<Record<string, RuleText>>;
