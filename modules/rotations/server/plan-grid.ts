import type { PlanDetail } from '../contract.ts';
import { daysBetween } from '../week.ts';

type Block = PlanDetail['blocks'][number];

/** A stretch of equal weeks in a row of the plan: a block, a stretch of the calendar, or nothing. */
export type Stretch = {
  from: number;
  length: number;
  block?: Block;
  kind?: PlanDetail['calendar'][number]['kind'];
};

/** A row of the plan as it is printed: `place` counts the rows of one student or workstation from 0. */
export type GridRow = { id: string; place: number; stretches: Stretch[] };

/**
 * The plan as rows of stretches that fill all its weeks: one row a student, or one row for each place of a
 * workstation that is ever taken at once.
 */
export function planGrid(plan: PlanDetail, by: 'student' | 'station'): GridRow[] {
  const ids =
    by === 'student'
      ? plan.learners.map((learner) => learner.placementId)
      : plan.stations.map((station) => station.id);
  return ids.flatMap((id) => {
    const own = plan.blocks
      .filter((block) => (by === 'student' ? block.placementId : block.stationId) === id)
      .sort((left, right) => (left.firstWeek < right.firstWeek ? -1 : 1));
    return lanes(plan, own).map((blocks, place) => ({ id, place, stretches: filled(plan, blocks) }));
  });
}

type Placed = { from: number; block: Block };

/** Blocks in as few rows as possible, none overlapping; at least one row. */
function lanes(plan: PlanDetail, blocks: readonly Block[]): Placed[][] {
  const rows: Placed[][] = [[]];
  for (const block of blocks) {
    const from = daysBetween(plan.firstWeek, block.firstWeek) / 7;
    const free = rows.find((row) => row.every((one) => one.from + one.block.weeks <= from));
    if (free === undefined) rows.push([{ from, block }]);
    else free.push({ from, block });
  }
  return rows;
}

function filled(plan: PlanDetail, blocks: readonly Placed[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (let week = 0; week < plan.weeks; ) {
    const placed = blocks.find((one) => one.from === week);
    if (placed !== undefined) {
      const length = Math.min(placed.block.weeks, plan.weeks - week);
      stretches.push({ from: week, length, block: placed.block });
      week += length;
      continue;
    }
    const kind = plan.calendar[week]?.kind ?? 'enterprise';
    const last = stretches.at(-1);
    if (last !== undefined && last.block === undefined && last.kind === kind) last.length += 1;
    else stretches.push({ from: week, length: 1, kind });
    week += 1;
  }
  return stretches;
}
