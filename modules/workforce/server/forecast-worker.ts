import { parentPort } from 'node:worker_threads';
import { type ForecastPlan, type ForecastResult, runForecast } from '@dualtrack/forecast';
import { loadSolver } from '@dualtrack/solver';

/** What the thread is asked. */
export type ForecastOrder = { plan: ForecastPlan; runs: number; seed: string };

/** What the thread answers: a result, or why there is none. */
export type ForecastAnswer = { result: ForecastResult } | { failure: string };

parentPort?.on('message', async ({ plan, runs, seed }: ForecastOrder) => {
  const answer = await calculate(plan, runs, seed);
  parentPort?.postMessage(answer);
});

async function calculate(plan: ForecastPlan, runs: number, seed: string): Promise<ForecastAnswer> {
  try {
    return { result: runForecast(plan, { runs, seed, solver: await loadSolver() }) };
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
