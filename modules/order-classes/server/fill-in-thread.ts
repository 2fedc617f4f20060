import { Worker } from 'node:worker_threads';
import { followThread } from '@dualtrack/platform/runs';
import type { FillMessage, FillOrder } from './fill-worker.ts';
import type { ClassSolution, Infeasible } from './solve-class.ts';

/**
 * Fills seats in a thread of its own, so that the server goes on answering. On `signal` the thread is ended at once
 * and the promise is rejected: half a result is none.
 */
export function fillInThread(
  order: FillOrder,
  options: { signal: AbortSignal; onStep(done: number, steps: number, heads: number): void },
): Promise<ClassSolution | { infeasible: Infeasible }> {
  const worker = new Worker(new URL('./fill-worker.ts', import.meta.url), { workerData: order });
  return followThread(worker, {
    name: 'the thread that fills seats',
    signal: options.signal,
    onAbort: () => void worker.terminate(),
    take: (message: FillMessage) => {
      if ('solution' in message) return message.solution;
      options.onStep(message.done, message.steps, message.heads);
      return undefined;
    },
  });
}
