import type { RuleText } from '@dualtrack/rules';

/** English sentences of `rules/organisation.ts`: kinds of internship, the host and the plan. */
export const organisation = {
  'CN-INT-001': {
    title: 'A known kind of internship at a registered host',
    says: 'There are two kinds, familiarisation and post internship. A workshop on campus or a factory in a school counts as a host only if it is registered as a legal person or an unincorporated organisation.',
    remedy: 'Choose one of the two kinds, and have the host registered with its credit code.',
  },
  'CN-INT-002': {
    title: 'The post fits the major',
    says: "The post must match the student's major or be close to it; it may not lie in another major category.",
    remedy: "Offer a post in the student's major category.",
  },
  'CN-INT-003': {
    title: 'The host was inspected',
    says: 'Before choosing a host the school goes there and writes a report on nine matters, from qualification and credit to hours, living conditions and safety.',
    remedy: 'Inspect the host, cover all nine matters, have the report signed.',
  },
  'CN-INT-004': {
    title: 'The host is lawful, chosen together and published',
    says: 'Hosts operate lawfully and are well managed; the school decides on them as a body and publishes the list.',
    remedy: 'Check the licence and the list of offenders, record the decision, publish the list.',
  },
  'CN-INT-005': {
    title: 'There is a joint plan',
    says: 'School and host make the plan together: purpose, tasks, schedule, place, mentors, assessment, safety.',
    remedy: 'Complete the plan and have both sides approve it.',
  },
  'CN-INT-006': {
    title: "A host of one's own needs the school's consent",
    says: 'A student who finds a host applies to the school; the host meets the same conditions and the school assigns a teacher.',
    remedy: "Get the school's consent before the start and assign a teacher.",
  },
} satisfies Readonly<Record<string, RuleText>>;
