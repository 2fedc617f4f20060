import type { RuleWords } from '@dualtrack/rules';

/** English sentences of `rules/organisation.ts`: kinds of internship, the host and the plan. */
export const organisation = {
  'CN-INT-001': {
    title: 'A known kind of internship at a registered host',
    remedy: 'Choose one of the two kinds, and have the host registered with its credit code.',
  },
  'CN-INT-002': {
    title: 'The post fits the major',
    remedy: "Offer a post in the student's major category.",
  },
  'CN-INT-003': {
    title: 'The host was inspected',
    remedy: 'Inspect the host, cover all nine matters, have the report signed.',
  },
  'CN-INT-004': {
    title: 'The host is lawful, chosen together and published',
    remedy: 'Check the licence and the list of offenders, record the decision, publish the list.',
  },
  'CN-INT-005': {
    title: 'There is a joint plan',
    remedy: 'Complete the plan and have both sides approve it.',
  },
  'CN-INT-006': {
    title: "A host of one's own needs the school's consent",
    remedy: "Get the school's consent before the start and assign a teacher.",
  },
} satisfies Readonly<Record<string, RuleWords>>;
