import type { RuleWords } from '@dualtrack/rules';

/** English sentences of `rules/limits.ts`: how many interns, nobody profits, how long. */
export const limits = {
  'CN-INT-007': {
    title: "At most a tenth of the host's staff",
    remedy: 'Send fewer interns at a time, or spread them over hosts.',
  },
  'CN-INT-008': {
    title: 'At most a fifth of the staff in the same post',
    remedy: 'Send fewer interns to this post at a time.',
  },
  'CN-INT-009': {
    title: 'Nobody interferes with the school',
    remedy: 'Record the interference and report it to the superior department.',
  },
  'CN-INT-010': {
    title: 'No host is forced on the school',
    remedy: 'Record the pressure and report it to the superior department.',
  },
  'CN-INT-011': {
    title: 'No internships for profit',
    remedy:
      'Strike every payment to the school that hangs on heads, hours or wages, and give back what was held back.',
  },
  'CN-INT-012': {
    title: 'About six months in all',
    remedy: 'Shorten the placement, or record why the training plan needs more.',
  },
} satisfies Readonly<Record<string, RuleWords>>;
