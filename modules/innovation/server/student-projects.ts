import { notFound } from '@dualtrack/platform/errors';
import { newId, noId } from '@dualtrack/platform/ids';
import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { actOnProject } from './act-on-project.ts';
import { namesOfRows } from './parties.ts';
import type { InnovationTables } from './tables.ts';
import { leadsOf, tell } from './tell.ts';

const operation = operationsOn<InnovationTables>();

/** A student's own projects, and those that take students in; nothing of their plans and property. */
export const myInnovation = operation(contract.projects.mine, async (ctx) => {
  const own = await ctx.db
    .selectFrom('projectMember')
    .select(['id', 'projectId', 'state', 'duty', 'hours', 'credit'])
    .where('tenantId', '=', ctx.tenant)
    .where('personId', '=', ctx.actor.personId)
    .execute();
  const rows = await ctx.db
    .selectFrom('innovationProject')
    .select(['tenantId', 'enterpriseId', 'id', 'title', 'titleEn', 'goal', 'state', 'startsOn', 'endsOn'])
    .where('tenantId', '=', ctx.tenant)
    .where((eb) =>
      eb.or([
        eb.and([eb('isOpenToStudents', '=', true), eb('state', 'in', ['preparing', 'running'])]),
        eb('id', 'in', [...own.map((one) => one.projectId), noId]),
      ]),
    )
    .orderBy('startsOn', 'desc')
    .execute();
  const names = await namesOfRows(ctx, rows);
  return rows.map(({ tenantId, enterpriseId, ...row }) => {
    const { enterprise, enterpriseEn } = names({ tenantId, enterpriseId });
    const mine = own.find((one) => one.projectId === row.id);
    return {
      ...{ ...row, enterprise, enterpriseEn },
      own:
        mine === undefined
          ? null
          : { id: mine.id, state: mine.state, duty: mine.duty, hours: mine.hours, credit: mine.credit },
    };
  });
});

export const joinAsStudent = operation(
  contract.projects.applyAsStudent,
  async (ctx, { projectId, answer }) => {
    await actOnProject(ctx, projectId, 'join', async (inner, project) => {
      const { personId } = ctx.actor;
      if (answer === 'apply') {
        if (!project.isOpenToStudents) throw notFound('innovation_project');
        const made = await inner.db
          .insertInto('projectMember')
          .values({
            ...{ tenantId: inner.tenant, enterpriseId: project.enterpriseId, id: newId(), projectId },
            ...{ side: 'school', name: ctx.actor.name, personId, kind: 'student', duty: 'study' },
            ...{ state: 'applied', changedAt: ctx.now },
          })
          .onConflict((conflict) => conflict.columns(['tenantId', 'projectId', 'personId']).doNothing())
          .executeTakeFirst();
        if (made.numInsertedOrUpdatedRows !== 1n) throw ctx.refuse('member.not-in-state');
        const { id, title, titleEn } = project;
        await tell(inner, project, await leadsOf(inner, project, 'school'), {
          ...{ kind: 'team.applied', recordId: id, turn: personId, about: 'project', aboutId: id },
          ...{ title, titleEn },
        });
        return;
      }
      const answered = await inner.db
        .updateTable('projectMember')
        .set({ state: answer === 'accept' ? 'joined' : 'declined', changedAt: ctx.now })
        .where('projectId', '=', projectId)
        .where('personId', '=', personId)
        .where('state', '=', 'invited')
        .executeTakeFirst();
      if (answered.numUpdatedRows !== 1n) throw ctx.refuse('member.not-in-state');
    });
    return { ok: true as const };
  },
);
