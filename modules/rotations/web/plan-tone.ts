import type { Tone } from '@dualtrack/ui';
import type { PlanState } from '../rotation-plan.ts';

const tones: Readonly<Record<PlanState, Tone>> = {
  draft: 'plain',
  solving: 'now',
  solved: 'now',
  infeasible: 'danger',
  published: 'done',
  superseded: 'plain',
};

/** How a state of a plan looks. */
export function toneOf(state: PlanState): Tone {
  return tones[state];
}
