import { parentPort } from 'node:worker_threads';
import { type ForecastPlan, type ForecastResult, type ForecastStep, runForecast } from '@dualtrack/forecast';
import { loadSolver } from '@dualtrack/solver';

/** What the thread is asked. */
export type ForecastOrder = { plan: ForecastPlan; runs: number; seed: string };

/** How far the thread is: so many of so many occupations calculated, or of groups whose classes are chosen. */
export type ForecastProgress = { step: ForecastStep; done: number; total: number };

/** What the thread answers: how far it is, then a result, or why there is none. */
export type ForecastAnswer =
  | { progress: ForecastProgress }
  | { result: ForecastResult }
  | { failure: string };

parentPort?.on('message', async ({ plan, runs, seed }: ForecastOrder) => {
  const answer = await calculate(plan, runs, seed);
  parentPort?.postMessage(answer);
});

async function calculate(plan: ForecastPlan, runs: number, seed: string): Promise<ForecastAnswer> {
  try {
    const solver = await loadSolver();
    const onProgress = (done: number, total: number, step: ForecastStep) =>
      parentPort?.postMessage({ progress: { step, done, total } } satisfies ForecastAnswer);
    return { result: runForecast(plan, { runs, seed, solver, onProgress }) };
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
