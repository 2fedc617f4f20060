import type { RuleWords } from '@dualtrack/rules';

/** English sentences of `rules/working-time.ts`: rest days and hours. */
export const workingTime = {
  'CN-INT-030': {
    title: 'Rest days and holidays are free',
    remedy: 'Free these days in the roster, or file the special need before the start.',
  },
  'CN-INT-031': {
    title: 'No overtime and no nights',
    remedy: 'Shorten or move the shifts, or file the special need before the start.',
  },
} satisfies Readonly<Record<string, RuleWords>>;
