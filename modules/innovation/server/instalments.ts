import { notFound } from '@dualtrack/platform/errors';
import { saveFile } from '@dualtrack/platform/files';
import { newId } from '@dualtrack/platform/ids';
import { operationsOn } from '@dualtrack/platform/operation';
import { sql } from 'kysely';
import { contract } from '../contract.ts';
import { instalmentMoves, whyNotInstalment } from '../instalment.ts';
import { otherSide } from '../side.ts';
import { actOnProject } from './act-on-project.ts';
import { ownSide } from './parties.ts';
import type { InnovationTables } from './tables.ts';
import { teamOf, tell } from './tell.ts';

const operation = operationsOn<InnovationTables>();
const ok = { ok: true as const };

/**
 * Plans a part of a line that its payer hands over to the other side. While the project runs only the payer adds one. With
 * what is spent and planned it stays within the line.
 */
export const addInstalment = operation(contract.runs.addInstalment, async (ctx, input) => {
  const { projectId, lineId, milestoneId, title, amount, dueOn } = input;
  await actOnProject(ctx, projectId, 'draw', async (inner, project) => {
    // The lock of the project makes two who plan the same rest wait for each other.
    const line = await inner.db
      .selectFrom('projectLine')
      .select(['paidBy', 'amount', 'spent'])
      .where('id', '=', lineId)
      .where('projectId', '=', projectId)
      .executeTakeFirst();
    if (line === undefined) throw ctx.refuse('project.no-such-part');
    if (project.state === 'running' && line.paidBy !== ownSide(ctx.actor))
      throw ctx.refuse('instalment.not-your-side');
    if (dueOn < project.startsOn || dueOn > project.endsOn) throw ctx.refuse('milestone.outside');
    if (milestoneId !== null) {
      const known = await inner.db
        .selectFrom('projectMilestone')
        .select('id')
        .where('id', '=', milestoneId)
        .where('projectId', '=', projectId)
        .executeTakeFirst();
      if (known === undefined) throw ctx.refuse('project.no-such-part');
    }
    const others = await inner.db
      .selectFrom('projectInstalment')
      .select('amount')
      .where('lineId', '=', lineId)
      .execute();
    const left = line.amount - line.spent - others.reduce((sum, one) => sum + one.amount, 0);
    if (amount > left) throw ctx.refuse('budget.overdrawn', { left: left / 100 });
    await inner.db
      .insertInto('projectInstalment')
      .values({
        ...{ tenantId: inner.tenant, enterpriseId: project.enterpriseId, id: newId(), projectId, lineId },
        ...{
          milestoneId,
          title,
          amount,
          dueOn,
          state: 'planned',
          calledAt: null,
          paidOn: null,
          proofId: null,
        },
      })
      .execute();
  });
  return ok;
});

/** Calls, pays or sends back. Paying takes the amount from the line, at once or not at all, and frees it to be spent. */
export const moveInstalment = operation(contract.runs.moveInstalment, async (ctx, input) => {
  const { projectId, instalmentId, move, remark, paidOn, proof } = input;
  if (move === 'return' && remark.length < 2) throw ctx.refuse('deliverable.remark-missing');
  const on = paidOn ?? ctx.today;
  if (move === 'pay' && on > ctx.today) throw ctx.refuse('budget.day-ahead');
  await actOnProject(ctx, projectId, 'spend', async (inner, project) => {
    const row = await inner.db
      .selectFrom('projectInstalment')
      .selectAll()
      .where('id', '=', instalmentId)
      .where('projectId', '=', projectId)
      .executeTakeFirst();
    if (row === undefined) throw notFound('project_instalment');
    const line = await inner.db
      .selectFrom('projectLine')
      .select(['paidBy', 'amount', 'spent', 'drawn'])
      .where('id', '=', row.lineId)
      .executeTakeFirstOrThrow();
    const why = whyNotInstalment({ state: row.state, paidBy: line.paidBy }, ownSide(ctx.actor), move);
    if (why !== null) throw ctx.refuse(why);
    if (move === 'pay') {
      const taken = await inner.db
        .updateTable('projectLine')
        .set({ drawn: sql`drawn + ${row.amount}` })
        .where('id', '=', row.lineId)
        .where(sql<boolean>`spent + drawn + ${row.amount} <= amount`)
        .executeTakeFirst();
      const left = (line.amount - line.spent - line.drawn) / 100;
      if (taken.numUpdatedRows !== 1n) throw ctx.refuse('budget.overdrawn', { left });
    }
    const kept =
      proof === undefined || move !== 'pay'
        ? null
        : await saveFile(inner, {
            ...{ name: proof.name, mediaType: proof.type || 'application/octet-stream' },
            ...{ enterpriseId: project.enterpriseId, bytes: new Uint8Array(await proof.arrayBuffer()) },
          });
    await inner.db
      .updateTable('projectInstalment')
      .set({
        ...{ state: instalmentMoves[move].to, remark },
        ...(move === 'call' ? { calledBy: ctx.actor.name, calledAt: ctx.now } : {}),
        ...(move === 'pay' ? { paidBy: ctx.actor.name, paidOn: on, proofId: kept?.id ?? null } : {}),
      })
      .where('id', '=', instalmentId)
      .execute();
    if (move === 'return') return;
    const side = move === 'call' ? line.paidBy : otherSide(line.paidBy);
    await tell(inner, project, await teamOf(inner, project, side), {
      ...{ kind: move === 'call' ? 'instalment.called' : 'instalment.paid', recordId: instalmentId },
      ...{ turn: ctx.now.toISOString(), about: 'project', aboutId: projectId, title: row.title },
    });
  });
  return ok;
});
