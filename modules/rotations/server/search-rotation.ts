import { Worker } from 'node:worker_threads';
import { followThread } from '@dualtrack/platform/runs';
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
  return followThread(worker, {
    name: 'the search thread',
    signal: options.signal,
    onAbort: () => void Atomics.store(flag, 0, 1),
    take: (message: SolveMessage) => {
      if ('plan' in message) return message;
      options.onProgress(message.progress);
      return undefined;
    },
  });
}
