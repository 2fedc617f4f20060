import { weekAfter } from './week.ts';

/** A block as far as two plans are compared by it. */
export type ComparedBlock = {
  placementId: string;
  studentName: string;
  unitId: string;
  stationId: string;
  mentorId: string | null;
  firstWeek: string;
  weeks: number;
};

/** What of a student's unit is otherwise. */
export type ChangedPart = 'added' | 'removed' | 'weeks' | 'station' | 'mentor';

/** One student's unit in both plans, in order of weeks; without blocks where a plan has none. */
export type Difference<Block extends ComparedBlock> = {
  before: Block[];
  after: Block[];
  parts: ChangedPart[];
};

/**
 * Compares two plans by each student and unit, which count as one block also where it is in several pieces: the same
 * where every week is at the same workstation with the same mentor.
 */
export function differencesOf<Block extends ComparedBlock>(
  before: readonly Block[],
  after: readonly Block[],
): { same: number; changes: Difference<Block>[] } {
  const old = byUnit(before);
  const now = byUnit(after);
  const changes: Difference<Block>[] = [];
  let same = 0;
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const one = { before: old.get(key) ?? [], after: now.get(key) ?? [] };
    const parts = partsOf(one.before, one.after);
    if (parts.length === 0) same += 1;
    else changes.push({ ...one, parts });
  }
  const nameOf = (one: Difference<Block>) => (one.after[0] ?? one.before[0])?.studentName ?? '';
  return { same, changes: changes.sort((left, right) => nameOf(left).localeCompare(nameOf(right), 'zh')) };
}

function byUnit<Block extends ComparedBlock>(blocks: readonly Block[]): Map<string, Block[]> {
  const units = new Map<string, Block[]>();
  for (const block of [...blocks].sort((one, other) => (one.firstWeek < other.firstWeek ? -1 : 1))) {
    const key = `${block.placementId} ${block.unitId}`;
    units.set(key, [...(units.get(key) ?? []), block]);
  }
  return units;
}

function partsOf(before: readonly ComparedBlock[], after: readonly ComparedBlock[]): ChangedPart[] {
  if (before.length === 0) return ['added'];
  if (after.length === 0) return ['removed'];
  const differs = (what: (block: ComparedBlock) => string | null) =>
    weekly(before, what).join() !== weekly(after, what).join();
  const parts: ChangedPart[] = [];
  if (differs(() => '')) parts.push('weeks');
  // Of a block in other weeks, another workstation is one that it was not at before.
  const isOther = (what: (block: ComparedBlock) => string | null) =>
    parts.includes('weeks') ? !isSubset(after.map(what), before.map(what)) : differs(what);
  if (isOther((block) => block.stationId)) parts.push('station');
  if (isOther((block) => block.mentorId)) parts.push('mentor');
  return parts;
}

function weekly(blocks: readonly ComparedBlock[], what: (block: ComparedBlock) => string | null): string[] {
  return blocks.flatMap((block) =>
    Array.from({ length: block.weeks }, (_, at) => `${weekAfter(block.firstWeek, at)} ${what(block)}`),
  );
}

function isSubset(some: readonly (string | null)[], all: readonly (string | null)[]): boolean {
  return some.every((one) => all.includes(one));
}
