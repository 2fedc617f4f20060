import { parentPort, workerData } from 'node:worker_threads';
import {
  type Bottleneck,
  bestPlaces,
  explainChoices,
  findBottlenecks,
  type LearnerChoices,
  type Progress,
  type RotationPlan,
  type RotationProblem,
  solveRotation,
} from '@dualtrack/rotation';

/** What the thread is given, and what it sends back. */
export type SolveOrder = {
  problem: RotationProblem;
  seconds: number;
  seed: string;
  months: string[];
  stop: SharedArrayBuffer;
};
export type SolveMessage =
  | { progress: Progress }
  | {
      plan: RotationPlan;
      explained: LearnerChoices[];
      ideals: Record<string, number>;
      bottlenecks: Bottleneck[];
    };

const explainingMs = 15_000;
const { problem, seconds, seed, months, stop }: SolveOrder = workerData;
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
// What each learner could have alone: how far from it somebody stays is what fairness remembers.
const alone = { ...problem, pins: [] };
const ideals: Record<string, number> = {};
for (const { id } of plan.score === null ? [] : problem.learners) {
  if (performance.now() > until + explainingMs) break;
  const best = bestPlaces(alone, { learners: [] }, id);
  if (best !== null) ideals[id] = best.score;
}
const bottlenecks =
  plan.score === null
    ? []
    : findBottlenecks(
        problem,
        plan,
        (period) => months[period] ?? '',
        () => performance.now() < until + explainingMs,
      );
parentPort?.postMessage({ plan, explained, ideals, bottlenecks } satisfies SolveMessage);
