import { hash } from 'node:crypto';
import type { TransactionContext } from '@dualtrack/platform/operation';
import type { Verdict } from '@dualtrack/rules';
import { sql } from 'kysely';
import { ownDb } from './own-db.ts';

/** What is kept of a verdict beside its outcome; what the rule itself says is read off the pack. */
export type KeptDetail = Pick<Verdict, 'because' | 'missing' | 'withheld' | 'exception'> & {
  /** Names of recorded facts that were looked at; their values stand in the facts' history. */
  looked: string[];
  /** Values that were looked at and nobody recorded: counts of the platform, settings of the pack. */
  facts: Record<string, unknown>;
};

/** The verdicts of a check, each with the placement it is about. */
export type ToKeep = {
  classId: string;
  enterpriseId: string;
  on: string;
  verdicts: readonly (Verdict & { placementId: string })[];
  stopping: ReadonlySet<Verdict>;
  /** Whether the fact of this name was recorded for the placement, or for its class. */
  isRecorded(placementId: string, name: string): boolean;
};

type Row = ReturnType<typeof rowOf>;

/**
 * Brings the standing verdicts of a class up to what a check came to. Only those that differ are written: most checks
 * follow one changed fact, and thousands of rows stay as they are. The caller holds the lock on the class.
 */
export async function keepVerdicts<Tables>(
  context: TransactionContext<Tables>,
  given: ToKeep,
): Promise<void> {
  const standing = await digestsOf(context, given.classId);
  const changed: Row[] = [];
  for (const verdict of given.verdicts) {
    if (verdict.outcome === 'not-applicable') continue;
    const row = rowOf(verdict, given);
    const before = standing.get(row.placement_id);
    if (before?.[row.rule] !== row.digest) changed.push(row);
    if (before !== undefined) delete before[row.rule];
  }
  await drop(context, given.classId, standing);
  if (changed.length > 0) await write(context, given, changed);
}

function rowOf(verdict: Verdict & { placementId: string }, given: ToKeep) {
  const { placementId, rule, outcome, strength, severity, because, missing, withheld, exception } = verdict;
  const detail: KeptDetail = { because, missing, withheld, exception, looked: [], facts: {} };
  for (const name of Object.keys(verdict.facts)) {
    if (given.isRecorded(placementId, name)) detail.looked.push(name);
    else detail.facts[name] = verdict.facts[name];
  }
  const isBlocking = given.stopping.has(verdict);
  const digest = hash('sha1', JSON.stringify([outcome, strength, severity, isBlocking, detail]), 'base64');
  return {
    ...{ placement_id: placementId, rule, outcome, strength, severity },
    ...{ is_blocking: isBlocking, digest, detail },
  };
}

/** Digests of the standing verdicts, by placement and rule. */
async function digestsOf<Tables>(context: TransactionContext<Tables>, classId: string) {
  const { rows } = await sql<{ placementId: string; digests: Record<string, string> }>`
    select placement_id, json_object_agg(rule, digest) as digests from verdict
    where tenant_id = ${context.tenant} and class_id = ${classId} group by placement_id`.execute(
    ownDb(context),
  );
  return new Map(rows.map((row) => [row.placementId, row.digests]));
}

/** Takes away what no longer stands: rules that do not apply any more, placements that are over. */
async function drop<Tables>(
  context: TransactionContext<Tables>,
  classId: string,
  gone: ReadonlyMap<string, Record<string, string>>,
): Promise<void> {
  const pairs = [...gone].flatMap(([placement, rules]) =>
    Object.keys(rules).map((rule) => ({ placement_id: placement, rule })),
  );
  if (pairs.length === 0) return;
  await sql`delete from verdict v
    using jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as gone (placement_id uuid, rule text)
    where v.tenant_id = ${context.tenant} and v.class_id = ${classId}
      and v.placement_id = gone.placement_id and v.rule = gone.rule`.execute(ownDb(context));
}

async function write<Tables>(
  context: TransactionContext<Tables>,
  { enterpriseId, classId, on }: ToKeep,
  rows: readonly Row[],
): Promise<void> {
  await sql`insert into verdict (tenant_id, enterprise_id, class_id, since, placement_id, rule, outcome, strength, severity, is_blocking, digest, detail)
    select ${context.tenant}, ${enterpriseId}, ${classId}, ${on}, placement_id, rule, outcome, strength, severity, is_blocking, digest, detail
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (
      placement_id uuid, rule text, outcome text, strength text, severity text, is_blocking boolean, digest text, detail jsonb)
    on conflict (tenant_id, class_id, placement_id, rule) do update set outcome = excluded.outcome,
      since = case when verdict.outcome = excluded.outcome then verdict.since else excluded.since end,
      strength = excluded.strength, severity = excluded.severity, is_blocking = excluded.is_blocking,
      digest = excluded.digest, detail = excluded.detail`.execute(ownDb(context));
}
