import { pack } from '@dualtrack/cn-2021-internship';
import { newId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { blocking, evaluate, type FiledFacts, type Moment, readFacts, type Verdict } from '@dualtrack/rules';
import { sql } from 'kysely';
import { ownDb } from './own-db.ts';
import { factsOf } from './record-facts.ts';

/** A verdict with the placement that it is about. */
export type PlacementVerdict = Verdict & { placementId: string };

/** What a check of a class came to. */
export type ClassCheck = { runId: string; verdicts: PlacementVerdict[]; blocking: PlacementVerdict[] };

/**
 * Judges every running placement of a class by the rule pack on the facts recorded so far, and keeps the verdicts.
 * A fact that nobody recorded makes its rules unknown. Runs in the school's home.
 */
export async function evaluateClass<Tables>(
  context: TransactionContext<Tables>,
  given: { classId: string; moment?: Moment; on?: string },
): Promise<ClassCheck> {
  const db = ownDb(context);
  const on = given.on ?? context.today;
  const placements = await db
    .selectFrom('compliancePlacement')
    .select(['placementId', 'enterpriseId'])
    .where('classId', '=', given.classId)
    .where('isOver', '=', false)
    .execute();
  const filed = await factsOf(context, given.classId);
  const ofClass = filed.filter((one) => one.placementId === null);
  const verdicts: PlacementVerdict[] = [];
  for (const { placementId } of placements) {
    const own = filed.filter((one) => one.placementId === placementId);
    const facts = Object.fromEntries([...ofClass, ...own].map((one) => [one.name, one.value]));
    const document = evaluate(pack, readable(facts), {
      on,
      ...(given.moment === undefined ? {} : { moment: given.moment }),
    });
    for (const verdict of document.verdicts) verdicts.push({ ...verdict, placementId });
  }
  const stopping = new Set<Verdict>(blocking(verdicts));
  const enterpriseId = placements[0]?.enterpriseId;
  const runId = newId();
  if (enterpriseId !== undefined) {
    await keepRun(context, { ...given, on, runId, enterpriseId, verdicts, stopping });
  }
  return { runId, verdicts, blocking: verdicts.filter((verdict) => stopping.has(verdict)) };
}

/** Facts were typed when they were recorded; one that a newer pack can no longer read counts as missing. */
function readable(facts: Record<string, unknown>): FiledFacts {
  const read = readFacts(pack, facts);
  if (read.ok) return read.value;
  const unreadable = new Set(read.issues.map((issue) => issue.pointer.split('/')[1]));
  const rest = readFacts(
    pack,
    Object.fromEntries(Object.entries(facts).filter(([name]) => !unreadable.has(name))),
  );
  if (!rest.ok) throw new Error('facts stay unreadable after the unreadable ones were left out');
  return rest.value;
}

type Kept = {
  classId: string;
  moment?: Moment;
  on: string;
  runId: string;
  enterpriseId: string;
  verdicts: readonly PlacementVerdict[];
  stopping: ReadonlySet<Verdict>;
};

async function keepRun<Tables>(context: TransactionContext<Tables>, run: Kept): Promise<void> {
  const db = ownDb(context);
  await db
    .updateTable('verdictRun')
    .set({ isLatest: false })
    .where('classId', '=', run.classId)
    .where('isLatest', '=', true)
    .execute();
  await db
    .insertInto('verdictRun')
    .values({
      tenantId: context.tenant,
      enterpriseId: run.enterpriseId,
      id: run.runId,
      classId: run.classId,
      pack: `${pack.id}@${pack.version}`,
      moment: run.moment ?? null,
      onDay: run.on,
      at: context.now,
      isLatest: true,
    })
    .execute();
  const rows = run.verdicts.map(({ placementId, ...verdict }, index) => ({
    placement_id: placementId,
    rule: verdict.rule,
    outcome: verdict.outcome,
    strength: verdict.strength,
    severity: verdict.severity,
    is_blocking: run.stopping.has(run.verdicts[index] ?? verdict),
    detail: verdict,
  }));
  await sql`insert into verdict (tenant_id, enterprise_id, run_id, placement_id, rule, outcome, strength, severity, is_blocking, detail)
    select ${context.tenant}, ${run.enterpriseId}, ${run.runId}, placement_id, rule, outcome, strength, severity, is_blocking, detail
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (
      placement_id uuid, rule text, outcome text, strength text, severity text, is_blocking boolean, detail jsonb)`.execute(
    db,
  );
}

/** The verdicts of the latest check of a class; empty while it has not been checked. */
export async function latestVerdicts<Tables>(
  context: TransactionContext<Tables>,
  classId: string,
): Promise<(PlacementVerdict & { isBlocking: boolean })[]> {
  const rows = await ownDb(context)
    .selectFrom('verdict as v')
    .innerJoin('verdictRun as r', (join) =>
      join.onRef('r.tenantId', '=', 'v.tenantId').onRef('r.id', '=', 'v.runId'),
    )
    .select(['v.placementId', 'v.isBlocking', 'v.detail'])
    .where('r.classId', '=', classId)
    .where('r.isLatest', '=', true)
    .execute();
  return rows.map((row) => ({ ...row.detail, placementId: row.placementId, isBlocking: row.isBlocking }));
}
