import { parentPort, workerData } from 'node:worker_threads';
import type { SheetLimits } from './sheet-limits.ts';
import { SheetRefusal } from './sheet-refusal.ts';
import type { WorkerReply } from './xlsx-in-worker.ts';
import { readXlsx } from './xlsx-reader.ts';

/** What `readXlsxInWorker` hands to this thread. */
export type WorkerTask = { bytes: Uint8Array; sheetNames: readonly string[]; limits: SheetLimits };

const port = parentPort;
if (port !== null) {
  // One batch is on its way while the next is made; the reader asks for more by any message.
  let credit = 2;
  let wake: (() => void) | undefined;
  port.on('message', () => {
    credit += 1;
    wake?.();
  });
  const say = (reply: WorkerReply) => port.postMessage(reply);
  // A cast: workerData is untyped, and only readXlsxInWorker starts this file.
  const task = workerData as WorkerTask;
  try {
    const { buffer, byteOffset, byteLength } = task.bytes;
    for await (const batch of readXlsx(
      Buffer.from(buffer, byteOffset, byteLength),
      task.sheetNames,
      task.limits,
    )) {
      while (credit === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      credit -= 1;
      say({ batch });
    }
    say({ done: true });
  } catch (error) {
    if (!(error instanceof SheetRefusal)) throw error;
    say({ refused: { code: error.code, params: error.params } });
  }
  port.close();
}
