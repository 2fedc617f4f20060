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

/** What is planned later than next week, where this week and the next have nothing: the weeks to be looked forward to. */
export function firstAhead(weeks: MyWeeks): MyBlock | undefined {
  const [monday, next] = mondaysOf(weeks);
  const isPlanned = [monday, next].some(
    (day) => blocksIn(weeks, day).length > 0 || weeks.weeks.some((week) => week.weekStart === day),
  );
  return isPlanned ? undefined : weeks.blocks.find((block) => block.firstWeek > next);
}

/** This Monday, and the next. */
export function mondaysOf(weeks: MyWeeks): readonly [string, string] {
  const monday = mondayOf(weeks.today);
  return [monday, dayAfter(monday, 7)];
}
