import { notFound } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { areWhole, sumOfShares } from '../shares.ts';
import { actOnProject } from './act-on-project.ts';
import { projectView } from './project-view.ts';
import type { InnovationTables } from './tables.ts';

const operation = operationsOn<InnovationTables>();

export const addIp = operation(contract.projects.addIp, async (ctx, { projectId, shares, ...facts }) => {
  if (!areWhole(shares)) throw ctx.refuse('shares.not-whole', { percent: sumOfShares(shares) / 100 });
  await actOnProject(ctx, projectId, 'protect', (inner, { enterpriseId }) =>
    inner.db
      .insertInto('projectIp')
      .values({
        ...{ tenantId: inner.tenant, enterpriseId, id: newId(), projectId, ...facts },
        ...{ shares: JSON.stringify(shares), addedBy: ctx.actor.name, addedAt: ctx.now },
      })
      .execute(),
  );
  return projectView(ctx, projectId, ctx.actor);
});

export const removeIp = operation(contract.projects.removeIp, async (ctx, { projectId, ipId }) => {
  await actOnProject(ctx, projectId, 'protect', async (inner) => {
    const gone = await inner.db
      .deleteFrom('projectIp')
      .where('id', '=', ipId)
      .where('projectId', '=', projectId)
      .executeTakeFirst();
    if (gone.numDeletedRows !== 1n) throw notFound('project_ip');
  });
  return { ok: true as const };
});

export const addMilestone = operation(contract.projects.addMilestone, async (ctx, input) => {
  const { projectId, ...facts } = input;
  await actOnProject(ctx, projectId, 'plan', async (inner, project) => {
    if (facts.dueOn < project.startsOn || facts.dueOn > project.endsOn) throw ctx.refuse('milestone.outside');
    const key = { tenantId: inner.tenant, enterpriseId: project.enterpriseId, id: newId(), projectId };
    await inner.db
      .insertInto('projectMilestone')
      .values({ ...key, ...facts })
      .execute();
  });
  return projectView(ctx, projectId, ctx.actor);
});

export const removeMilestone = operation(contract.projects.removeMilestone, async (ctx, input) => {
  const { projectId, milestoneId } = input;
  await actOnProject(ctx, projectId, 'plan', async (inner) => {
    const gone = await inner.db
      .deleteFrom('projectMilestone')
      .where('id', '=', milestoneId)
      .where('projectId', '=', projectId)
      .executeTakeFirst();
    if (gone.numDeletedRows !== 1n) throw notFound('project_milestone');
  });
  return { ok: true as const };
});
