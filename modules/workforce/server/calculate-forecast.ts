import { Worker } from 'node:worker_threads';
import type { ForecastResult } from '@dualtrack/forecast';
import type { ForecastAnswer, ForecastOrder, ForecastProgress } from './forecast-worker.ts';

/** A thread without work ends after so many milliseconds: it holds about 60 MB while it lives. */
const idleMilliseconds = 20_000;

/** Who follows a calculation, and who may stop it. */
export type ForecastWatch = { onProgress?(progress: ForecastProgress): void; signal?: AbortSignal };

type Task = {
  resolve(result: ForecastResult): void;
  reject(error: Error): void;
  onProgress: ForecastWatch['onProgress'];
};
type Thread = { worker: Worker; task?: Task; rest?: NodeJS.Timeout };

let thread: Thread | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * Calculates a forecast in a thread of its own, so that the server goes on answering others; one after the other, in
 * the order asked. A signal ends the calculation in the middle, with its thread.
 * @throws Error when the calculation fails, is stopped, or its thread ends
 */
export function calculateForecast(order: ForecastOrder, watch: ForecastWatch = {}): Promise<ForecastResult> {
  const answer = last.then(() => ask(order, watch));
  last = answer.catch(() => undefined);
  return answer;
}

async function ask(order: ForecastOrder, { onProgress, signal }: ForecastWatch): Promise<ForecastResult> {
  signal?.throwIfAborted();
  thread ??= start();
  const own = thread;
  clearTimeout(own.rest);
  own.worker.ref();
  const stop = () => end(own, 'the forecast was stopped');
  signal?.addEventListener('abort', stop);
  return new Promise<ForecastResult>((resolve, reject) => {
    own.task = { resolve, reject, onProgress };
    own.worker.postMessage(order);
  }).finally(() => signal?.removeEventListener('abort', stop));
}

function start(): Thread {
  const own: Thread = { worker: new Worker(new URL('./forecast-worker.ts', import.meta.url)) };
  own.worker.on('message', (answer: ForecastAnswer) => {
    const { task } = own;
    if ('progress' in answer) {
      task?.onProgress?.(answer.progress);
      return;
    }
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
