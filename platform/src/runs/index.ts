export { followThread } from './follow-thread.ts';
export type { LongRun, LongRunHandler } from './long-run.ts';
export { startRun } from './long-run.ts';
export { runsUnderWay } from './under-way.ts';
export type { RunWorker } from './worker.ts';
export { startRunWorker } from './worker.ts';
