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

/** What the rows of a printed plan are. */
export type GridBy = 'student' | 'station' | 'mentor';
/** The row of blocks without a mentor. */
export const noMentor = '';

/**
 * The plan as rows of stretches that fill all its weeks: one row a student, or as many rows a workstation or mentor as
 * it ever has students at once. Mentors who were withdrawn have rows while a block of theirs stands.
 */
export function planGrid(plan: PlanDetail, by: GridBy): GridRow[] {
  return idsOf(plan, by).flatMap((id) => {
    const own = plan.blocks
      .filter((block) => rowOf(block, by) === id)
      .sort((left, right) => (left.firstWeek < right.firstWeek ? -1 : 1));
    return lanes(plan, own).map((blocks, place) => ({ id, place, stretches: filled(plan, blocks) }));
  });
}

function idsOf(plan: PlanDetail, by: GridBy): string[] {
  if (by === 'student') return plan.learners.map((learner) => learner.placementId);
  if (by === 'station') return plan.stations.map((station) => station.id);
  return [...new Set([...plan.mentors.map(({ id }) => id), ...plan.blocks.map((one) => rowOf(one, by))])];
}

function rowOf(block: Block, by: GridBy): string {
  if (by === 'student') return block.placementId;
  return by === 'station' ? block.stationId : (block.mentorId ?? noMentor);
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
