import { notFound } from '@dualtrack/platform/errors';
import { saveFile } from '@dualtrack/platform/files';
import { newId } from '@dualtrack/platform/ids';
import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { deliverableMoves, whyNotDeliverable } from '../run.ts';
import { otherSide } from '../side.ts';
import { actOnProject, type ProjectContext } from './act-on-project.ts';
import { answerDay } from './due-day.ts';
import { ownSide } from './parties.ts';
import type { InnovationTables } from './tables.ts';
import { teamOf, tell } from './tell.ts';

const operation = operationsOn<InnovationTables>();
const ok = { ok: true as const };

export const addDeliverable = operation(contract.runs.addDeliverable, async (ctx, input) => {
  const { projectId, milestoneId, title, owedBy } = input;
  await actOnProject(ctx, projectId, 'plan', async (inner, { enterpriseId }) => {
    const milestone = await inner.db
      .selectFrom('projectMilestone')
      .select('id')
      .where('id', '=', milestoneId)
      .where('projectId', '=', projectId)
      .executeTakeFirst();
    if (milestone === undefined) throw ctx.refuse('project.no-such-part');
    await inner.db
      .insertInto('projectDeliverable')
      .values({
        ...{ tenantId: inner.tenant, enterpriseId, id: newId(), projectId, milestoneId, title, owedBy },
        ...{ state: 'due', fileId: null, submittedAt: null, acceptBy: null, answeredAt: null },
      })
      .execute();
  });
  return ok;
});

async function lockDeliverable(inner: ProjectContext<string>, projectId: string, id: string) {
  const row = await inner.db
    .selectFrom('projectDeliverable')
    .selectAll()
    .where('id', '=', id)
    .where('projectId', '=', projectId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw notFound('project_deliverable');
  return row;
}

/** Hands in: from now the other side has so many working days, holidays left out, and then its silence is a yes. */
export const submitDeliverable = operation(contract.runs.submit, async (ctx, input) => {
  const { projectId, deliverableId, note, file } = input;
  return actOnProject(ctx, projectId, 'deliver', async (inner, project) => {
    const row = await lockDeliverable(inner, projectId, deliverableId);
    const reason = whyNotDeliverable(row, ownSide(ctx.actor), 'submit');
    if (reason !== null) throw ctx.refuse(reason);
    const { enterpriseId } = project;
    const kept =
      file === undefined
        ? null
        : await saveFile(inner, {
            ...{ name: file.name, mediaType: file.type || 'application/octet-stream', enterpriseId },
            bytes: new Uint8Array(await file.arrayBuffer()),
          });
    const acceptBy = await answerDay(inner, project.acceptanceDays);
    await inner.db
      .updateTable('projectDeliverable')
      .set({
        ...{ state: deliverableMoves.submit.to, note, submittedBy: ctx.actor.name, submittedAt: ctx.now },
        ...{ acceptBy, answeredBy: '', answeredAt: null, remark: '' },
        ...(kept === null ? {} : { fileId: kept.id }),
      })
      .where('id', '=', deliverableId)
      .execute();
    await tell(inner, project, await teamOf(inner, project, otherSide(row.owedBy)), {
      ...{ kind: 'deliverable.submitted', recordId: deliverableId, turn: ctx.now.toISOString() },
      ...{ about: 'project', aboutId: projectId, title: row.title, onDay: acceptBy },
    });
    return { acceptBy };
  });
});

export const answerDeliverable = operation(contract.runs.answer, async (ctx, input) => {
  const { projectId, deliverableId, answer, remark } = input;
  await actOnProject(ctx, projectId, 'deliver', async (inner, project) => {
    const row = await lockDeliverable(inner, projectId, deliverableId);
    const reason = whyNotDeliverable(row, ownSide(ctx.actor), answer);
    if (reason !== null) throw ctx.refuse(reason);
    if (answer === 'return' && remark.length < 2) throw ctx.refuse('deliverable.remark-missing');
    await inner.db
      .updateTable('projectDeliverable')
      .set({
        ...{ state: deliverableMoves[answer].to, remark, answeredBy: ctx.actor.name },
        ...{ answeredAt: ctx.now, acceptBy: null },
      })
      .where('id', '=', deliverableId)
      .execute();
    await tell(inner, project, await teamOf(inner, project, row.owedBy), {
      ...{ kind: answer === 'accept' ? 'deliverable.accepted' : 'deliverable.returned' },
      ...{ recordId: deliverableId, turn: ctx.now.toISOString(), about: 'project', aboutId: projectId },
      title: row.title,
    });
  });
  return ok;
});
