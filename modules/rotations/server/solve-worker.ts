import { parentPort, workerData } from 'node:worker_threads';
import {
  explainChoices,
  type LearnerChoices,
  type Progress,
  type RotationPlan,
  type RotationProblem,
  solveRotation,
} from '@dualtrack/rotation';

/** What the thread is given, and what it sends back. */
export type SolveOrder = { problem: RotationProblem; seconds: number; seed: string; stop: SharedArrayBuffer };
export type SolveMessage = { progress: Progress } | { plan: RotationPlan; explained: LearnerChoices[] };

const explainingMs = 15_000;
const { problem, seconds, seed, stop }: SolveOrder = workerData;
const flag = new Int32Array(stop);

const plan = await solveRotation(problem, {
  seconds,
  seed,
  now: () => performance.now() / 1_000,
  // A search that never yields still sees the flag in shared memory.
  signal: {
    get aborted() {
      return Atomics.load(flag, 0) !== 0;
    },
  },
  onProgress: (progress) => parentPort?.postMessage({ progress } satisfies SolveMessage),
});
// A large plan is kept with the explanations that are done by then, rather than kept waiting.
const until = performance.now() + explainingMs;
const explained = plan.score === null ? [] : explainChoices(problem, plan, () => performance.now() < until);
parentPort?.postMessage({ plan, explained } satisfies SolveMessage);
