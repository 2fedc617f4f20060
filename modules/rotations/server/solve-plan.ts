import { newId } from '@dualtrack/platform/ids';
import {
  asSystem,
  homeOf,
  keepingWork,
  operationsOn,
  type TransactionContext,
} from '@dualtrack/platform/operation';
import { type LongRunHandler, startRun } from '@dualtrack/platform/runs';
import { type Bottleneck, parseRotationProblem, type RotationPlan } from '@dualtrack/rotation';
import * as z from 'zod';
import { contract } from '../contract.ts';
import { addToCurve, type CurvePoint } from '../gap-curve.ts';
import { dayAfter, weekAfter } from '../week.ts';
import { assignStations } from './assign-stations.ts';
import { type PlanningFacts, siteOfPlace } from './build-problem.ts';
import { cutMissed } from './cut-missed.ts';
import { groupedProblem } from './grouped-problem.ts';
import { handOver } from './hand-over.ts';
import { lockPlan } from './lock-plan.ts';
import { ownDb, planFacts } from './plan-facts.ts';
import { faultsOf } from './plan-faults.ts';
import { reasonsOf } from './reasons-of.ts';
import { readUnitInSearch, unitInSearch, unmetInPlan } from './rest-blocks.ts';
import type { Searched } from './search-rotation.ts';
import { searchWithMentors } from './search-with-mentors.ts';
import type { PlanBottleneck, RotationsTables, UnitPrice } from './tables.ts';

const operation = operationsOn<RotationsTables>();
const runInput = z.object({ planId: z.string(), seconds: z.number() });

/** Starts the search as a long run; what is not sound is refused before it starts. */
export const solvePlan = operation(contract.solve, async (ctx, input) => {
  const home = await homeOf(ctx, 'rotation_plan', input.planId);
  return ctx.inHome(home, async (inner) => {
    await lockPlan(ctx, inner, input.planId, 'solve');
    const known = await planFacts(inner, input.planId);
    const cut = await cutMissed(inner, known);
    const before = cut === 0 ? known : await planFacts(inner, input.planId);
    const handed = before.facts.heldUntil === null ? 0 : await handOver(inner, before);
    const { facts } = handed === 0 ? before : await planFacts(inner, input.planId);
    const faults = faultsOf(facts);
    // What was taken out or handed on stays so: the page names the faults of the plan as it is then.
    if (faults.length > 0) throw keepingWork(ctx.refuse('plan.not-sound', { faults }));
    const runId = await startRun(inner, {
      kind: 'rotations.solve',
      input: { planId: input.planId, seconds: input.seconds } satisfies z.infer<typeof runInput>,
      subjectId: input.planId,
      startedBy: ctx.actor.personId,
    });
    await inner.db
      .updateTable('rotationPlan')
      .set({ state: 'solving', runId, changedAt: ctx.now })
      .where('id', '=', input.planId)
      .execute();
    ctx.audit(input.planId, { action: 'solve' });
    return { runId };
  });
});

/** The long run of a search. Killed, it is taken up again; cancelled, it keeps the best plan so far. */
export const runSolve: LongRunHandler = async (run) => {
  const { planId, seconds } = runInput.parse(run.input);
  const scope = { ...run.scope, homes: [] };
  const known = await asSystem<RotationsTables, Awaited<ReturnType<typeof planFacts>>>(
    run.kernel,
    scope,
    (context) => planFacts(context, planId),
  );
  const { problem, groups } = groupedProblem(known.facts);
  const parsed = parseRotationProblem(problem);
  if (!parsed.ok) throw new Error('the problem changed under the search');
  let curve: CurvePoint[] = [];
  const searched = await searchWithMentors(known.facts, parsed.problem, {
    groups,
    seconds,
    seed: planId,
    months: Array.from({ length: known.facts.weeks }, (_, week) => monthOf(known.facts.firstWeek, week)),
    signal: run.signal,
    onProgress: ({ phase, score, bound, gap, elapsed }) => {
      curve = addToCurve(curve, { seconds: elapsed, score, bound });
      const note = { phase, score, bound, gap, elapsed, curve };
      run.progress(Math.min(Math.floor(elapsed), seconds), seconds, note);
    },
  });
  const { plan } = searched;
  curve = [...curve, { seconds: plan.seconds, score: plan.score, bound: plan.bound }];
  await asSystem<RotationsTables, void>(run.kernel, scope, (context) =>
    keepResult(context, known, { ...searched, curve }, run.runId),
  );
  const { status, score, bound, gap } = plan;
  return { status, score, bound, gap };
};

type Known = Awaited<ReturnType<typeof planFacts>>;

