import type { Worker } from 'node:worker_threads';

/**
 * Follows a thread until `take` finds its result in a message; other messages are steps on the way. `onAbort` says what
 * the signal does to it. Ends the thread in any case; rejects with its failure, and when it ends without a result.
 */
export function followThread<Message, Result extends object>(
  worker: Worker,
  options: {
    name: string;
    signal: AbortSignal;
    onAbort(): void;
    take(message: Message): Result | undefined;
  },
): Promise<Result> {
  const { name, signal, onAbort, take } = options;
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort);
  return new Promise<Result>((resolve, reject) => {
    worker.on('message', (message: Message) => {
      const result = take(message);
      if (result !== undefined) resolve(result);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
  }).finally(() => {
    signal.removeEventListener('abort', onAbort);
    void worker.terminate();
  });
}
