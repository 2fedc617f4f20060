import type { RuleWords } from '@dualtrack/rules';

/** English sentences of `rules/supervision.ts`: complaints and sanctions. */
export const supervision = {
  'CN-INT-058': {
    title: 'Somewhere to complain',
    remedy: 'Publish the channel, keep a log, leave listed hosts.',
  },
  'CN-INT-059': {
    title: 'What stands behind the ban on agents',
    remedy: 'Settle the sanction and end the cause.',
  },
  'CN-INT-060': {
    title: 'What stands behind the ban on brokers',
    remedy: 'Settle the liability and end the cause.',
  },
} satisfies Readonly<Record<string, RuleWords>>;
