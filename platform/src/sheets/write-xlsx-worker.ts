import { parentPort, workerData } from 'node:worker_threads';
import { type WriteBook, writeXlsxHere } from './write-xlsx.ts';

// A cast: workerData is untyped, and only writeXlsx starts this file.
parentPort?.postMessage(await writeXlsxHere(workerData as WriteBook));
