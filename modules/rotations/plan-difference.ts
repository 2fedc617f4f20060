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

/** One student's block of a unit in both plans; undefined where a plan has none. */
export type Difference<Block extends ComparedBlock> = { before: Block | undefined; after: Block | undefined };

/** Compares two plans block by block of each student and unit; those equal in station, weeks and mentor are counted only. */
export function differencesOf<Block extends ComparedBlock>(
  before: readonly Block[],
  after: readonly Block[],
): { same: number; changes: Difference<Block>[] } {
  const key = (block: Block, list: readonly Block[]) => {
    const own = list.filter((one) => one.placementId === block.placementId && one.unitId === block.unitId);
    const at = own.sort((left, right) => (left.firstWeek < right.firstWeek ? -1 : 1)).indexOf(block);
    return `${block.placementId} ${block.unitId} ${at}`;
  };
  const old = new Map(before.map((block) => [key(block, before), block]));
  const now = new Map(after.map((block) => [key(block, after), block]));
  const changes: Difference<Block>[] = [];
  let same = 0;
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const [one, other] = [old.get(name), now.get(name)];
    const isSame =
      one !== undefined &&
      other !== undefined &&
      one.stationId === other.stationId &&
      one.mentorId === other.mentorId &&
      one.firstWeek === other.firstWeek &&
      one.weeks === other.weeks;
    if (isSame) same += 1;
    else changes.push({ before: one, after: other });
  }
  const nameOf = ({ before: one, after: other }: Difference<Block>) => (other ?? one)?.studentName ?? '';
  return { same, changes: changes.sort((left, right) => nameOf(left).localeCompare(nameOf(right), 'zh')) };
}
