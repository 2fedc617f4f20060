import type { PlanDetail } from './contract.ts';

type Learner = Pick<
  PlanDetail['learners'][number],
  'placementId' | 'studentName' | 'unmetWishes' | 'score' | 'ideal'
>;
type Block = Pick<PlanDetail['blocks'][number], 'placementId' | 'unitName' | 'unitNameEn' | 'reason'>;

/** How far a student's programme falls short of the best that would be possible alone, and what it is made of. */
export type Shortfall = Pick<Learner, 'placementId' | 'studentName' | 'unmetWishes'> & {
  /** Points. */
  lost: number;
  ideal: number;
  /** Weeks at the enterprise without a unit before the last one; changes of site; units away from the own site. */
  idle: number;
  siteChanges: number;
  elsewhere: { name: string; nameEn: string }[];
};

const least = 1e-6;

/** Students who have less than their own best, furthest first; those of whom nothing is known are left out. */
export function shortfalls(plan: {
  readonly learners: readonly Learner[];
  readonly blocks: readonly Block[];
}): Shortfall[] {
  const blocksOf = Map.groupBy(plan.blocks, (block) => block.placementId);
  return plan.learners
    .flatMap(({ placementId, studentName, unmetWishes, score, ideal }) => {
      if (score === null || ideal === null || ideal - score <= least) return [];
      const blocks = blocksOf.get(placementId) ?? [];
      const reason = blocks.find((block) => block.reason !== null)?.reason ?? null;
      const elsewhere = blocks.filter(
        ({ reason: own }) => own?.wanted?.hasOwnSite === true && !own.wanted.isOwnSite,
      );
      return [
        {
          ...{ placementId, studentName, unmetWishes, ideal, lost: ideal - score },
          idle: reason?.waits.atWork ?? 0,
          siteChanges: reason?.siteChanges.count ?? 0,
          elsewhere: elsewhere.map((block) => ({ name: block.unitName, nameEn: block.unitNameEn })),
        },
      ];
    })
    .sort((left, right) => right.lost - left.lost);
}
