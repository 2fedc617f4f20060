import { notFound } from '@dualtrack/platform/errors';
import { saveFile, storedFile } from '@dualtrack/platform/files';
import { newId } from '@dualtrack/platform/ids';
import { homeOf, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { belongs } from '../project.ts';
import { actOnProject, hasJoined } from './act-on-project.ts';
import { ownSide } from './parties.ts';
import type { InnovationTables } from './tables.ts';

const operation = operationsOn<InnovationTables>();

export const addFile = operation(contract.runs.addFile, async (ctx, { projectId, file, isForBoth }) => {
  const side = ownSide(ctx.actor);
  await actOnProject(ctx, projectId, 'risk', async (inner, { enterpriseId }) => {
    const kept = await saveFile(inner, {
      ...{ name: file.name, mediaType: file.type || 'application/octet-stream', enterpriseId },
      bytes: new Uint8Array(await file.arrayBuffer()),
    });
    await inner.db
      .insertInto('projectFile')
      .values({
        ...{ tenantId: inner.tenant, enterpriseId, id: newId(), projectId, fileId: kept.id, name: file.name },
        ...{ audience: isForBoth === 'yes' ? 'both' : side, side, addedBy: ctx.actor.name, addedAt: ctx.now },
      })
      .execute();
  });
  return { ok: true as const };
});

/** A file by the id of what it belongs to; one that is for the other side only is not there. */
export const getFile = operation(contract.runs.file, async (ctx, { projectId, fileId }) => {
  const home = await homeOf(ctx, 'innovation_project', projectId);
  return ctx.inHome(home, async (inner) => {
    const isIn = await hasJoined(inner, { id: projectId, tenantId: home }, ctx.actor);
    if (!belongs(ctx.actor.role, isIn)) throw ctx.refuse('project.not-a-member');
    const shared = await inner.db
      .selectFrom('projectFile')
      .select('fileId as stored')
      .where('id', '=', fileId)
      .where('projectId', '=', projectId)
      .where('audience', 'in', ['both', ownSide(ctx.actor)])
      .executeTakeFirst();
    const handedIn = await inner.db
      .selectFrom('projectDeliverable')
      .select('fileId as stored')
      .where('id', '=', fileId)
      .where('projectId', '=', projectId)
      .executeTakeFirst();
    const receipt = await inner.db
      .selectFrom('projectExpense')
      .select('receiptId as stored')
      .where('id', '=', fileId)
      .where('projectId', '=', projectId)
      .executeTakeFirst();
    const proof = await inner.db
      .selectFrom('projectInstalment')
      .select('proofId as stored')
      .where('id', '=', fileId)
      .where('projectId', '=', projectId)
      .executeTakeFirst();
    const stored = shared?.stored ?? handedIn?.stored ?? receipt?.stored ?? proof?.stored ?? null;
    if (stored === null) throw notFound('project_file');
    return storedFile(inner, stored);
  });
});
