import { Refusal } from '../errors.ts';

const kept = new WeakSet<Refusal>();

/**
 * Marks a refusal whose transaction commits all the same: the answer is "no", but what was written to find that out
 * stays (the verdicts of a check that refuses). Only for operations that have written nothing else before it.
 */
export function keepingWork(refusal: Refusal): Refusal {
  kept.add(refusal);
  return refusal;
}

/** Whether the work before this refusal is to be kept. */
export function keepsWork(error: unknown): error is Refusal {
  return error instanceof Refusal && kept.has(error);
}
