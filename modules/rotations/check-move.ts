import type { PlanRules } from './rules-contract.ts';
import { leastFlaw, orderFlaw, siteFlaw } from './rules-of-move.ts';
import { daysBetween, isWeekWithin, weekAfter } from './week.ts';

/** What speaks against a block standing somewhere; `week` is a Monday where it matters. */
export type MoveFlaw = {
  code:
    | ('wrong-unit' | 'outside' | 'past' | 'away' | 'absent' | 'overlap' | 'full' | 'law' | 'mentor')
    | ('order' | 'site-limit' | 'least' | 'group');
  week: string;
};

/** A block as far as moving it is concerned. */
export type MovedBlock = {
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
  blocks: readonly MovedBlock[];
  stations: readonly { id: string; unitId: string; siteId: string; weekPlaces: readonly number[] }[];
  mentors: readonly { id: string; unitIds: readonly string[]; weekRoom: readonly number[] }[];
  /** Monday of the week up to which everything is past, in the change of a published plan. */
  heldUntil: string | null;
  /** Mondays of weeks in which a student is absent. */
  learners: readonly { placementId: string; absentWeeks: readonly string[] }[];
  /** Units and which have to be begun before them. */
  balance: readonly { unitId: string; after: readonly string[] }[];
  rules: Pick<PlanRules, 'least' | 'siteLimits' | 'groups'>;
  law: { bars: readonly { stationId: string; placementIds: readonly string[] }[] };
};

type Target = { stationId: string; firstWeek: string; mentorId?: string };

/**
 * Hard rules against moving a block to a station and a first week, while all others stay. None: it may be dropped there.
 * Read by the screen while dragging and by the server.
 */
export function flawsOfMove(plan: MovablePlan, block: MovedBlock, target: Target): MoveFlaw[] {
  return movesOf(plan, block, target).flaws;
}

/**
 * What moves when a block is moved, and what speaks against it. Whoever moves with a group takes the others along: they go
 * to the same workstation or, where it is full, to another one of the site.
 */
export function movesOf<One extends MovedBlock>(
  plan: Omit<MovablePlan, 'blocks'> & { blocks: readonly One[] },
  block: One,
  target: Target,
): { flaws: MoveFlaw[]; moved: One[] } {
  const { stationId, firstWeek } = target;
  const siteOf = (id: string) => plan.stations.find((one) => one.id === id)?.siteId;
  const site = siteOf(stationId);
  const isSame = siteOf(block.stationId) === site && block.firstWeek === firstWeek;
  const mates = isSame ? [] : matesOf(plan, block);
  const moving = new Set([block, ...mates].map((one) => one.id));
  const staying = plan.blocks.filter((one) => !moving.has(one.id));
  const moved: One[] = [{ ...block, ...target }];
  const flaws = flawsAlone(plan, block, target, staying);
  const stations = plan.stations.filter((one) => one.unitId === block.unitId && one.siteId === site);
  const near = [stationId, ...stations.map((one) => one.id).filter((id) => id !== stationId)];
  for (const mate of mates) {
    const tried = near.map((id) => {
      const at = { stationId: id, firstWeek };
      return { at, flaws: flawsAlone(plan, mate, at, [...staying, ...moved]) };
    });
    const best = tried.find((one) => one.flaws.length === 0) ?? tried[0];
    if (best === undefined) continue;
    flaws.push(...best.flaws.filter((one) => flaws.every((known) => known.code !== one.code)));
    moved.push({ ...mate, ...best.at });
  }
  return { flaws: [...flaws, ...leastFlaw(plan, plan.blocks, [...staying, ...moved])], moved };
}

/** The blocks that go where one goes: those of its group in the same unit, at the same site and in the same weeks. */
function matesOf<One extends MovedBlock>(
  plan: Omit<MovablePlan, 'blocks'> & { blocks: readonly One[] },
  block: One,
): One[] {
  const group = plan.rules.groups.find((one) => one.placementIds.includes(block.placementId));
  return plan.blocks.filter(
    (one) =>
      one.id !== block.id &&
      group?.placementIds.includes(one.placementId) === true &&
      one.unitId === block.unitId &&
      one.firstWeek === block.firstWeek &&
      one.weeks === block.weeks &&
      siteAt(plan, one) === siteAt(plan, block),
  );
}

/** Rules against one block standing somewhere, with `others` where they are. */
function flawsAlone(
  plan: MovablePlan,
  block: MovedBlock,
  target: Target,
  others: readonly MovedBlock[],
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
  const runsIn = (one: MovedBlock, week: string) =>
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
  const there = { ...block, stationId: target.stationId, firstWeek: target.firstWeek };
  for (const { code, week } of [...orderFlaw(plan, there, others), ...siteFlaw(plan, block, there, others)]) {
    note(code, week);
  }
  return [...flaws].map(([code, week]) => ({ code, week }));
}

/** Whether some mentor, or the wished one, has room for a block while all others keep theirs; without mentors nobody is asked. */
function hasMentor(
  plan: MovablePlan,
  block: MovedBlock,
  start: number,
  others: readonly MovedBlock[],
  wished: string | undefined,
): boolean {
  if (plan.mentors.length === 0) return true;
  const able = plan.mentors.filter(
    ({ id, unitIds }) => id === (wished ?? id) && (unitIds.length === 0 || unitIds.includes(block.unitId)),
  );
  return able.some(({ id, weekRoom }) => {
    const own = others.filter((one) => one.mentorId === id);
    return Array.from({ length: block.weeks }, (_, at) => start + at).every((week) => {
      const from = (one: MovedBlock) => daysBetween(plan.firstWeek, one.firstWeek) / 7;
      const heads = own.filter((one) => from(one) <= week && from(one) + one.weeks > week).length;
      return heads < (weekRoom[week] ?? 0);
    });
  });
}

/** Rules against two blocks of one unit changing places; both must fit where the other stands. */
export function flawsOfSwap(plan: MovablePlan, one: MovedBlock, other: MovedBlock): MoveFlaw[] {
  if (one.unitId !== other.unitId || one.weeks !== other.weeks)
    return [{ code: 'wrong-unit', week: other.firstWeek }];
  const inGroup = (block: MovedBlock) =>
    plan.rules.groups.some((group) => group.placementIds.includes(block.placementId));
  const isElsewhere = one.firstWeek !== other.firstWeek || siteAt(plan, one) !== siteAt(plan, other);
  if (isElsewhere && (inGroup(one) || inGroup(other))) return [{ code: 'group', week: other.firstWeek }];
  const rest = plan.blocks.filter((block) => block.id !== one.id && block.id !== other.id);
  // Their mentors may change with them.
  const { stationId, firstWeek, mentorId } = one;
  const moved = { ...other, stationId, firstWeek, mentorId };
  const at = (block: MovedBlock) => ({ stationId: block.stationId, firstWeek: block.firstWeek });
  return [
    ...flawsAlone(plan, one, at(other), [...rest, moved]),
    ...flawsAlone(plan, other, at(one), rest),
    ...leastFlaw(plan, plan.blocks, [...rest, moved, { ...one, ...at(other) }]),
  ];
}

const siteAt = (plan: Pick<MovablePlan, 'stations'>, block: MovedBlock) =>
  plan.stations.find((station) => station.id === block.stationId)?.siteId;
