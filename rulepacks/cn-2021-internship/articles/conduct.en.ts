import type { RuleText } from '@dualtrack/rules';

/** English sentences of `rules/conduct.ts`: journal, visits, lodging, other places. */
export const conduct = {
  'CN-INT-040': {
    title: 'Journal and report',
    says: 'Students keep a journal and hand in a report at the end.',
    remedy: 'Catch up on the journal; hand in the report.',
  },
  'CN-INT-041': {
    title: 'Regular visits, prompt reports',
    says: 'Teacher and mentor guide, visit and report regularly; important events are reported at once, not late, hidden or left out.',
    remedy: 'Visit now; report what happened.',
  },
  'CN-INT-042': {
    title: 'Lodging away from home',
    says: "Far from home, school or host arrange lodging; who lives elsewhere needs the guardian's signature and the school's record.",
    remedy: 'Arrange lodging, or get the signature and record it.',
  },
  'CN-INT-043': {
    title: 'Another province',
    says: "For an internship in another province the school's competent department agrees first and the other province is told. Recalled with little certainty: a warning only until the article has been read.",
    remedy: 'Get consent and give notice before the start.',
  },
  'CN-INT-044': {
    title: 'Abroad',
    says: 'An internship abroad needs the consent of the competent department first, and a teacher who goes along.',
    remedy: 'Get consent and name the teacher.',
  },
  'CN-INT-045': {
    title: 'Registered and supervised',
    says: 'Internships are registered and supervised through information systems.',
    remedy: 'Register the placement and pass it on.',
  },
} satisfies Readonly<Record<string, RuleText>>;
