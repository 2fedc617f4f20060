import { newId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { daysBetween, weekAfter } from '../week.ts';
import { assignMentors } from './assign-mentors.ts';
import { type PlanningFacts, placesAt } from './build-problem.ts';
import type { HeldRow } from './held-blocks.ts';
import { ownDb, type planFacts } from './plan-facts.ts';

type Known = Pick<Awaited<ReturnType<typeof planFacts>>, 'plan' | 'base' | 'facts'>;

/** What is left of a block that has begun: where and with whom it goes on. `start` counts weeks from the plan's first. */
export type Rest = {
  id: string;
  unitId: string;
  stationId: string;
  mentorId: string | null;
  start: number;
  weeks: number;
};

/**
 * Where blocks that have begun go on from this week: at their own workstation and with their own mentor while both have
 * room, else at a free one of the unit, of the same site first, and with whoever has room. Where nobody has, as it was.
 */
export function restsOf(facts: PlanningFacts): Rest[] {
  const from = facts.heldUntil ?? '';
  const rests = facts.pins
    .filter((pin) => pin.isBegun === true && pin.id !== undefined)
    .flatMap((pin): (Rest & { placementId: string })[] => {
      const past = Math.max(0, daysBetween(pin.firstWeek, from) / 7);
      const weeks = (pin.weeks ?? 1) - past;
      if (weeks <= 0) return [];
      const start = daysBetween(facts.firstWeek, pin.firstWeek) / 7 + past;
      const { id = '', placementId, unitId, stationId, mentorId } = pin;
      return [{ id, placementId, unitId, stationId, mentorId, start, weeks }];
    })
    .sort((left, right) => left.start - right.start || (left.id < right.id ? -1 : 1));
  const room = new Map(
    facts.stations.map((station) => [
      station.id,
      Array.from({ length: facts.weeks }, (_, at) => placesAt(station, weekAfter(facts.firstWeek, at))),
    ]),
  );
  const hasRoom = (stationId: string, rest: Rest) =>
    Array.from({ length: rest.weeks }, (_, at) => room.get(stationId)?.[rest.start + at] ?? 0).every(
      (places) => places > 0,
    );
  const take = (rest: Rest) => {
    const own = room.get(rest.stationId);
    for (let at = rest.start; own !== undefined && at < rest.start + rest.weeks; at += 1) {
      own[at] = (own[at] ?? 0) - 1;
    }
  };
  const homeless = rests.filter((rest) => {
    const stays = hasRoom(rest.stationId, rest);
    if (stays) take(rest);
    return !stays;
  });
  for (const rest of homeless) {
    const site = facts.stations.find((station) => station.id === rest.stationId)?.siteId;
    const free = facts.stations
      .filter((station) => station.unitId === rest.unitId && hasRoom(station.id, rest))
      .filter((station) => station.barred?.includes(rest.placementId) !== true)
      .sort((one, other) => Number(other.siteId === site) - Number(one.siteId === site));
    if (free[0] === undefined) continue;
    rest.stationId = free[0].id;
    take(rest);
  }
  if (facts.mentors.length === 0) return rests;
  return assignMentors(rests, facts.mentors, facts).map((rest, at) => ({
    ...rest,
    // Nobody has room: the page says so, and the mentor stands for somebody to be found.
    mentorId: rest.mentorId ?? rests[at]?.mentorId ?? null,
  }));
}

/**
 * Writes where blocks that have begun go on; what is past of them stays as a row of its own. Those of students who have
 * left end with last week. Says how many changed.
 */
export async function handOver<Tables>(
  context: TransactionContext<Tables>,
  { plan, base, facts }: Known,
): Promise<number> {
  const db = ownDb(context);
  const present = new Set(facts.learners.map((learner) => learner.placementId));
  let moved = 0;
  for (const rest of restsOf(facts)) {
    const pin = facts.pins.find((one): one is HeldRow & { id: string } => one.id === rest.id);
    if (pin === undefined) continue;
    const isSame = pin.stationId === rest.stationId && pin.mentorId === rest.mentorId;
    if (isSame && present.has(pin.placementId)) continue;
    moved += 1;
    const past = (pin.weeks ?? rest.weeks) - rest.weeks;
    if (!present.has(pin.placementId)) {
      await shorten(db, pin.id, past);
      continue;
    }
    const row = await db.selectFrom('rotationBlock').selectAll().where('id', '=', pin.id).executeTakeFirst();
    if (row === undefined) continue;
    const station = base.stations.find((one) => one.id === rest.stationId);
    const mentor = base.mentors.find((one) => one.id === rest.mentorId);
    const place =
      station === undefined
        ? {}
        : {
            ...{ stationId: station.id, stationName: station.name, stationNameEn: station.nameEn },
            ...{ siteId: station.siteId, siteName: station.siteName, siteNameEn: station.siteNameEn },
          };
    const now = {
      ...place,
      ...{ mentorId: rest.mentorId, mentorName: mentor?.name ?? row.mentorName },
      ...{ firstWeek: weekAfter(plan.firstWeek, rest.start), weeks: rest.weeks, reason: null },
    };
    if (rest.weeks === row.weeks) {
      await db.updateTable('rotationBlock').set(now).where('id', '=', row.id).execute();
      continue;
    }
    await shorten(db, row.id, past);
    const shift = row.shift === null ? null : JSON.stringify(row.shift);
    await db
      .insertInto('rotationBlock')
      .values({ ...row, ...now, shift, id: newId() })
      .execute();
  }
  return moved;
}

async function shorten(db: ReturnType<typeof ownDb>, id: string, weeks: number): Promise<void> {
  if (weeks === 0) await db.deleteFrom('rotationBlock').where('id', '=', id).execute();
  else await db.updateTable('rotationBlock').set({ weeks }).where('id', '=', id).execute();
}
