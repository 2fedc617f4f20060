import { Worker } from 'node:worker_threads';
import type { ForecastResult } from '@dualtrack/forecast';
import type { ForecastAnswer, ForecastOrder } from './forecast-worker.ts';

/** A thread without work ends after so many milliseconds: it holds about 60 MB while it lives. */
const idleMilliseconds = 20_000;

type Task = { resolve(result: ForecastResult): void; reject(error: Error): void };
type Thread = { worker: Worker; task?: Task; rest?: NodeJS.Timeout };

let thread: Thread | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * Calculates a forecast in a thread of its own, so that the server goes on answering others; one after the other, in
 * the order asked. @throws Error when the calculation fails or its thread ends
 */
export function calculateForecast(order: ForecastOrder): Promise<ForecastResult> {
  const answer = last.then(() => ask(order));
  last = answer.catch(() => undefined);
  return answer;
}

function ask(order: ForecastOrder): Promise<ForecastResult> {
  thread ??= start();
  const own = thread;
  clearTimeout(own.rest);
  own.worker.ref();
  return new Promise<ForecastResult>((resolve, reject) => {
    own.task = { resolve, reject };
    own.worker.postMessage(order);
  });
}

function start(): Thread {
  const own: Thread = { worker: new Worker(new URL('./forecast-worker.ts', import.meta.url)) };
  own.worker.on('message', (answer: ForecastAnswer) => {
    const { task } = own;
    own.task = undefined;
    own.worker.unref();
    own.rest = setTimeout(() => end(own, 'idle'), idleMilliseconds).unref();
    if ('result' in answer) task?.resolve(answer.result);
    else task?.reject(new Error(answer.failure));
  });
  own.worker.on('error', (error) => end(own, `the forecast thread failed: ${String(error)}`));
  own.worker.on('exit', (code) => end(own, `the forecast thread ended with ${code}`));
  return own;
}

function end(own: Thread, reason: string): void {
  // The next forecast gets a new one.
  if (thread === own) thread = undefined;
  clearTimeout(own.rest);
  own.task?.reject(new Error(reason));
  own.task = undefined;
  void own.worker.terminate();
}
