import { Worker } from 'node:worker_threads';
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
  const { signal } = options;
  const worker = new Worker(new URL('./fill-worker.ts', import.meta.url), { workerData: order });
  const onAbort = () => void worker.terminate();
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort);
  return new Promise<ClassSolution | { infeasible: Infeasible }>((resolve, reject) => {
    worker.on('message', (message: FillMessage) => {
      if ('solution' in message) resolve(message.solution);
      else options.onStep(message.done, message.steps, message.heads);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the thread that fills seats ended with ${code}`)));
  }).finally(() => {
    signal.removeEventListener('abort', onAbort);
    void worker.terminate();
  });
}
