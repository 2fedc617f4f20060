import { weekAfter } from '../week.ts';
import { mayMentor, mentorRoom, type PlanningMentor } from './mentor-room.ts';

type Block = { unitId: string; start: number; weeks: number; mentorId: string | null };

/** Blocks that change their mentor one after the other, at most, before a block is left without one. */
const mostMoves = 3;

/**
 * Gives each block one mentor for all its weeks: the one it has (`mentorId`) where that one may and has room, else the one
 * with the smallest share of the own room in use, those for few units first. Where nobody has room, others change their
 * mentor to make some; `others` stand already and keep theirs. A block for which even that finds nobody gets null.
 */
export function assignMentors<One extends Block>(
  blocks: readonly One[],
  mentors: readonly PlanningMentor[],
  plan: { firstWeek: string; weeks: number },
  others: readonly Block[] = [],
): One[] {
  const room = new Map(
    mentors.map((mentor) => [
      mentor.id,
      Array.from({ length: plan.weeks }, (_, week) => mentorRoom(mentor, weekAfter(plan.firstWeek, week))),
    ]),
  );
  for (const block of others) take(room.get(block.mentorId ?? ''), block, 1);
  const found = blocks.map((block) => ({ ...block }));
  for (const block of found) {
    const mentor = mentors.find((one) => one.id === block.mentorId);
    const mayStay = mentor !== undefined && mayMentor(mentor, block.unitId);
    if (mayStay && freeFor(room.get(mentor.id), block) > 0) take(room.get(mentor.id), block, 1);
    else block.mentorId = null;
  }
  for (const block of found) {
    if (block.mentorId === null) place(found, block, mentors, room, mostMoves, new Set());
  }
  return found;
}

type Room = Map<string, number[]>;

/** Finds a mentor for a block, if need be by moving others; says whether there is one. */
function place(
  all: readonly Block[],
  block: Block,
  mentors: readonly PlanningMentor[],
  room: Room,
  moves: number,
  moved: Set<Block>,
): boolean {
  const share = (mentor: PlanningMentor) =>
    1 - freeFor(room.get(mentor.id), block) / Math.max(1, mentor.maxLearners);
  const able = mentors
    .filter((mentor) => mayMentor(mentor, block.unitId))
    .sort((one, other) => breadth(one) - breadth(other) || share(one) - share(other));
  const free = able.find((mentor) => freeFor(room.get(mentor.id), block) > 0);
  if (free !== undefined) {
    block.mentorId = free.id;
    take(room.get(free.id), block, 1);
    return true;
  }
  if (moves === 0) return false;
  for (const mentor of able) {
    for (const other of all) {
      if (other.mentorId !== mentor.id || other === block || moved.has(other)) continue;
      take(room.get(mentor.id), other, -1);
      if (freeFor(room.get(mentor.id), block) > 0) {
        take(room.get(mentor.id), block, 1);
        other.mentorId = null;
        if (place(all, other, mentors, room, moves - 1, new Set([...moved, block, other]))) {
          block.mentorId = mentor.id;
          return true;
        }
        other.mentorId = mentor.id;
        take(room.get(mentor.id), block, -1);
      }
      take(room.get(mentor.id), other, 1);
    }
  }
  return false;
}

const breadth = (mentor: PlanningMentor) => mentor.unitIds.length || Number.MAX_SAFE_INTEGER;

/** The least room in the weeks of a block. */
function freeFor(room: readonly number[] | undefined, block: Block): number {
  return Math.min(...(room ?? [0]).slice(block.start, block.start + block.weeks));
}

function take(room: number[] | undefined, block: Block, heads: number): void {
  if (room === undefined) return;
  const end = Math.min(room.length, block.start + block.weeks);
  for (let week = Math.max(0, block.start); week < end; week += 1) room[week] = (room[week] ?? 0) - heads;
}
