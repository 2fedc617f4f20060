import { daysBetween, isWeekWithin, weekAfter } from './week.ts';

/** What speaks against a block standing somewhere; `week` is a Monday where it matters. */
export type MoveFlaw = {
  code: 'wrong-unit' | 'outside' | 'past' | 'away' | 'absent' | 'overlap' | 'full' | 'law' | 'mentor';
  week: string;
};

type Block = {
  id: string;
  placementId: string;
  unitId: string;
  stationId: string;
  mentorId: string | null;
  firstWeek: string;
  weeks: number;
};

/** The plan as far as moving a block is concerned. */
export type MovablePlan = {
  firstWeek: string;
  weeks: number;
  classStartsOn: string;
  classEndsOn: string;
  calendar: readonly { weekStart: string; kind: string }[];
  blocks: readonly Block[];
  stations: readonly { id: string; unitId: string; weekPlaces: readonly number[] }[];
  mentors: readonly { id: string; unitIds: readonly string[]; weekRoom: readonly number[] }[];
  /** Monday of the week up to which everything is past, in the change of a published plan. */
  heldUntil: string | null;
  /** Mondays of weeks in which a student is absent. */
  learners: readonly { placementId: string; absentWeeks: readonly string[] }[];
  law: { bars: readonly { stationId: string; placementIds: readonly string[] }[] };
};

/**
 * Hard rules against moving a block to a station and a first week, while all others stay (`others` says which count,
 * for swaps). None: it may be dropped there. Read by the screen while dragging and by the server.
 */
export function flawsOfMove(
  plan: MovablePlan,
  block: Block,
  target: { stationId: string; firstWeek: string; mentorId?: string },
  others: readonly Block[] = plan.blocks.filter((one) => one.id !== block.id),
): MoveFlaw[] {
  const station = plan.stations.find((one) => one.id === target.stationId);
  if (station === undefined || station.unitId !== block.unitId) {
    return [{ code: 'wrong-unit', week: target.firstWeek }];
  }
  const start = daysBetween(plan.firstWeek, target.firstWeek) / 7;
  if (!Number.isInteger(start) || start < 0 || start + block.weeks > plan.weeks) {
    return [{ code: 'outside', week: target.firstWeek }];
  }
  const held = plan.heldUntil ?? '';
  if (block.firstWeek <= held || target.firstWeek <= held) return [{ code: 'past', week: held }];
  const absent = plan.learners.find((one) => one.placementId === block.placementId)?.absentWeeks ?? [];
  const kinds = new Map(plan.calendar.map((week) => [week.weekStart, week.kind]));
  const span = { startsOn: plan.classStartsOn, endsOn: plan.classEndsOn };
  const runsIn = (one: Block, week: string) =>
    one.firstWeek <= week && weekAfter(one.firstWeek, one.weeks) > week;
  const flaws = new Map<MoveFlaw['code'], string>();
  const note = (code: MoveFlaw['code'], week: string) => {
    if (!flaws.has(code)) flaws.set(code, week);
  };
  const isBarred = plan.law.bars.some(
    (bar) => bar.stationId === station.id && bar.placementIds.includes(block.placementId),
  );
  if (isBarred) note('law', target.firstWeek);
  if (!hasMentor(plan, block, start, others, target.mentorId)) note('mentor', target.firstWeek);
  for (let at = 0; at < block.weeks; at += 1) {
    const week = weekAfter(target.firstWeek, at);
    if (!isWeekWithin(week, span)) note('outside', week);
    else if ((kinds.get(week) ?? 'enterprise') !== 'enterprise') note('away', week);
    if (absent.includes(week)) note('absent', week);
    const running = others.filter((one) => runsIn(one, week));
    if (running.some((one) => one.placementId === block.placementId)) note('overlap', week);
    const heads = running.filter((one) => one.stationId === station.id).length;
    if (heads >= (station.weekPlaces[start + at] ?? 0)) note('full', week);
  }
  return [...flaws].map(([code, week]) => ({ code, week }));
}

/** Whether some mentor, or the wished one, has room for a block while all others keep theirs; without mentors nobody is asked. */
function hasMentor(
  plan: MovablePlan,
  block: Block,
  start: number,
  others: readonly Block[],
  wished: string | undefined,
): boolean {
  if (plan.mentors.length === 0) return true;
  const able = plan.mentors.filter(
    ({ id, unitIds }) => id === (wished ?? id) && (unitIds.length === 0 || unitIds.includes(block.unitId)),
  );
  return able.some(({ id, weekRoom }) => {
    const own = others.filter((one) => one.mentorId === id);
    return Array.from({ length: block.weeks }, (_, at) => start + at).every((week) => {
      const from = (one: Block) => daysBetween(plan.firstWeek, one.firstWeek) / 7;
      const heads = own.filter((one) => from(one) <= week && from(one) + one.weeks > week).length;
      return heads < (weekRoom[week] ?? 0);
    });
  });
}

/** Rules against two blocks of one unit changing places; both must fit where the other stands. */
export function flawsOfSwap(plan: MovablePlan, one: Block, other: Block): MoveFlaw[] {
  if (one.unitId !== other.unitId || one.weeks !== other.weeks)
    return [{ code: 'wrong-unit', week: other.firstWeek }];
  const rest = plan.blocks.filter((block) => block.id !== one.id && block.id !== other.id);
  // Their mentors may change with them.
  const { stationId, firstWeek, mentorId } = one;
  const moved = { ...other, stationId, firstWeek, mentorId };
  const at = (block: Block) => ({ stationId: block.stationId, firstWeek: block.firstWeek });
  return [...flawsOfMove(plan, one, at(other), [...rest, moved]), ...flawsOfMove(plan, other, at(one), rest)];
}
