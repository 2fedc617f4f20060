import type { TransactionContext } from '@dualtrack/platform/operation';
import { sql } from 'kysely';
import type { Metric } from '../metric.ts';
import { ownDb } from './own-db.ts';
import { recount } from './recount.ts';
import { settleObligations } from './settle-obligations.ts';

/** What another room tells of an agreement, one record of its own at a time. */
export type FactToReport = {
  agreementId: string;
  enterpriseId: string;
  metric: Metric;
  source: {
    module: string;
    /** Id of the record there: the same record again replaces what it said before. */
    recordId: string;
    /** Grows with every change of the record; an older one that comes late changes nothing. */
    version: number;
  };
  happenedOn: string;
  /** How much; 0 takes the record back. Of a share: the part. */
  amount: number;
  /** Of a share: what the part is a part of. */
  whole?: number;
  classId?: string | null;
  /** What the record is, in a few words, and where it is seen. */
  label?: string;
  labelEn?: string;
  path?: string;
  /** Key of the only duty that it counts for. */
  onlyKey?: string | null;
};

/**
 * Door: keeps facts in the school's home in which the context runs and counts the duties of their agreements anew, in
 * the caller's transaction. The same record twice counts once; records may come in any order; an agreement that
 * is not in force yet keeps its facts until it is.
 */
export async function recordFact<Tables>(
  context: TransactionContext<Tables>,
  facts: readonly FactToReport[],
  options: {
    /** The day first told holds while the amount stays the same, for rooms that do not keep the day themselves. */
    keepsFirstDay?: boolean;
  } = {},
): Promise<void> {
  if (facts.length === 0) return;
  const newest = new Map<string, FactToReport>();
  for (const fact of facts) {
    const { agreementId, metric, source } = fact;
    const key = JSON.stringify([agreementId, metric, source.module, source.recordId]);
    const known = newest.get(key);
    // One statement may not touch a row twice; of two versions of a record the newer one is kept.
    if (known === undefined || known.source.version <= source.version) newest.set(key, fact);
  }
  const rows = [...newest.values()].map((fact) => {
    const {
      source,
      whole = 0,
      classId = null,
      label = '',
      labelEn = '',
      path = '',
      onlyKey = null,
      ...rest
    } = fact;
    return {
      ...rest,
      ...{ tenantId: context.tenant, whole, classId, label, labelEn, path, onlyKey, recordedAt: context.now },
      ...{ sourceModule: source.module, sourceRecord: source.recordId, version: source.version },
    };
  });
  const ids = [...new Set(rows.map((row) => row.agreementId))].sort();
  // Of two who report at once the second counts after the first has committed, or one would count without the other.
  await ownDb(context)
    .selectFrom('agreement')
    .select('id')
    .where('id', 'in', ids)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  for (let start = 0; start < rows.length; start += 500) {
    await ownDb(context)
      .insertInto('obligationFact')
      .values(rows.slice(start, start + 500))
      .onConflict((conflict) =>
        conflict
          .columns(['tenantId', 'agreementId', 'metric', 'sourceModule', 'sourceRecord'])
          .doUpdateSet((eb) => ({
            version: eb.ref('excluded.version'),
            classId: eb.ref('excluded.classId'),
            onlyKey: eb.ref('excluded.onlyKey'),
            happenedOn: options.keepsFirstDay
              ? sql<string>`case when obligation_fact.amount = excluded.amount
                  then least(obligation_fact.happened_on, excluded.happened_on) else excluded.happened_on end`
              : eb.ref('excluded.happenedOn'),
            amount: eb.ref('excluded.amount'),
            whole: eb.ref('excluded.whole'),
            label: eb.ref('excluded.label'),
            labelEn: eb.ref('excluded.labelEn'),
            path: eb.ref('excluded.path'),
            recordedAt: eb.ref('excluded.recordedAt'),
          }))
          .whereRef('obligationFact.version', '<=', 'excluded.version'),
      )
      .execute();
  }
  await recount(context, ids);
}

/** A class formed under an agreement, with which duties fall due. */
export type ClassToReport = {
  agreementId: string;
  enterpriseId: string;
  classId: string;
  name: string;
  startsOn: string;
  endsOn: string;
  version: number;
};

/** Door: tells of a class and its days; duties that fall due with a class get a due day for it. */
export async function reportClass<Tables>(
  context: TransactionContext<Tables>,
  given: ClassToReport,
): Promise<void> {
  const { agreementId, classId, name, startsOn, endsOn, version } = given;
  const known = await ownDb(context)
    .selectFrom('obligationClass')
    .select(['name', 'startsOn', 'endsOn'])
    .where('agreementId', '=', agreementId)
    .where('classId', '=', classId)
    .executeTakeFirst();
  const written = await ownDb(context)
    .insertInto('obligationClass')
    .values({ ...given, tenantId: context.tenant })
    .onConflict((conflict) =>
      conflict
        .columns(['tenantId', 'agreementId', 'classId'])
        .doUpdateSet({ name, startsOn, endsOn, version })
        .where('obligationClass.version', '<=', version),
    )
    .returning('classId')
    .executeTakeFirst();
  // Rooms tell of their class with every change in it; only its name and days are what due days are made of.
  const isSame = known?.name === name && known.startsOn === startsOn && known.endsOn === endsOn;
  if (written !== undefined && !isSame) await settleObligations(context, agreementId);
}
