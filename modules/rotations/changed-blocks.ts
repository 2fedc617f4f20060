import { dayAfter } from './week.ts';

/** A block as far as those it concerns would notice a change. */
export type ToldBlock = {
  studentId: string;
  unitId: string;
  stationId: string;
  mentorId: string | null;
  firstWeek: string;
  weeks: number;
};

/**
 * Blocks of a plan, not yet over on `today`, that stand otherwise than in the plan before, and those of that plan that
 * are gone: what somebody who knows the old plan has to be told.
 */
export function changedBlocks<Block extends ToldBlock>(
  now: readonly Block[],
  before: readonly Block[],
  today: string,
): Block[] {
  const ahead = (block: ToldBlock) => dayAfter(block.firstWeek, block.weeks * 7) > today;
  const known = new Set(before.map(keyOf));
  const kept = new Set(now.map(keyOf));
  return [
    ...now.filter((block) => ahead(block) && !known.has(keyOf(block))),
    ...before.filter((block) => ahead(block) && !kept.has(keyOf(block))),
  ];
}

function keyOf({ studentId, unitId, stationId, mentorId, firstWeek, weeks }: ToldBlock): string {
  return [studentId, unitId, stationId, mentorId, firstWeek, weeks].join(' ');
}
