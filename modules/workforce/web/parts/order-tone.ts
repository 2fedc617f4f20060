import type { Tone } from '@dualtrack/ui';
import type { OrderState } from '../../talent-order.ts';

/** Colour of an order's state: waiting, done, or over. */
export function toneOf(state: OrderState): Tone {
  if (state === 'declined' || state === 'withdrawn') return 'danger';
  if (state === 'closed' || state === 'in-class') return 'done';
  return state === 'draft' ? 'plain' : 'now';
}
