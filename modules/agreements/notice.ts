import type { Side } from './agreement.ts';
import { addDays } from './due.ts';

/** What a side gives notice of. */
export const noticeKinds = ['suspend', 'resume', 'terminate'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/**
 * On what a notice rests. `consent`: both sides want it (O18: change and early ending need the written consent of both).
 * `breach`: the other side was asked to remedy and has the days of O19 to do so. `law`: what the law allows one side
 * alone, with the notice days of the agreement.
 */
export const noticeGrounds = ['consent', 'breach', 'law'] as const;
export type NoticeGround = (typeof noticeGrounds)[number];

/** `given` waits for the other side (consent) or for its day; `agreed` waits for its day; `done` has taken effect. */
export const noticeStates = ['given', 'agreed', 'refused', 'withdrawn', 'done'] as const;
export type NoticeState = (typeof noticeStates)[number];

/** Days that each ground needs between notice and effect, where the agreement names none. */
export const usualNotice = { noticeDays: 90, cureDays: 30 } as const;

/** The first day on which a notice given today may take effect. */
export function earliestEffect(
  kind: NoticeKind,
  ground: NoticeGround,
  terms: { noticeDays: number; cureDays: number } | null,
  today: string,
): string {
  if (kind === 'resume' || ground === 'consent') return today;
  const { noticeDays, cureDays } = terms ?? usualNotice;
  return addDays(today, ground === 'breach' ? cureDays : noticeDays);
}

/** What somebody may do with a notice. */
export type NoticeAction = 'agree' | 'refuse' | 'withdraw';
export const noticeCodes = ['notice.not-your-side', 'notice.answered', 'notice.needs-no-answer'] as const;
export type NoticeCode = (typeof noticeCodes)[number];

/** Why a side may not answer or withdraw a notice; null when it may. */
export function whyNotNotice(
  notice: { side: Side; ground: NoticeGround; state: NoticeState },
  side: Side | null,
  action: NoticeAction,
): NoticeCode | null {
  if (side === null) return 'notice.not-your-side';
  const isOwn = notice.side === side;
  if (action === 'withdraw') {
    if (!isOwn) return 'notice.not-your-side';
    return notice.state === 'given' || notice.state === 'agreed' ? null : 'notice.answered';
  }
  if (isOwn) return 'notice.not-your-side';
  if (notice.ground !== 'consent') return 'notice.needs-no-answer';
  return notice.state === 'given' ? null : 'notice.answered';
}

/** Whether a notice takes effect on a day. */
export function isDueNotice(
  notice: { ground: NoticeGround; state: NoticeState; effectiveOn: string },
  today: string,
): boolean {
  if (notice.effectiveOn > today) return false;
  return notice.state === 'agreed' || (notice.state === 'given' && notice.ground !== 'consent');
}
