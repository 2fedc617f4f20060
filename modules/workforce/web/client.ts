import { contract as runsContract } from '@dualtrack/platform/runs/contract';
import { createClient } from '@dualtrack/ui';
import { contract } from '../contract.ts';

export const workforce = createClient(contract);

/** Progress of forecasts; the platform's own operations for every long run. */
export const runs = createClient(runsContract);

/** How many orders wait for somebody's act. */
export async function waitingOrders(state: 'proposed' | 'draft' | 'accepted'): Promise<number> {
  return (await workforce.orders.list({ state, page: 1, size: 1 })).total;
}

/** How much published demand waits for the school's answer. */
export async function waitingDemand(): Promise<number> {
  return (await workforce.intake.get(undefined)).waiting;
}
