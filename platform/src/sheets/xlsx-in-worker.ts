import { Worker } from 'node:worker_threads';
import type { SheetBatch } from './sheet-batch.ts';
import type { SheetLimits } from './sheet-limits.ts';
import { SheetRefusal } from './sheet-refusal.ts';

/** What the thread sends back. */
export type WorkerReply =
  | { batch: SheetBatch }
  | { refused: { code: string; params: Readonly<Record<string, string | number>> } }
  | { done: true };

/** Memory of the thread; a file that needs more is refused instead of taking the server with it. */
const heapMegabytes = 1024;

/**
 * `readXlsx` in a thread of its own, with at most two batches waiting. Throws SheetRefusal as it does,
 * and `import.file-too-complex` when the thread runs out of its memory. Leaving the loop ends the thread.
 */
export async function* readXlsxInWorker(
  bytes: Buffer,
  sheetNames: readonly string[],
  limits: SheetLimits,
): AsyncGenerator<SheetBatch> {
  const worker = new Worker(new URL('./xlsx-worker.ts', import.meta.url), {
    workerData: { bytes, sheetNames, limits },
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  const inbox = createInbox(worker);
  try {
    for (;;) {
      const reply = await inbox();
      if ('done' in reply) return;
      if ('refused' in reply) throw new SheetRefusal(reply.refused.code, reply.refused.params);
      worker.postMessage('more');
      yield reply.batch;
    }
  } finally {
    await worker.terminate();
  }
}

/** The replies of a worker one at a time; its failure or early end rejects. */
function createInbox(worker: Worker): () => Promise<WorkerReply> {
  const waiting: WorkerReply[] = [];
  let failure: Error | undefined;
  let wake: (() => void) | undefined;
  worker.on('message', (reply: WorkerReply) => {
    waiting.push(reply);
    wake?.();
  });
  worker.on('error', (error: Error & { code?: string }) => {
    // A RangeError is a text longer than the engine can hold.
    const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError;
    failure = isMemory ? new SheetRefusal('import.file-too-complex', { megabytes: heapMegabytes }) : error;
    wake?.();
  });
  worker.on('exit', () => {
    failure ??= new Error('the spreadsheet thread ended early');
    wake?.();
  });
  return async () => {
    for (;;) {
      const reply = waiting.shift();
      if (reply !== undefined) return reply;
      if (failure !== undefined) throw failure;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
}
