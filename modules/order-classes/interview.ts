import type { Role } from '@dualtrack/platform/contract';

/** Roles of the enterprise whose members interview. */
export const interviewRoles = ['enterprise-hr', 'project-lead', 'mentor'] as const satisfies readonly Role[];

/** Why a student did not come: ill, excused for another reason, or without a word. */
export const absences = ['ill', 'excused', 'no-show'] as const;
export type Absence = (typeof absences)[number];

/** Whether a student who missed an interview may book another time: with an excuse, or because the enterprise allows it. */
export function mayBookAnother(booking: {
  came: boolean | null;
  absence: Absence | null;
  mayBookAgain: boolean;
}): boolean {
  return booking.came === false && (booking.absence !== 'no-show' || booking.mayBookAgain);
}

/**
 * Why somebody of the enterprise may not say who came to an interview; null when they may. A mentor speaks for their
 * own times only, the people office and the project lead also where a guest interviewed.
 */
export function whyNotMark(
  slot: { startsAt: Date; interviewerId: string | null },
  actor: { role: Role; personId: string },
  now: Date,
): 'interview.not-begun' | 'interview.not-yours' | null {
  if (actor.role === 'mentor' && slot.interviewerId !== actor.personId) return 'interview.not-yours';
  return slot.startsAt > now ? 'interview.not-begun' : null;
}
