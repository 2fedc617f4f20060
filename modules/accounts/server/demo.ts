import type { OutputOf } from '@dualtrack/platform/operation';
import { openOperation } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { signedIn } from './session.ts';

type SignIns = OutputOf<typeof contract.demo.signIns>['signIns'];

type Steps = OutputOf<typeof contract.demo.tour>['steps'];

let known: SignIns = [];
let steps: Steps = [];

/** The composition says which way the guided tour takes. */
export function setDemoTour(given: Steps): void {
  steps = given;
}

/** Only people of illustrative organisations are shown around. */
export const listDemoTour = openOperation(contract.demo.tour, async (context) => {
  const actor = signedIn(context);
  if (!context.kernel.config.demo || steps.length === 0) return { steps: [] };
  const isExample = known.some((one) => one.role === actor.role);
  return { steps: isExample ? steps : [] };
});

/** The composition says which example sign-ins exist; none outside of a demonstration. */
export function setDemoSignIns(signIns: SignIns): void {
  known = signIns;
}

export const listDemoSignIns = openOperation(contract.demo.signIns, async ({ kernel }) => ({
  signIns: kernel.config.demo ? known : [],
}));
