import { placementsOf } from '@dualtrack/order-classes/server';
import { newId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { baseOf } from '@dualtrack/training-bases/server';
import { mondayOf, weekAfter } from '../week.ts';
import { ownDb } from './plan-facts.ts';
import { reportToAgreement } from './report-to-agreement.ts';

/** A rotation that was carried out before it was known here, such as a finished year that is brought in. */
export type PlanToRecord = {
  classId: string;
  baseId: string;
  enterpriseId: string;
  name: string;
  /** Whose statutory days are free, as when a plan is begun. */
  region?: string;
  /** Mondays of the weeks at the enterprise, in order. */
  weeks: readonly string[];
  blocks: readonly {
    studentId: string;
    unitName: string;
    workstationId: string;
    staffId: string;
    /** Place of the first week in `weeks`, from 0. */
    start: number;
    weeks: number;
  }[];
};

/** Door: records a rotation as published, in the school's home. Blocks of students without a placement are left out. */
export async function recordPlan<Tables>(
  context: TransactionContext<Tables>,
  given: PlanToRecord,
): Promise<{ planId: string; blocks: number }> {
  const base = await baseOf(context, given.baseId);
  const firstWeek = mondayOf(given.weeks[0] ?? context.today);
  const lastWeek = given.weeks.at(-1) ?? firstWeek;
  if (base === undefined) throw new Error('the base of a recorded rotation is not there');
  const placements = await placementsOf(context, given.classId);
  const planId = newId();
  const owner = { tenantId: context.tenant, enterpriseId: given.enterpriseId };
  const weekCount = Math.round((Date.parse(lastWeek) - Date.parse(firstWeek)) / 604_800_000) + 1;
  const db = ownDb(context);
  await db
    .insertInto('rotationPlan')
    .values({
      ...owner,
      id: planId,
      classId: given.classId,
      baseId: given.baseId,
      name: given.name,
      state: 'published',
      firstWeek,
      weeks: weekCount,
      settings: JSON.stringify({ isRecorded: true, region: given.region ?? '' }),
      runId: null,
      status: null,
      score: null,
      bound: null,
      gap: null,
      unmet: null,
      prices: '[]',
      basedOn: null,
      standing: '[]',
      curve: '[]',
      bottlenecks: '[]',
      createdBy: null,
      createdAt: context.now,
      changedAt: context.now,
      publishedAt: context.now,
    })
    .execute();
  const atEnterprise = new Set(given.weeks);
  await db
    .insertInto('rotationWeek')
    .values(
      Array.from({ length: weekCount }, (_, index) => weekAfter(firstWeek, index)).map((weekStart) => ({
        ...owner,
        planId,
        weekStart,
        // What interrupts a stretch at the enterprise is a holiday.
        kind: atEnterprise.has(weekStart) ? 'enterprise' : 'holiday',
        note: '',
      })),
    )
    .execute();
  const blocks = given.blocks.flatMap((block) => {
    const placement = placements.find((one) => one.studentId === block.studentId);
    const unit = base.units.find((one) => one.name === block.unitName);
    const station = base.stations.find((one) => one.workstationId === block.workstationId);
    const mentor = base.mentors.find((one) => one.staffId === block.staffId);
    if (placement === undefined || unit === undefined || station === undefined) return [];
    return runsOfWeeks(given.weeks.slice(block.start, block.start + block.weeks)).map((run) => ({
      ...owner,
      id: newId(),
      planId,
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
      ...run,
      isPinned: false,
      isRest: false,
      reason: null,
      shift: null,
    }));
  });
  if (blocks.length > 0) await db.insertInto('rotationBlock').values(blocks).execute();
  await reportToAgreement(context, planId);
  return { planId, blocks: blocks.length };
}

/** Weeks as stretches without a gap: a block that a holiday interrupts is two. */
function runsOfWeeks(mondays: readonly string[]): { firstWeek: string; weeks: number }[] {
  const runs: { firstWeek: string; weeks: number }[] = [];
  for (const monday of mondays) {
    const last = runs.at(-1);
    if (last !== undefined && weekAfter(last.firstWeek, last.weeks) === monday) last.weeks += 1;
    else runs.push({ firstWeek: monday, weeks: 1 });
  }
  return runs;
}
