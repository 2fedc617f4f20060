import type { RuleText } from '@dualtrack/rules';

/** English sentences of `rules/limits.ts`: how many interns, nobody profits, how long. */
export const limits = {
  'CN-INT-007': {
    title: "At most a tenth of the host's staff",
    says: "Post interns should generally not be more than 10 % of the host's on-duty staff; interns of all schools count.",
    remedy: 'Send fewer interns at a time, or spread them over hosts.',
  },
  'CN-INT-008': {
    title: 'At most a fifth of the staff in the same post',
    says: 'In one kind of post interns should generally not be more than 20 % of the on-duty staff there.',
    remedy: 'Send fewer interns to this post at a time.',
  },
  'CN-INT-009': {
    title: 'Nobody interferes with the school',
    says: 'No unit or department may interfere with how the school normally arranges and carries out internships.',
    remedy: 'Record the interference and report it to the superior department.',
  },
  'CN-INT-010': {
    title: 'No host is forced on the school',
    says: 'Nobody may force a school to send students to a designated host.',
    remedy: 'Record the pressure and report it to the superior department.',
  },
  'CN-INT-011': {
    title: 'No internships for profit',
    says: 'Organising internships in order to make money is strictly forbidden. It is the one line of the Regulations worded so.',
    remedy:
      'Strike every payment to the school that hangs on heads, hours or wages, and give back what was held back.',
  },
  'CN-INT-012': {
    title: 'About six months in all',
    says: 'Post internships generally last six months in total; they may alternate with school or be split.',
    remedy: 'Shorten the placement, or record why the training plan needs more.',
  },
} satisfies Readonly<Record<string, RuleText>>;
