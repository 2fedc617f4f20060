import type { Role } from '@dualtrack/platform/contract';

/** Roles of the enterprise whose members interview. */
export const interviewRoles = ['enterprise-hr', 'project-lead', 'mentor'] as const satisfies readonly Role[];

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
