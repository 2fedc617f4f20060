/** How places are given: stably; or as many as can be, for which the class says so before choices are made. */
export const placingRules = ['stable', 'fill'] as const;
export type PlacingRule = (typeof placingRules)[number];

/** What a run was asked beside choices and scores, and what came of it. Ids are of applications, seats and caps. */
export type RunSide = {
  conditions: {
    groups: { id: string; members: string[] }[];
    minimums: { place: string; heads: number }[];
  };
  /** Places that are not run, with the heads they would have had. */
  closed: { place: string; minimum: number; heads: number }[];
  /** By group: the seat all its members got, or null when each went alone. */
  groups: { id: string; seat: string | null }[];
  /** Wishes given up for groups and least numbers. */
  setAside: number;
  /** Only when more seats were filled: what that gained and cost. */
  filled: { added: number; worse: number; isProven: boolean } | null;
};

/** The most who may want to stay together. */
export const largestGroup = 6;

/** Where a course is held. */
export const heldAts = ['school', 'enterprise', 'both'] as const;
export type HeldAt = (typeof heldAts)[number];

/** Why somebody leaves a class or changes the post. */
export const changeReasons = [
  'not-suited',
  'health',
  'family',
  'study',
  'too-far',
  'pay',
  'conduct',
  'no-work',
  'other',
] as const;
export type ChangeReason = (typeof changeReasons)[number];
/** Reasons that stand in the record: those that are chosen, and an appeal that led to another post. */
export const recordedReasons = [...changeReasons, 'appeal'] as const;
export type RecordedReason = (typeof recordedReasons)[number];

/** The score of a rubric: the mean of the points by weight, to two decimals; null while a criterion has none. */
export function rubricScore(
  criteria: readonly { id: string; weight: number }[],
  points: ReadonlyMap<string, number>,
): number | null {
  let sum = 0;
  let weights = 0;
  for (const { id, weight } of criteria) {
    const given = points.get(id);
    if (given === undefined) return null;
    sum += weight * given;
    weights += weight;
  }
  return weights === 0 ? null : Math.round((100 * sum) / weights) / 100;
}
