import type { Role } from '@dualtrack/platform/contract';

/**
 * Kinds of mail that a person may turn off, by the room that they tell of. What the law or an agreement makes wait for an
 * answer (signatures, silence that counts as a yes, decisions on a place), or for what somebody would travel in vain,
 * belongs to none of them and always goes.
 */
export const mailKinds = ['demand', 'classes', 'rotations', 'talents', 'innovation'] as const;
export type MailKind = (typeof mailKinds)[number];

/** Who gets mails of a kind; others are not asked about it. */
export const mailReaders: Readonly<Record<MailKind, readonly Role[]>> = {
  demand: ['school-office', 'programme-head', 'enterprise-hr', 'project-lead'],
  classes: ['student', 'guardian', 'school-office', 'programme-head', 'teacher', 'enterprise-hr'],
  rotations: ['student', 'guardian', 'teacher', 'mentor'],
  talents: ['school-office', 'programme-head', 'teacher', 'enterprise-hr', 'project-lead', 'mentor'],
  innovation: [
    ...(['school-office', 'programme-head', 'teacher', 'student'] as const),
    ...(['enterprise-hr', 'project-lead', 'mentor'] as const),
  ],
};
