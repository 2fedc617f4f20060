import type { OpinionStep } from './opinion.ts';

/** What people are written to about; each has a subject and a text in `demand-letters`. */
export const letterKinds = [
  'published',
  'offered',
  'declined',
  'closed',
  'silent-school',
  'silent-enterprise',
  'order-proposed',
  'order-accepted',
  'order-declined',
  'opinion',
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** Which letter a state of published demand calls for; null where the people concerned know already. */
export function letterOfNotice(notice: {
  state: string;
  silentSide: 'school' | 'enterprise' | null;
}): { kind: LetterKind; to: 'school' | 'enterprise' } | null {
  switch (notice.state) {
    case 'published':
      return { kind: 'published', to: 'school' };
    case 'offered':
      return { kind: 'offered', to: 'enterprise' };
    case 'declined':
      return { kind: 'declined', to: 'enterprise' };
    case 'closed':
      return { kind: 'closed', to: 'school' };
    case 'paused':
      if (notice.silentSide === null) return null;
      return { kind: `silent-${notice.silentSide}`, to: notice.silentSide };
    default:
      return null;
  }
}

/** The name under which a letter is sent once. A round is heard once at each step. */
export const opinionHappening = (orderId: string, round: number, step: OpinionStep): string =>
  `opinion:${orderId}:${round}:${step}`;
