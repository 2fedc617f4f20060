import type { RuleText } from '@dualtrack/rules';

/** English sentences of `rules/working-time.ts`: rest days and hours. */
export const workingTime = {
  'CN-INT-030': {
    title: 'Rest days and holidays are free',
    says: 'No internship on rest days or statutory holidays, unless the major needs it and it was filed beforehand.',
    remedy: 'Free these days in the roster, or file the special need before the start.',
  },
  'CN-INT-031': {
    title: 'No overtime and no nights',
    says: 'No overtime and no night shift, unless the major needs it and it was filed beforehand. The pack reads this as 8 hours a day, 40 a week, and nothing between 22:00 and 06:00.',
    remedy: 'Shorten or move the shifts, or file the special need before the start.',
  },
} satisfies Readonly<Record<string, RuleText>>;
