/** Before a ceremony, or agreed at a ceremony or a meeting. */
export const followUpKinds = ['checklist', 'ceremony', 'meeting'] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

export const followUpStates = ['open', 'done'] as const;
export type FollowUpState = (typeof followUpStates)[number];

/** How a follow-up stands on a day: done, late, due within a week, or open. */
export type FollowUpStanding = 'done' | 'late' | 'soon' | 'open';

/** Where a follow-up stands on `today` (both days `YYYY-MM-DD`). */
export function standingOf(
  task: { state: FollowUpState; dueOn: string | null },
  today: string,
): FollowUpStanding {
  if (task.state === 'done') return 'done';
  if (task.dueOn === null) return 'open';
  if (task.dueOn < today) return 'late';
  const days = (Date.parse(task.dueOn) - Date.parse(today)) / 86_400_000;
  return days <= 7 ? 'soon' : 'open';
}
