import { useOperation } from '@dualtrack/ui';
import { dayAfter, mondayOf } from '../../week.ts';
import { rotations } from '../client.ts';

export type MyWeeks = Awaited<ReturnType<typeof rotations.mine>>;
export type MyBlock = MyWeeks['blocks'][number];

/** The reader's own weeks of published plans: a student's, a guardian's child's, or a mentor's people. */
export function useMyWeeks() {
  return useOperation('rotations.mine', rotations.mine, {});
}

/** Blocks that run in the week of a Monday. */
export function blocksIn(weeks: MyWeeks, monday: string): MyBlock[] {
  return weeks.blocks.filter(
    (block) => block.firstWeek <= monday && dayAfter(block.firstWeek, block.weeks * 7) > monday,
  );
}

/** This Monday, and the next. */
export function mondaysOf(weeks: MyWeeks): readonly [string, string] {
  const monday = mondayOf(weeks.today);
  return [monday, dayAfter(monday, 7)];
}
