import { classOf, placementsOf } from '@dualtrack/order-classes/server';
import { notFound } from '@dualtrack/platform/errors';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { baseOf } from '@dualtrack/training-bases/server';
import type { Kysely } from 'kysely';
import { presentRules } from '../plan-rules.ts';
import { mondayOf, weekAfter } from '../week.ts';
import type { PlanningFacts } from './build-problem.ts';
import { heldRows, missedIn } from './held-rows.ts';
import { presentState } from './lock-plan.ts';
import { lawOfPlan, mentorsByLaw } from './plan-law.ts';
import { ruleFactsOf, rulesIn } from './rule-facts.ts';
import type { RotationsTables } from './tables.ts';
import { wishesAt } from './unit-wishes.ts';

/** The caller's transaction, typed with this room's tables. */
export function ownDb<Tables>(context: TransactionContext<Tables>): Kysely<RotationsTables> {
  // The same connection; only the view of its tables differs.
  return context.db as unknown as Kysely<RotationsTables>;
}

/** How many optional units each learner takes, by the plan's settings. */
export function electivesOf(settings: Readonly<Record<string, unknown>>): number {
  return typeof settings.electives === 'number' ? settings.electives : 0;
}

async function blocksOf<Tables>(context: TransactionContext<Tables>, planId: string) {
  return ownDb(context)
    .selectFrom('rotationBlock')
    .select(['placementId', 'unitId', 'stationId', 'mentorId', 'firstWeek', 'weeks', 'isRest'])
    .where('planId', '=', planId)
    .execute();
}

async function absencesOf<Tables>(context: TransactionContext<Tables>, classId: string) {
  return ownDb(context)
    .selectFrom('rotationAbsence')
    .select(['placementId', 'fromDay as from', 'toDay as to', 'isMadeUp'])
    .where('classId', '=', classId)
    .orderBy('fromDay')
    .execute();
}

/**
 * Who came off worse than the average of the last earlier round they took part in, by the distance from their own
 * ideal: they count more in this one.
 */
async function owedIn<Tables>(
  context: TransactionContext<Tables>,
  plan: { firstWeek: string },
  placements: readonly { id: string; studentId: string }[],
): Promise<Set<string>> {
  const earlier = await ownDb(context)
    .selectFrom('rotationPlan')
    .select('standing')
    .where('state', '=', 'published')
    .where('firstWeek', '<', plan.firstWeek)
    .orderBy('firstWeek', 'desc')
    .execute();
  const owed = new Set<string>();
  for (const { id, studentId } of placements) {
    const round = earlier.find(({ standing }) => standing.some((one) => one.studentId === studentId));
    if (round === undefined) continue;
    const lost = (one: { score: number; ideal: number }) => one.ideal - one.score;
    const average = round.standing.reduce((sum, one) => sum + lost(one), 0) / round.standing.length;
    const own = round.standing.find((one) => one.studentId === studentId);
    if (own !== undefined && lost(own) > average + 1e-9) owed.add(id);
  }
  return owed;
}

/** Weeks in which published plans of other classes take places and mentors of the base, by station and mentor id. */
async function takenByOthers<Tables>(
  context: TransactionContext<Tables>,
  plan: { baseId: string; classId: string; firstWeek: string; weeks: number },
): Promise<Map<string, Map<string, number>>> {
  const end = weekAfter(plan.firstWeek, plan.weeks);
  const rows = await ownDb(context)
    .selectFrom('rotationBlock as b')
    .innerJoin('rotationPlan as p', (join) =>
      join.onRef('p.tenantId', '=', 'b.tenantId').onRef('p.id', '=', 'b.planId'),
    )
    .select(['b.stationId', 'b.mentorId', 'b.firstWeek', 'b.weeks'])
    .where('p.baseId', '=', plan.baseId)
    .where('p.classId', '!=', plan.classId)
    .where('p.state', '=', 'published')
    .where('b.firstWeek', '<', end)
    .execute();
  const taken = new Map<string, Map<string, number>>();
  for (const { stationId, mentorId, firstWeek, weeks } of rows) {
    for (let at = 0; at < weeks; at += 1) {
      const monday = weekAfter(firstWeek, at);
      if (monday < plan.firstWeek || monday >= end) continue;
      for (const id of mentorId === null ? [stationId] : [stationId, mentorId]) {
        const own = taken.get(id) ?? new Map<string, number>();
        taken.set(id, own.set(monday, (own.get(monday) ?? 0) + 1));
      }
    }
  }
  return taken;
}

/** Everything a plan is made from, read in the school's home. @throws thing.not-found */
export async function planFacts<Tables>(context: TransactionContext<Tables>, planId: string) {
  const db = ownDb(context);
  const plan = await db
    .selectFrom('rotationPlan')
    .selectAll()
    .select(presentState.as('state'))
    .where('id', '=', planId)
    .executeTakeFirst();
  if (plan === undefined) throw notFound('rotation-plan');
  const base = await baseOf(context, plan.baseId);
  if (base === undefined) throw notFound('base');
  const orderClass = await classOf(context, plan.classId);
  if (orderClass === undefined) throw notFound('order-class');
  const standing =
    plan.publishedAt === null
      ? []
      : await db.selectFrom('rotationBlock').select('placementId').where('planId', '=', planId).execute();
  const planned = new Set(standing.map((block) => block.placementId));
  const placements = (await placementsOf(context, plan.classId)).filter(
    // A plan that was published is also looked at when its class is over, by those who were in it.
    (one) => one.state !== 'ended' || planned.has(one.id),
  );
  const calendar = await db
    .selectFrom('rotationWeek')
    .select(['weekStart', 'kind', 'note'])
    .where('planId', '=', planId)
    .orderBy('weekStart')
    .execute();
  const heldUntil = plan.basedOn === null ? null : mondayOf(context.today);
  const absences = await absencesOf(context, plan.classId);
  const law = await lawOfPlan(context, plan, base);
  const wished = await wishesAt(context, plan.baseId);
  const taken = await takenByOthers(context, plan);
  const mentors = mentorsByLaw(base.mentors, law).map((mentor) => ({
    ...mentor,
    taken: taken.get(mentor.id),
  }));
  const facts: PlanningFacts = {
    firstWeek: plan.firstWeek,
    weeks: plan.weeks,
    classSpan: orderClass,
    calendar,
    learners: placements.map((one) => ({
      placementId: one.id,
      siteName: one.siteName,
      absences: absences.filter((absence) => absence.placementId === one.id),
    })),
    units: base.units,
    stations: base.stations.map((station) => ({
      ...station,
      barred: law.bars.filter((bar) => bar.stationId === station.id).map((bar) => bar.placementId),
      taken: taken.get(station.id),
    })),
    mentors,
    pins: await heldRows(context, planId, heldUntil),
    heldUntil,
    missed: await missedIn(context, planId),
    electives: electivesOf(plan.settings),
    keep: plan.basedOn === null ? [] : await blocksOf(context, plan.basedOn),
    wishes: new Map(placements.map((one) => [one.id, wished.get(one.studentId) ?? []])),
    owed: await owedIn(context, plan, placements),
  };
  return {
    plan,
    base,
    law,
    mentors,
    orderClass,
    placements,
    calendar,
    absences,
    facts: { ...facts, rules: presentRules(rulesIn(plan.settings), ruleFactsOf(facts)) },
  };
}
