import { noId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { type LedgerSums, monthOfEntry, sumLedger } from '../ledger.ts';
import type { TalentTables } from './tables.ts';

const none = JSON.stringify(sumLedger([]));

/** Takes the statement of a month for this transaction; whoever writes hours or confirms waits for the other here. */
export async function lockStatement(
  inner: TransactionContext<TalentTables>,
  of: { agreementId: string; enterpriseId: string; month: string },
) {
  await inner.db
    .insertInto('sharingStatement')
    .values({ ...of, tenantId: inner.tenant, totals: none, schoolAt: null, enterpriseAt: null })
    .onConflict((conflict) => conflict.columns(['tenantId', 'agreementId', 'month']).doNothing())
    .execute();
  return inner.db
    .selectFrom('sharingStatement')
    .selectAll()
    .where('agreementId', '=', of.agreementId)
    .where('month', '=', of.month)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** The month into which hours of a day go, with its statement locked and open. A half confirmed one is open again. */
export async function openMonth(
  inner: TransactionContext<TalentTables>,
  of: { agreementId: string; enterpriseId: string },
  onDay: string,
): Promise<string> {
  const closed: string[] = [];
  for (;;) {
    const month = monthOfEntry(onDay, closed, inner.today);
    const statement = await lockStatement(inner, { ...of, month });
    if (statement.schoolAt === null || statement.enterpriseAt === null) {
      // What one side confirmed is no longer what stands there.
      await inner.db
        .updateTable('sharingStatement')
        .set({ schoolAt: null, schoolBy: '', enterpriseAt: null, enterpriseBy: '', totals: none })
        .where('agreementId', '=', of.agreementId)
        .where('month', '=', month)
        .execute();
      return month;
    }
    closed.push(month);
  }
}

/** Sums of the hours shared under an agreement, by month. */
export async function sumsByMonth(
  context: TransactionContext<TalentTables>,
  agreementIds: readonly string[],
): Promise<Map<string, Map<string, LedgerSums>>> {
  const rows = await context.db
    .selectFrom('hourEntry')
    .select(['agreementId', 'month', 'giver', 'minutes', 'rate', 'fee'])
    .where('agreementId', 'in', [...agreementIds, noId])
    .where('isShared', '=', true)
    .execute();
  const sums = new Map<string, Map<string, LedgerSums>>();
  for (const agreementId of new Set(rows.map((row) => row.agreementId))) {
    const months = new Map<string, LedgerSums>();
    const own = rows.filter((row) => row.agreementId === agreementId);
    for (const month of new Set(own.map((row) => row.month))) {
      const entries = own.filter((row) => row.month === month);
      months.set(
        month,
        sumLedger(entries.map((one) => ({ ...one, rate: one.rate === null ? null : Number(one.rate) }))),
      );
    }
    sums.set(agreementId, months);
  }
  return sums;
}
