import { parentPort, workerData } from 'node:worker_threads';
import type { MatchingProblem } from '@dualtrack/matching';
import { loadSolver } from '@dualtrack/solver';
import type { RunSide } from '../placing.ts';
import { solveClass } from './solve-class.ts';

/** What the thread is given, and what it sends back. */
export type FillOrder = { problem: MatchingProblem; conditions: RunSide['conditions']; seconds: number };
export type FillMessage =
  | { done: number; steps: number; heads: number }
  | { solution: ReturnType<typeof solveClass> };

const { problem, conditions, seconds }: FillOrder = workerData;
const post = (message: FillMessage) => parentPort?.postMessage(message);
const solution = solveClass(problem, conditions, {
  solver: await loadSolver(),
  seconds,
  onStep: (done, steps, heads) => post({ done, steps, heads }),
});
post({ solution });
