import type { OutputOf } from '@dualtrack/platform/operation';
import { openOperation } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';

type SignIns = OutputOf<typeof contract.demo.signIns>['signIns'];

let known: SignIns = [];

/** The composition says which example sign-ins exist; none outside of a demonstration. */
export function setDemoSignIns(signIns: SignIns): void {
  known = signIns;
}

export const listDemoSignIns = openOperation(contract.demo.signIns, async ({ kernel }) => ({
  signIns: kernel.config.demo ? known : [],
}));