async function keepResult<Tables>(
  context: TransactionContext<Tables>,
  { plan: stored, base, placements, facts }: Known,
  { plan, explained, ideals, bottlenecks, curve }: Searched & { curve: readonly CurvePoint[] },
  runId: string,
): Promise<void> {
  const db = ownDb(context);
  const hasPlan = plan.score !== null;
  const changed = await db
    .updateTable('rotationPlan')
    .set({
      state: hasPlan ? 'solved' : plan.status === 'infeasible' ? 'infeasible' : 'draft',
      status: plan.status,
      score: plan.score,
      bound: plan.bound,
      gap: plan.gap,
      unmet: JSON.stringify(plan.unmet.map(unmetInPlan)),
      standing: JSON.stringify(
        plan.learners.map(({ id, score }) => ({
          placementId: id,
          studentId: placements.find((one) => one.id === id)?.studentId ?? id,
          score,
          ideal: Math.max(score, ideals[id] ?? score),
        })),
      ),
      curve: JSON.stringify(curve),
      bottlenecks: JSON.stringify(bottlenecks.map((one) => bottleneckOf(one, facts))),
      prices: JSON.stringify(pricesOf(plan, facts.firstWeek)),
      changedAt: context.now,
    })
    .where('id', '=', stored.id)
    .where('runId', '=', runId)
    .where('state', '=', 'solving')
    .executeTakeFirst();
  // Somebody removed or moved the plan on while the search ran: its result has no place any more.
  if (changed.numUpdatedRows === 0n || !hasPlan) return;
  const reasons = reasonsOf(explained, facts);
  const keyOf = (one: { placementId: string; unitId: string; weeks?: number; isRest?: boolean }) =>
    `${one.placementId} ${unitInSearch({ ...one, weeks: one.weeks ?? 1, isRest: one.isRest === true })}`;
  const pinned = new Set(facts.pins.map(keyOf));
  // What has begun stands as it is, whatever the search made of it.
  const begun = facts.pins.flatMap((pin) => (pin.isBegun && pin.id !== undefined ? [pin.id] : []));
  await db
    .deleteFrom('rotationBlock')
    .where('planId', '=', stored.id)
    .$if(begun.length > 0, (query) => query.where('id', 'not in', begun))
    .execute();
  const blocks = assignStations(plan, facts).map((block) => {
    const placement = placements.find((one) => one.id === block.placementId);
    const unit = base.units.find((one) => one.id === block.unitId);
    const station = base.stations.find((one) => one.id === block.stationId);
    const mentor = base.mentors.find((one) => one.id === block.mentorId);
    if (placement === undefined || unit === undefined || station === undefined) {
      throw new Error('a block names something the plan was not made from');
    }
    const reason = reasons.get(keyOf(block));
    return {
      tenantId: context.tenant,
      enterpriseId: stored.enterpriseId,
      id: newId(),
      planId: stored.id,
      placementId: placement.id,
      studentId: placement.studentId,
      studentName: placement.studentName,
      unitId: unit.id,
      unitName: unit.name,
      unitNameEn: unit.nameEn,
      stationId: station.id,
      stationName: station.name,
      stationNameEn: station.nameEn,
      siteId: station.siteId,
      siteName: station.siteName,
      siteNameEn: station.siteNameEn,
      mentorId: mentor?.id ?? null,
      mentorName: mentor?.name ?? '',
      firstWeek: weekAfter(stored.firstWeek, block.start),
      weeks: block.weeks,
      isPinned: pinned.has(keyOf(block)),
      isRest: block.isRest,
      reason: reason === undefined ? null : JSON.stringify(reason),
      shift: null,
    };
  });
  if (blocks.length > 0) await db.insertInto('rotationBlock').values(blocks).execute();
}

/** The month that a week of the plan counts to: that of its Thursday, as in week numbering. */
const monthOf = (firstWeek: string, week: number) => dayAfter(weekAfter(firstWeek, week), 3).slice(0, 7);

function bottleneckOf(
  { unit, site, periods, learners, gain }: Bottleneck,
  { firstWeek, stations }: Pick<PlanningFacts, 'firstWeek' | 'stations'>,
): PlanBottleneck {
  const { siteName = '', siteNameEn = '' } = stations.find((one) => one.siteId === siteOfPlace(site)) ?? {};
  const month = monthOf(firstWeek, periods[0] ?? 0);
  const where = { unitId: readUnitInSearch(unit).unitId, siteName, siteNameEn };
  return { ...where, month, weeks: periods.length, placementIds: learners, gain };
}

/** Worth of one more place by unit and week: the solver's prices, the dearest of a unit's sites. */
function pricesOf(plan: RotationPlan, firstWeek: string): UnitPrice[] {
  const prices = new Map<string, UnitPrice>();
  for (const { unit, period, kind, price } of plan.prices ?? []) {
    if (kind !== 'max' || price <= 0) continue;
    const { unitId } = readUnitInSearch(unit);
    const key = `${unitId} ${period}`;
    const gain = Math.max(price, prices.get(key)?.gain ?? 0);
    prices.set(key, { unitId, week: weekAfter(firstWeek, period), gain });
  }
  return [...prices.values()];
}
