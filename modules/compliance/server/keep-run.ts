import type { TransactionContext } from '@dualtrack/platform/operation';
import type { Moment, Outcome } from '@dualtrack/rules';
import { keepVerdicts, type ToKeep } from './keep-verdicts.ts';
import { ownDb } from './own-db.ts';
import type { RuleTally, Tally } from './tables.ts';

/** A check of a class, ready to be kept. */
export type KeptRun = ToKeep & {
  runId: string;
  isOver: boolean;
  moment: Moment;
  placements: number;
  /** The packs that judged, with their versions. */
  pack: string;
};

/** Keeps a check as the latest one of its class, and brings what the authority reads up to date. */
export async function keepRun<Tables>(context: TransactionContext<Tables>, run: KeptRun): Promise<void> {
  const db = ownDb(context);
  const count = (outcome: Outcome) => run.verdicts.filter((one) => one.outcome === outcome).length;
  const tally: Tally = {
    placements: run.placements,
    breached: count('breached'),
    blocking: run.stopping.size,
    unknown: count('unknown'),
    met: count('met'),
    excused: count('excused'),
  };
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
      pack: run.pack,
      moment: run.moment,
      onDay: run.on,
      at: context.now,
      isLatest: true,
      ...tally,
      notApplicable: count('not-applicable'),
    })
    .execute();
  await keepVerdicts(context, run);
  await keepReport(context, run, tally);
}

/** Numbers for the authority: the school's own row, whichever side asked for the check. */
async function keepReport<Tables>(
  context: TransactionContext<Tables>,
  run: KeptRun,
  tally: Tally,
): Promise<void> {
  const rules = new Map<string, RuleTally>();
  for (const { rule, outcome } of run.verdicts) {
    if (outcome === 'not-applicable') continue;
    const known = rules.get(rule) ?? { rule, breached: 0, unknown: 0, met: 0, excused: 0 };
    known[outcome] += 1;
    rules.set(rule, known);
  }
  const row = {
    ...tally,
    hostId: run.enterpriseId,
    rules: JSON.stringify([...rules.values()]),
    isOver: run.isOver,
    onDay: run.on,
    checkedAt: context.now,
  };
  await context.within({ tenant: context.tenant, enterprise: null }, async (inner) => {
    await ownDb(inner)
      .insertInto('complianceReport')
      .values({ tenantId: context.tenant, classId: run.classId, ...row })
      .onConflict((conflict) => conflict.columns(['tenantId', 'classId']).doUpdateSet(row))
      .execute();
    const day = { ...tally, hostId: run.enterpriseId, isOver: run.isOver };
    await ownDb(inner)
      .insertInto('complianceReportDay')
      .values({ tenantId: context.tenant, classId: run.classId, onDay: run.on, ...day })
      .onConflict((conflict) => conflict.columns(['tenantId', 'classId', 'onDay']).doUpdateSet(day))
      .execute();
  });
}
