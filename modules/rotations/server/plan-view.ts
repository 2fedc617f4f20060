import { organisationNames } from '@dualtrack/organisations/server';
import type { Role } from '@dualtrack/platform/contract';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { inductionOf, shiftAt } from '@dualtrack/training-bases/server';
import type { PlanDetail } from '../contract.ts';
import { noRules } from '../plan-rules.ts';
import { planActions, whyNot } from '../rotation-plan.ts';
import { mondayOf, weekAfter } from '../week.ts';
import { awayPeriods, isAbsentAt, type PlanningFacts, placesAt, unitsTaken } from './build-problem.ts';
import { findMisfits } from './find-misfits.ts';
import { mentorRoom } from './mentor-room.ts';
import { isMadeUpAt } from './missed-weeks.ts';
import { overtakenBy } from './overtaken-by.ts';
import { ownDb, planFacts } from './plan-facts.ts';
import { faultsOf } from './plan-faults.ts';
import type { PlanLaw } from './plan-law.ts';
import { revisionIn } from './rule-facts.ts';

const blockColumns = [
  'id',
  'placementId',
  'studentId',
  'studentName',
  'unitId',
  'unitName',
  'unitNameEn',
  'stationId',
  'stationName',
  'stationNameEn',
  'siteId',
  'siteName',
  'siteNameEn',
  'mentorId',
  'mentorName',
  'firstWeek',
  'weeks',
  'isPinned',
  'isRest',
  'reason',
  'shift',
] as const;

/** One plan with its blocks as both sides see it. @throws thing.not-found */
export async function planView<Tables>(
  context: TransactionContext<Tables>,
  planId: string,
  role: Role,
): Promise<PlanDetail> {
  const known = await planFacts(context, planId);
  const { plan, base, law, orderClass, placements, calendar, facts } = known;
  const blocks = await ownDb(context)
    .selectFrom('rotationBlock')
    .select(blockColumns)
    .where('planId', '=', planId)
    .orderBy('studentName')
    .orderBy('firstWeek')
    .execute();
  const induction = await inductionOf(context, plan.baseId);
  const names = await organisationNames(context, [plan.tenantId, plan.enterpriseId]);
  const mondays = Array.from({ length: plan.weeks }, (_, week) => weekAfter(plan.firstWeek, week));
  const shiftOf = (stationId: string) => {
    const station = base.stations.find((one) => one.id === stationId);
    const unit = base.units.find((one) => one.id === station?.unitId);
    return station === undefined ? null : shiftAt(station, unit);
  };
  const standingOf = (placementId: string) => plan.standing.find((one) => one.placementId === placementId);
  const unmetWishes = (placementId: string) =>
    blocks.length === 0 || facts.electives === 0
      ? []
      : (facts.wishes?.get(placementId) ?? [])
          .slice(0, facts.electives)
          .filter((unitId) => !blocks.some((one) => one.placementId === placementId && one.unitId === unitId))
          .flatMap((unitId) => base.units.filter((unit) => unit.id === unitId))
          .map(({ name, nameEn }) => ({ name, nameEn }));
  const {
    id,
    enterpriseId,
    classId,
    baseId,
    name,
    state,
    firstWeek,
    weeks,
    status,
    score,
    bound,
    gap,
    runId,
  } = plan;
  return {
    ...{ id, enterpriseId, classId, baseId, name, state, firstWeek, weeks, status, score, bound, gap, runId },
    home: plan.tenantId,
    className: orderClass.name,
    classStartsOn: orderClass.startsOn,
    classEndsOn: orderClass.endsOn,
    baseName: base.name,
    baseNameEn: base.nameEn,
    school: names.get(plan.tenantId)?.name ?? '',
    schoolEn: names.get(plan.tenantId)?.nameEn ?? '',
    enterprise: names.get(plan.enterpriseId)?.name ?? '',
    enterpriseEn: names.get(plan.enterpriseId)?.nameEn ?? '',
    electives: facts.electives,
    basedOn: plan.basedOn,
    overtakenBy: await overtakenBy(context, plan),
    heldUntil: facts.heldUntil ?? null,
    withoutInduction: withoutInduction(blocks, induction, context.today),
    optionalUnits: base.units.filter((unit) => !unit.isRequired).length,
    rules: { ...(facts.rules ?? noRules), revision: revisionIn(plan.settings) },
    prices: plan.prices,
    curve: plan.curve,
    bottlenecks: plan.bottlenecks.map((one) => ({ ...one, siteNameEn: one.siteNameEn ?? '' })),
    misfits: misfitsOf(known, blocks, context.today),
    missed: (facts.missed ?? []).map(({ placementId, unitId, weekStart, cause }) => {
      const { absences = [] } = facts.learners.find((one) => one.placementId === placementId) ?? {};
      const isMadeUp = cause === 'no-place' || isMadeUpAt(absences, weekStart);
      return { placementId, unitId, week: weekStart, cause, isMadeUp };
    }),
    law: lawView(law, base.mentors),
    changedAt: plan.changedAt.toISOString(),
    publishedAt: plan.publishedAt?.toISOString() ?? null,
    // Kinds were checked by the contract when they were written.
    calendar: calendar as PlanDetail['calendar'],
    blocks: blocks.map(({ studentId: _, ...block }) => ({
      ...block,
      shift: block.shift ?? shiftOf(block.stationId),
    })),
    learners: placements.map(({ id: placementId, studentName, postTitle, postTitleEn }) => ({
      placementId,
      studentName,
      postTitle,
      postTitleEn,
      score: standingOf(placementId)?.score ?? null,
      ideal: standingOf(placementId)?.ideal ?? null,
      isOwed: facts.owed?.has(placementId) ?? false,
      ...absenceOf(facts, placementId, mondays),
      unmetWishes: unmetWishes(placementId),
    })),
    stations: base.stations.map((station, at) => ({
      id: station.id,
      name: station.name,
      nameEn: station.nameEn,
      unitId: station.unitId,
      unitName: base.units.find((unit) => unit.id === station.unitId)?.name ?? '',
      siteId: station.siteId,
      siteName: station.siteName,
      siteNameEn: station.siteNameEn,
      places: station.places,
      weekPlaces: mondays.map((monday) => placesAt(facts.stations[at]!, monday)),
    })),
    mentors: facts.mentors.map((mentor) => ({
      ...{ id: mentor.id, name: mentor.name, unitIds: [...mentor.unitIds] },
      weekRoom: mondays.map((monday) => mentorRoom(mentor, monday)),
    })),
    faults: ['draft', 'solved', 'infeasible'].includes(state) ? faultsOf(facts) : [],
    // Written from the engine's own plan.
    unmet: plan.unmet as PlanDetail['unmet'],
    balance: balanceOf(facts, base.units),
    abilities: Object.fromEntries(
      planActions.map((action) => [action, whyNot(plan, { role }, action)]),
      // Every action is there, because the list of actions was mapped.
    ) as PlanDetail['abilities'],
  };
}

