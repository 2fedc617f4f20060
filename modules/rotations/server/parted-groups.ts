import type { PlanningFacts } from './build-problem.ts';
import type { Misfit } from './find-misfits.ts';
import { wholeBlocks } from './held-blocks.ts';

type Block = { placementId: string; unitId: string; stationId: string; firstWeek: string; isRest: boolean };

/** Units to come in which the members of a group are not at one site in the same weeks; `week`: the first of theirs. */
export function partedGroups(
  blocks: readonly Block[],
  {
    stations,
    rules,
    heldUntil,
  }: Pick<PlanningFacts, 'stations'> & Partial<Pick<PlanningFacts, 'rules' | 'heldUntil'>>,
): Misfit[] {
  const ahead = wholeBlocks(blocks.filter((block) => !block.isRest)).filter(
    (block) => block.firstWeek > (heldUntil ?? ''),
  );
  const siteOf = (stationId: string) => stations.find((one) => one.id === stationId)?.siteId;
  return (rules?.groups ?? []).flatMap(({ name, placementIds }) => {
    const own = ahead.filter((block) => placementIds.includes(block.placementId));
    return [...new Set(own.map((block) => block.unitId))].flatMap((unitId): Misfit[] => {
      const there = own.filter((block) => block.unitId === unitId);
      const where = new Set(there.map((block) => `${siteOf(block.stationId)} ${block.firstWeek}`));
      if (where.size === 1 && there.length === placementIds.length) return [];
      const week = there.map((block) => block.firstWeek).sort()[0] ?? '';
      return [{ code: 'group-parted', name, unitId, week, heads: placementIds.length, places: 0 }];
    });
  });
}
