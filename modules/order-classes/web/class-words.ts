import type { Tone } from '@dualtrack/ui';
import type { ClassState } from '../order-class.ts';
import type { PlacementState } from '../placement.ts';

/** What the state of a class means for its reader. */
export const classTone: Readonly<Record<ClassState, Tone>> = {
  draft: 'plain',
  open: 'now',
  closed: 'now',
  matched: 'soon',
  published: 'now',
  running: 'now',
  finished: 'done',
};

/** What the state of a placement means for its reader. */
export const placementTone: Readonly<Record<PlacementState, Tone>> = {
  offered: 'soon',
  accepted: 'now',
  declined: 'plain',
  active: 'done',
  ended: 'plain',
};

/** The name of a post in the page's language. */
export function seatName(nameOf: (named: { name: string; nameEn?: string | null }) => string) {
  return (seat: { title: string; titleEn: string } | undefined): string =>
    seat === undefined ? '' : nameOf({ name: seat.title, nameEn: seat.titleEn });
}