/** Where a plan that is to be published, or one that is running, no longer fits. */
function misfitsOf(
  { plan, orderClass, facts }: Awaited<ReturnType<typeof planFacts>>,
  blocks: Parameters<typeof findMisfits>[0],
  today: string,
): PlanDetail['misfits'] {
  if (plan.state === 'solved') return findMisfits(blocks, orderClass, facts);
  if (plan.state === 'draft' || plan.state === 'infeasible') {
    // Its blocks are to be searched for yet; what students have missed is known.
    return findMisfits(blocks, orderClass, facts).filter(({ code }) => code === 'rest-open');
  }
  const isOver = weekAfter(plan.firstWeek, plan.weeks) <= today;
  if (plan.state !== 'published' || isOver) return [];
  const heldUntil = mondayOf(today);
  const pins = blocks.map((block) => ({ ...block, isBegun: block.firstWeek <= heldUntil }));
  return findMisfits(blocks, orderClass, { ...facts, heldUntil, pins });
}

function absenceOf(facts: PlanningFacts, id: string, mondays: readonly string[]) {
  const absences = facts.learners.find((one) => one.placementId === id)?.absences ?? [];
  return {
    absences: absences.map(({ from, to, isMadeUp }) => ({ from, to, isMadeUp: isMadeUp !== false })),
    absentWeeks: mondays.filter((monday) => isAbsentAt(absences, monday)),
  };
}

/** The limits of the law as both sides read them: one entry for each station and rule. */
function lawView(law: PlanLaw, mentors: readonly { name: string; maxLearners: number }[]): PlanDetail['law'] {
  const bars = new Map<string, PlanDetail['law']['bars'][number]>();
  for (const { stationId, placementId, rule, article } of law.bars) {
    const key = `${stationId} ${rule}`;
    const bar = bars.get(key) ?? { stationId, rule, article, placementIds: [] };
    bar.placementIds.push(placementId);
    bars.set(key, bar);
  }
  const limit = law.mentorLimit;
  return {
    mentorLimit:
      limit === null
        ? null
        : {
            ...{ atMost: limit.atMost, rule: limit.rule, article: limit.article },
            binds: mentors.filter((one) => one.maxLearners > limit.atMost).map(({ name }) => name),
          },
    bars: [...bars.values()],
  };
}

type Stretch = { firstWeek: string; weeks: number };

/** Blocks not yet over in units whose safety exam the student has not passed. */
function withoutInduction(
  blocks: readonly (Stretch & { id: string; studentId: string; studentName: string; unitId: string })[],
  { unitIds, passed }: Awaited<ReturnType<typeof inductionOf>>,
  today: string,
) {
  return blocks
    .filter(({ firstWeek, weeks }) => weekAfter(firstWeek, weeks) > today)
    .filter(({ unitId, studentId }) => unitIds.has(unitId) && !passed.has(`${studentId} ${unitId}`))
    .map(({ id: blockId, studentName, unitId }) => ({ blockId, studentName, unitId }));
}

type NamedUnit = PlanningFacts['units'][number] & { name: string; nameEn: string };

/** For each unit: heads × weeks that the class needs, and places × weeks there are while it is at the enterprise. */
function balanceOf(facts: PlanningFacts, units: readonly NamedUnit[]): PlanDetail['balance'] {
  const away = new Set(awayPeriods(facts));
  const periods = Array.from({ length: facts.weeks }, (_, period) => period).filter((one) => !away.has(one));
  const taken = unitsTaken(facts, units);
  return taken.map((unit) => ({
    unitId: unit.id,
    unitName: unit.name,
    unitNameEn: unit.nameEn,
    lengthWeeks: unit.lengthWeeks,
    isRequired: unit.isRequired,
    after: (unit.after ?? []).filter((id) => taken.some((one) => one.id === id)),
    headWeeks: unit.isRequired ? facts.learners.length * unit.lengthWeeks : 0,
    placeWeeks: facts.stations
      .filter((station) => station.unitId === unit.id)
      .flatMap((station) => periods.map((period) => placesAt(station, weekAfter(facts.firstWeek, period))))
      .reduce((sum, places) => sum + places, 0),
  }));
}
