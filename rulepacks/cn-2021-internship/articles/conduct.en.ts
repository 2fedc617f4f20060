import type { RuleWords } from '@dualtrack/rules';

/** English sentences of `rules/conduct.ts`: journal, visits, lodging, other places. */
export const conduct = {
  'CN-INT-040': {
    title: 'Journal and report',
    remedy: 'Catch up on the journal; hand in the report.',
  },
  'CN-INT-041': {
    title: 'Regular visits, prompt reports',
    remedy: 'Visit now; report what happened.',
  },
  'CN-INT-042': {
    title: 'Lodging away from home',
    remedy: 'Arrange lodging, or get the signature and record it.',
  },
  'CN-INT-043': {
    title: 'Another province',
    remedy: 'Get consent and give notice before the start.',
  },
  'CN-INT-044': {
    title: 'Abroad',
    remedy: 'Get consent and name the teacher.',
  },
  'CN-INT-045': {
    title: 'Registered and supervised',
    remedy: 'Register the placement and pass it on.',
  },
} satisfies Readonly<Record<string, RuleWords>>;
