import { dayAfter, mondayOf, weekAfter } from './week.ts';

/** Special days in a row that are the same: one stretch. */
export type DayStretch = { from: string; to: string; kind: string; name: string; days: number };

/** Days in a row of one kind and name as stretches, in their order. */
export function stretchesOfDays(days: readonly { date: string; kind: string; name: string }[]): DayStretch[] {
  const stretches: DayStretch[] = [];
  for (const { date, kind, name } of days) {
    const last = stretches.findLast((one) => one.kind === kind && one.name === name);
    if (last !== undefined && dayAfter(last.to, 1) === date) {
      last.to = date;
      last.days += 1;
    } else stretches.push({ from: date, to: date, kind, name, days: 1 });
  }
  return stretches;
}

/** The Mondays of all weeks that have a day in a month, `YYYY-MM`. */
export function weeksOfMonth(month: string): string[] {
  const first = `${month}-01`;
  const weeks: string[] = [];
  for (let monday = mondayOf(first); monday < `${monthAfter(month, 1)}-01`; monday = weekAfter(monday, 1))
    weeks.push(monday);
  return weeks;
}

/** The month some months after a month, `YYYY-MM`. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

type Spanned = { firstWeek: string; weeks: number };

/** The blocks that run in the week of a Monday. */
export function blocksInWeek<Block extends Spanned>(blocks: readonly Block[], monday: string): Block[] {
  return blocks.filter(
    (block) => block.firstWeek <= monday && monday < weekAfter(block.firstWeek, block.weeks),
  );
}

/** Blocks by when they begin and end, the first first. */
export function bySpan<Block extends Spanned>(
  blocks: readonly Block[],
): { firstWeek: string; weeks: number; blocks: Block[] }[] {
  const groups = new Map<string, { firstWeek: string; weeks: number; blocks: Block[] }>();
  for (const block of blocks) {
    const { firstWeek, weeks } = block;
    const key = `${firstWeek} ${String(weeks).padStart(3, '0')}`;
    const group = groups.get(key) ?? { firstWeek, weeks, blocks: [] };
    group.blocks.push(block);
    groups.set(key, group);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}
