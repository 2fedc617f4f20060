import { schoolHomes } from '@dualtrack/accounts/server';
import { dayOf } from '@dualtrack/platform/clock';
import { asSystem, type Kernel, type TransactionContext } from '@dualtrack/platform/operation';
import { stateAfterTerm } from '../agreement.ts';
import { addDays } from '../due.ts';
import { effectNotices } from './amend-notice.ts';
import { ownDb } from './own-db.ts';
import { recount } from './recount.ts';
import { writeEvent } from './section-writer.ts';
import { settleObligations } from './settle-obligations.ts';

/** Facts that lay in the future count from their day on; a server that stood still for a while catches up. */
const lookBackDays = 40;
const atOnce = 200;

/**
 * What a new day brings, in the home of each school: notices take effect, agreements whose term is over end (or count as
 * renewed), yearly duties without an end get their next year, and facts that lay ahead are counted. Done again on the
 * same day it changes nothing.
 */
export async function passDay(kernel: Kernel): Promise<{ moved: number }> {
  let moved = 0;
  for (const home of await schoolHomes(kernel)) {
    moved += await asSystem(kernel, home, noticesOfDay);
    // Each batch is a transaction of its own, so that no home is held for long.
    for (let batch = atOnce; batch === atOnce; ) {
      batch = await asSystem(kernel, home, endOverdue);
      moved += batch;
    }
    for (const id of await asSystem(kernel, home, lackingYear)) {
      await asSystem(kernel, home, (context) => settleObligations(context, id));
    }
    await asSystem(kernel, home, countNewDays);
  }
  kernel.log.info(
    { moved, day: dayOf(kernel.clock.now(), kernel.config.timeZone) },
    'agreements: day passed',
  );
  return { moved };
}

async function noticesOfDay(context: TransactionContext<never>): Promise<number> {
  const rows = await ownDb(context)
    .selectFrom('agreementNotice')
    .select('agreementId')
    .distinct()
    .where('state', 'in', ['given', 'agreed'])
    .where('effectiveOn', '<=', context.today)
    .execute();
  let count = 0;
  for (const { agreementId } of rows) count += await effectNotices(context, agreementId);
  return count;
}

async function endOverdue(context: TransactionContext<never>): Promise<number> {
  const db = ownDb(context);
  const rows = await db
    .selectFrom('agreement')
    .select(['id', 'enterpriseId', 'state', 'validTo'])
    .where('state', 'in', ['in-force', 'suspended', 'registered'])
    .where('validTo', '<', context.today)
    .orderBy('id')
    .limit(atOnce)
    .forUpdate()
    .execute();
  for (const row of rows) {
    const renewal = await db
      .selectFrom('agreementRelation as r')
      .innerJoin('agreement as a', (join) =>
        join.onRef('a.tenantId', '=', 'r.tenantId').onRef('a.id', '=', 'r.agreementId'),
      )
      .select('a.id')
      .where('r.parentId', '=', row.id)
      .where('r.kind', '=', 'renewal')
      // A renewal signed by hand counts once both stand by it.
      .where((eb) =>
        eb.or([
          eb('a.state', '=', 'in-force'),
          eb.and([eb('a.state', '=', 'registered'), eb('r.confirmation', '=', 'confirmed')]),
        ]),
      )
      .executeTakeFirst();
    const state = stateAfterTerm(row, context.today, renewal !== undefined);
    if (state === null) continue;
    await db
      .updateTable('agreement')
      .set({ state, changedAt: context.now })
      .where('id', '=', row.id)
      .execute();
    await db
      .updateTable('obligationDue')
      .set({ isPaused: false })
      .where('agreementId', '=', row.id)
      .where('isPaused', '=', true)
      .execute();
    const nobody = { personId: null, name: '', side: null };
    await writeEvent(context, row, 'ended', nobody, { on: row.validTo, by: 'term' });
  }
  return rows.length;
}

/** Agreements without an end of which a yearly duty has no due for the running year yet. */
async function lackingYear(context: TransactionContext<never>): Promise<string[]> {
  const rows = await ownDb(context)
    .selectFrom('agreement as a')
    .innerJoin('obligation as o', (join) =>
      join.onRef('o.tenantId', '=', 'a.tenantId').onRef('o.agreementId', '=', 'a.id'),
    )
    .select('a.id')
    .distinct()
    .where('a.validTo', 'is', null)
    .where('a.state', 'in', ['in-force', 'registered'])
    .where('o.cadence', '=', 'yearly')
    .where('o.isWaived', '=', false)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('obligationDue as d')
            .select('d.dueKey')
            .whereRef('d.tenantId', '=', 'o.tenantId')
            .whereRef('d.obligationId', '=', 'o.id')
            .where('d.dueOn', '>=', context.today),
        ),
      ),
    )
    .execute();
  return rows.map((row) => row.id);
}

async function countNewDays(context: TransactionContext<never>): Promise<void> {
  const rows = await ownDb(context)
    .selectFrom('obligationFact')
    .select('agreementId')
    .distinct()
    .where('happenedOn', '>', addDays(context.today, -lookBackDays))
    .where('happenedOn', '<=', context.today)
    .execute();
  const ids = rows.map((row) => row.agreementId);
  for (let start = 0; start < ids.length; start += atOnce) {
    await recount(context, ids.slice(start, start + atOnce));
  }
}
