import { Worker } from 'node:worker_threads';
import type {
  Bottleneck,
  LearnerChoices,
  Progress,
  RotationPlan,
  RotationProblem,
} from '@dualtrack/rotation';
import type { SolveMessage, SolveOrder } from './solve-worker.ts';

/** What a search found: the plan, why its blocks stand where they do, and each learner's best score alone. */
export type Searched = {
  plan: RotationPlan;
  explained: LearnerChoices[];
  ideals: Record<string, number>;
  /** Whom one more place would help, by month. */
  bottlenecks: Bottleneck[];
};

/** Searches a rotation in a thread of its own. On `signal` it ends with the best plan found so far. */
export function searchRotation(
  problem: RotationProblem,
  options: {
    seconds: number;
    seed: string;
    /** The month of each period, by which bottlenecks are told of. */
    months: string[];
    signal: AbortSignal;
    onProgress(progress: Progress): void;
  },
): Promise<Searched> {
  const stop = new SharedArrayBuffer(4);
  const flag = new Int32Array(stop);
  const { seconds, seed, months } = options;
  const order: SolveOrder = { problem, seconds, seed, months, stop };
  const worker = new Worker(new URL('./solve-worker.ts', import.meta.url), { workerData: order });
  const onAbort = () => void Atomics.store(flag, 0, 1);
  if (options.signal.aborted) onAbort();
  options.signal.addEventListener('abort', onAbort);
  return new Promise<Searched>((resolve, reject) => {
    worker.on('message', (message: SolveMessage) => {
      if ('plan' in message) resolve(message);
      else options.onProgress(message.progress);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the search thread ended with ${code}`)));
  }).finally(() => {
    options.signal.removeEventListener('abort', onAbort);
    void worker.terminate();
  });
}
