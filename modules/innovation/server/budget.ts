import { notFound } from '@dualtrack/platform/errors';
import { saveFile } from '@dualtrack/platform/files';
import { newId } from '@dualtrack/platform/ids';
import { operationsOn } from '@dualtrack/platform/operation';
import { sql } from 'kysely';
import { contract } from '../contract.ts';
import { actOnProject } from './act-on-project.ts';
import { ownSide } from './parties.ts';
import type { InnovationTables } from './tables.ts';

const operation = operationsOn<InnovationTables>();
const ok = { ok: true as const };

/** Adds a line; the project is locked, so that lines added at once stay within its budget, too. */
export const addLine = operation(contract.runs.addLine, async (ctx, { projectId, ...line }) => {
  await actOnProject(ctx, projectId, 'plan', async (inner, { enterpriseId, budget }) => {
    const lines = await inner.db
      .selectFrom('projectLine')
      .select('amount')
      .where('projectId', '=', projectId)
      .execute();
    const left = budget - lines.reduce((sum, { amount }) => sum + amount, 0);
    if (line.amount > left) throw ctx.refuse('budget.over-frame', { left: left / 100 });
    await inner.db
      .insertInto('projectLine')
      .values({ tenantId: inner.tenant, enterpriseId, id: newId(), projectId, ...line })
      .execute();
  });
  return ok;
});

/** Records an expense. The guarded update is what two who spend the same rest at once meet. */
export const recordExpense = operation(contract.runs.spend, async (ctx, input) => {
  const { projectId, lineId, amount, spentOn, what, receipt } = input;
  if (spentOn > ctx.today) throw ctx.refuse('budget.day-ahead');
  const side = ownSide(ctx.actor);
  await actOnProject(ctx, projectId, 'spend', async (inner, { enterpriseId }) => {
    const line = await inner.db
      .selectFrom('projectLine')
      .select(['paidBy', 'amount', 'spent', 'drawn', 'drawnSpent'])
      .where('id', '=', lineId)
      .where('projectId', '=', projectId)
      .executeTakeFirst();
    if (line === undefined) throw ctx.refuse('project.no-such-part');
    const isPayer = line.paidBy === side;
    // The other side spends what it has drawn down, and nothing else.
    if (!isPayer && line.drawn === 0) throw ctx.refuse('budget.other-side');
    const taken = await inner.db
      .updateTable('projectLine')
      .set(isPayer ? { spent: sql`spent + ${amount}` } : { drawnSpent: sql`drawn_spent + ${amount}` })
      .where('id', '=', lineId)
      .where(
        isPayer
          ? sql<boolean>`spent + drawn + ${amount} <= amount`
          : sql<boolean>`drawn_spent + ${amount} <= drawn`,
      )
      .executeTakeFirst();
    if (taken.numUpdatedRows !== 1n) {
      const left = isPayer ? line.amount - line.spent - line.drawn : line.drawn - line.drawnSpent;
      throw ctx.refuse('budget.overdrawn', { left: left / 100 });
    }
    const kept =
      receipt === undefined
        ? null
        : await saveFile(inner, {
            ...{ name: receipt.name, mediaType: receipt.type || 'application/octet-stream', enterpriseId },
            bytes: new Uint8Array(await receipt.arrayBuffer()),
          });
    await inner.db
      .insertInto('projectExpense')
      .values({
        ...{ tenantId: inner.tenant, enterpriseId, id: newId(), projectId, lineId, amount, spentOn, what },
        ...{ receiptId: kept?.id ?? null, side, recordedBy: ctx.actor.name, recordedAt: ctx.now },
        voidedAt: null,
      })
      .execute();
  });
  return ok;
});

/** Takes an expense back: the money is free again, the record stays and says who took it back. */
export const voidExpense = operation(contract.runs.voidExpense, async (ctx, { projectId, expenseId }) => {
  await actOnProject(ctx, projectId, 'spend', async (inner) => {
    const row = await inner.db
      .selectFrom('projectExpense')
      .select(['lineId', 'amount', 'side'])
      .where('id', '=', expenseId)
      .where('projectId', '=', projectId)
      .executeTakeFirst();
    if (row === undefined) throw notFound('project_expense');
    if (row.side !== ownSide(ctx.actor)) throw ctx.refuse('budget.other-side');
    const voided = await inner.db
      .updateTable('projectExpense')
      .set({ voidedBy: ctx.actor.name, voidedAt: ctx.now })
      .where('id', '=', expenseId)
      .where('voidedAt', 'is', null)
      .executeTakeFirst();
    if (voided.numUpdatedRows !== 1n) return;
    await inner.db
      .updateTable('projectLine')
      .set((eb) => ({
        spent: eb
          .case()
          .when('paidBy', '=', row.side)
          .then(sql<number>`spent - ${row.amount}`)
          .else(eb.ref('spent'))
          .end(),
        drawnSpent: eb
          .case()
          .when('paidBy', '!=', row.side)
          .then(sql<number>`drawn_spent - ${row.amount}`)
          .else(eb.ref('drawnSpent'))
          .end(),
      }))
      .where('id', '=', row.lineId)
      .execute();
  });
  return ok;
});
