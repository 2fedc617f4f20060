import { notFound } from '@dualtrack/platform/errors';
import { newId, noId } from '@dualtrack/platform/ids';
import { operationsOn } from '@dualtrack/platform/operation';
import { sql } from 'kysely';
import { contract } from '../contract.ts';
import { otherSide } from '../side.ts';
import { actOnProject } from './act-on-project.ts';
import { answerDay } from './due-day.ts';
import { ownSide } from './parties.ts';
import type { InnovationTables } from './tables.ts';
import { teamOf, tell } from './tell.ts';

const operation = operationsOn<InnovationTables>();
const ok = { ok: true as const };

export const addRisk = operation(contract.runs.addRisk, async (ctx, { projectId, ...risk }) => {
  await actOnProject(ctx, projectId, 'risk', (inner, { enterpriseId }) =>
    inner.db
      .insertInto('projectRisk')
      .values({ tenantId: inner.tenant, enterpriseId, id: newId(), projectId, ...risk, addedAt: ctx.now })
      .execute(),
  );
  return ok;
});

export const closeRisk = operation(contract.runs.closeRisk, async (ctx, { projectId, riskId }) => {
  await actOnProject(ctx, projectId, 'risk', async (inner) => {
    const closed = await inner.db
      .updateTable('projectRisk')
      .set({ isOpen: false })
      .where('id', '=', riskId)
      .where('projectId', '=', projectId)
      .executeTakeFirst();
    if (closed.numUpdatedRows !== 1n) throw notFound('project_risk');
  });
  return ok;
});

export const askChange = operation(contract.runs.askChange, async (ctx, { projectId, ...asked }) => {
  const { kind, targetId, newDay, newAmount } = asked;
  const needsDay = kind === 'milestone-day' && newDay === null;
  if (needsDay || (kind === 'line-amount' && newAmount === null)) throw ctx.refuse('change.incomplete');
  await actOnProject(ctx, projectId, 'ask-change', async (inner, project) => {
    const { enterpriseId } = project;
    if (kind !== 'other') {
      const target = await inner.db
        .selectFrom(kind === 'milestone-day' ? 'projectMilestone' : 'projectLine')
        .select('id')
        .where('id', '=', targetId ?? noId)
        .where('projectId', '=', projectId)
        .executeTakeFirst();
      if (target === undefined) throw ctx.refuse('project.no-such-part');
    }
    await inner.db
      .insertInto('projectChange')
      .values({
        ...{ tenantId: inner.tenant, enterpriseId, id: newId(), projectId, ...asked },
        ...{ side: ownSide(ctx.actor), askedBy: ctx.actor.name, askedAt: ctx.now },
        ...{ state: 'asked', answeredAt: null },
      })
      .execute();
    await tell(inner, project, await teamOf(inner, project, otherSide(ownSide(ctx.actor))), {
      ...{ kind: 'change.asked', recordId: projectId, turn: ctx.now.toISOString(), about: 'project' },
      ...{ aboutId: projectId, title: asked.what },
    });
  });
  return ok;
});

/** Answers a change request. What is agreed is done in the same moment, or not agreed at all. */
export const answerChange = operation(contract.runs.answerChange, async (ctx, input) => {
  const { projectId, changeId, answer, words } = input;
  await actOnProject(ctx, projectId, 'ask-change', async (inner, project) => {
    const row = await inner.db
      .selectFrom('projectChange')
      .selectAll()
      .where('id', '=', changeId)
      .where('projectId', '=', projectId)
      .executeTakeFirst();
    if (row === undefined) throw notFound('project_change');
    if (row.side === ownSide(ctx.actor)) throw ctx.refuse('change.not-your-side');
    if (row.state !== 'asked') throw ctx.refuse('change.not-in-state');
    const { targetId, newDay, newAmount } = row;
    if (answer === 'agree' && targetId !== null && newDay !== null) {
      await inner.db
        .updateTable('projectMilestone')
        .set({ dueOn: newDay })
        .where('id', '=', targetId)
        .execute();
    }
    if (answer === 'agree' && targetId !== null && newAmount !== null) {
      const set = await inner.db
        .updateTable('projectLine')
        .set({ amount: newAmount })
        .where('id', '=', targetId)
        .where(sql<boolean>`spent + drawn <= ${newAmount}`)
        .executeTakeFirst();
      if (set.numUpdatedRows !== 1n) throw ctx.refuse('change.below-spent');
    }
    await inner.db
      .updateTable('projectChange')
      .set({
        ...{ state: answer === 'agree' ? 'agreed' : 'refused', answer: words },
        ...{ answeredBy: ctx.actor.name, answeredAt: ctx.now },
      })
      .where('id', '=', changeId)
      .execute();
    await tell(inner, project, await teamOf(inner, project, row.side), {
      ...{ kind: 'change.answered', recordId: changeId, about: 'project', aboutId: projectId },
      title: row.what,
    });
  });
  return ok;
});

export const askPublication = operation(contract.runs.askPublication, async (ctx, input) => {
  const { projectId, title, place } = input;
  await actOnProject(ctx, projectId, 'ask-change', async (inner, project) => {
    const { enterpriseId, reviewDays } = project;
    const [id, answerBy] = [newId(), await answerDay(inner, reviewDays)];
    await inner.db
      .insertInto('projectPublication')
      .values({
        ...{ tenantId: inner.tenant, enterpriseId, id, projectId, title, place, state: 'asked' },
        ...{ side: ownSide(ctx.actor), askedBy: ctx.actor.name, askedAt: ctx.now },
        answerBy,
      })
      .execute();
    await tell(inner, project, await teamOf(inner, project, otherSide(ownSide(ctx.actor))), {
      ...{ kind: 'publication.asked', recordId: id, about: 'project', aboutId: projectId },
      ...{ title, onDay: answerBy },
    });
  });
  return ok;
});

export const answerPublication = operation(contract.runs.answerPublication, async (ctx, input) => {
  const { projectId, publicationId, answer, words } = input;
  await actOnProject(ctx, projectId, 'ask-change', async (inner) => {
    const row = await inner.db
      .selectFrom('projectPublication')
      .select(['side', 'state'])
      .where('id', '=', publicationId)
      .where('projectId', '=', projectId)
      .executeTakeFirst();
    if (row === undefined) throw notFound('project_publication');
    if (row.side === ownSide(ctx.actor)) throw ctx.refuse('change.not-your-side');
    if (row.state !== 'asked') throw ctx.refuse('change.not-in-state');
    if (answer === 'object' && words.length < 2) throw ctx.refuse('deliverable.remark-missing');
    await inner.db
      .updateTable('projectPublication')
      .set({
        ...{ state: answer === 'clear' ? 'cleared' : 'objected', answer: words },
        answeredBy: ctx.actor.name,
      })
      .where('id', '=', publicationId)
      .execute();
  });
  return ok;
});
