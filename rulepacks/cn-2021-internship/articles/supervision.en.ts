import type { RuleText } from '@dualtrack/rules';

/** English sentences of `rules/supervision.ts`: complaints and sanctions. */
export const supervision = {
  'CN-INT-058': {
    title: 'Somewhere to complain',
    says: 'Channels for complaints are public, inspections regular, offending hosts listed.',
    remedy: 'Publish the channel, keep a log, leave listed hosts.',
  },
  'CN-INT-059': {
    title: 'What stands behind the ban on agents',
    says: 'Schools that use agencies lose the gains and are fined one to five times of them (at least on a base of 10,000 yuan); so is the agency (Vocational Education Law, Art. 66).',
    remedy: 'Settle the sanction and end the cause.',
  },
  'CN-INT-060': {
    title: 'What stands behind the ban on brokers',
    says: 'Who brokers interns is liable, and punished where it is a crime.',
    remedy: 'Settle the liability and end the cause.',
  },
} satisfies Readonly<Record<string, RuleText>>;
