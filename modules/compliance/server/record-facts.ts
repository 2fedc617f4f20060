import { newId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { sql } from 'kysely';
import { ownDb } from './own-db.ts';

/** One fact by its name in the rule pack. Without a placement it holds for the whole class. */
export type FactToRecord = {
  classId: string;
  placementId: string | null;
  enterpriseId: string;
  name: string;
  value: unknown;
  /** The record it was read off, so that a verdict can be walked back. */
  source: { module: string; recordId: string | null };
  recordedBy?: string | null;
  recordedByName?: string;
};

/**
 * Records facts in the school's home. A fact that says the same as before is left alone; a new value replaces the
 * old one, which stays as history. `null` says that there is known to be none.
 */
export async function recordFacts<Tables>(
  context: TransactionContext<Tables>,
  facts: readonly FactToRecord[],
): Promise<void> {
  if (facts.length === 0) return;
  const rows = facts.map((one) => ({
    id: newId(),
    class_id: one.classId,
    placement_id: one.placementId,
    enterprise_id: one.enterpriseId,
    name: one.name,
    value: one.value,
    source_module: one.source.module,
    source_id: one.source.recordId,
    recorded_by: one.recordedBy ?? null,
    recorded_by_name: one.recordedByName ?? '',
  }));
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (
    id uuid, class_id uuid, placement_id uuid, enterprise_id uuid, name text, value jsonb,
    source_module text, source_id uuid, recorded_by uuid, recorded_by_name text)`;
  const db = ownDb(context);
  await sql`update fact set replaced_at = ${context.now} from ${given}
    where fact.tenant_id = ${context.tenant} and fact.class_id = given.class_id and fact.name = given.name
      and fact.placement_id is not distinct from given.placement_id and fact.replaced_at is null
      and fact.value is distinct from coalesce(given.value, 'null')`.execute(db);
  await sql`insert into fact (tenant_id, enterprise_id, id, class_id, placement_id, name, value, source_module, source_id, recorded_by, recorded_by_name, recorded_at)
    select ${context.tenant}, enterprise_id, id, class_id, placement_id, name, coalesce(value, 'null'), source_module, source_id, recorded_by, recorded_by_name, ${context.now}
    from ${given}
    on conflict (tenant_id, class_id, placement_id, name) where replaced_at is null do nothing`.execute(db);
}

/** Current facts of a class: those of the whole class, and by placement. */
export async function factsOf<Tables>(context: TransactionContext<Tables>, classId: string) {
  return ownDb(context)
    .selectFrom('fact')
    .select(['id', 'placementId', 'name', 'value', 'sourceModule', 'sourceId'])
    .select(['recordedBy', 'recordedByName', 'recordedAt'])
    .where('classId', '=', classId)
    .where('replacedAt', 'is', null)
    .orderBy('name')
    .execute();
}
