import type { Model } from '../model/model.ts';

/** More than any one block can win or lose, so that a head over or under a place rule outweighs a wish. */
export function rulePenalty(model: Model): number {
  let widest = 1;
  for (const { value, siteChange, wait } of model.learners) {
    const values = [...value.filter(Number.isFinite), 0];
    const spread = Math.max(...values) - Math.min(...values) + Math.abs(siteChange) + Math.abs(wait);
    widest = Math.max(widest, spread);
  }
  return widest * (1 + model.fairness);
}
