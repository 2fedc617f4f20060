import { Worker } from 'node:worker_threads';
import type { ComposeAnswer, ComposeJob } from './compose-job.ts';

export type ComposeQueueOptions = {
  /** Threads at most; each holds about 200 MB while it lives. */
  workers?: number;
  /** A thread without work ends after so many milliseconds. */
  idleMs?: number;
  /** A document that takes longer is given up and its thread ended. */
  timeoutMs?: number;
};

/** Composing threads behind a first-come queue. */
export type ComposeQueue = {
  run(job: ComposeJob): Promise<ComposeAnswer>;
  /** Ends every thread; waiting and running jobs are rejected. The queue may be used again afterwards. */
  close(): Promise<void>;
  /** Threads alive now. */
  threads(): number;
};

type Waiting = { job: ComposeJob; resolve(answer: ComposeAnswer): void; reject(error: Error): void };
type Thread = { worker: Worker; task?: Waiting; timer?: NodeJS.Timeout };

/**
 * Opens a queue whose threads start with the first job and end when idle.
 * A thread that dies or takes too long fails its own job only; the next job gets a new thread.
 */
export function openComposeQueue(options: ComposeQueueOptions = {}): ComposeQueue {
  const { workers = 1, idleMs = 30_000, timeoutMs = 60_000 } = options;
  const waiting: Waiting[] = [];
  const threads = new Set<Thread>();

  function end(thread: Thread, reason: string): Promise<number> {
    clearTimeout(thread.timer);
    threads.delete(thread);
    thread.task?.reject(new Error(reason));
    thread.task = undefined;
    return thread.worker.terminate();
  }

  function rest(thread: Thread): void {
    thread.worker.unref();
    thread.timer = setTimeout(() => void end(thread, 'idle'), idleMs).unref();
  }

  function give(thread: Thread, task: Waiting): void {
    clearTimeout(thread.timer);
    thread.task = task;
    thread.timer = setTimeout(() => {
      void end(thread, `composing took longer than ${timeoutMs} ms`);
      serve();
    }, timeoutMs);
    thread.worker.ref();
    thread.worker.postMessage(task.job);
  }

  function start(): Thread {
    const worker = new Worker(new URL('./compose-worker.ts', import.meta.url));
    const thread: Thread = { worker };
    threads.add(thread);
    worker.on('message', (answer: ComposeAnswer) => {
      const { task } = thread;
      thread.task = undefined;
      clearTimeout(thread.timer);
      rest(thread);
      task?.resolve(answer);
      serve();
    });
    const failed = (reason: string) => {
      if (!threads.has(thread)) return;
      void end(thread, reason);
      serve();
    };
    worker.on('error', (error) => failed(`composing thread failed: ${String(error)}`));
    worker.on('exit', (code) => failed(`composing thread ended with code ${code}`));
    return thread;
  }

  function serve(): void {
    while (waiting.length > 0) {
      const free = [...threads].find((thread) => thread.task === undefined);
      const thread = free ?? (threads.size < workers ? start() : undefined);
      const task = thread ? waiting.shift() : undefined;
      if (thread === undefined || task === undefined) return;
      give(thread, task);
    }
  }

  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        waiting.push({ job, resolve, reject });
        serve();
      }),
    async close() {
      for (const task of waiting.splice(0)) task.reject(new Error('composing was closed'));
      await Promise.all([...threads].map((thread) => end(thread, 'composing was closed')));
    },
    threads: () => threads.size,
  };
}
