import { agreementOf } from '@dualtrack/agreements/server';
import { newId } from '@dualtrack/platform/ids';
import { likePattern, listPage, operationsOn } from '@dualtrack/platform/operation';
import type { JointWorkDone } from '@dualtrack/talent-sharing/contract';
import { contract } from '../contract.ts';
import { projectTransitions } from '../project.ts';
import { actOnProject, type ProjectContext, type ProjectRecord } from './act-on-project.ts';
import { actOnProposal } from './act-on-proposal.ts';
import { projectRows, projectView } from './project-view.ts';
import { ranIn } from './project-year.ts';
import type { InnovationTables } from './tables.ts';

const operation = operationsOn<InnovationTables>();

export const listProjects = operation(contract.projects.list, async (ctx, input) => {
  let query = ctx.db.selectFrom('innovationProject').select('id').selectAll('innovationProject');
  if (input.state !== undefined) query = query.where('state', '=', input.state);
  if (input.year !== undefined) query = query.where(ranIn(input.year));
  if (input.q) {
    const pattern = likePattern(input.q);
    query = query.where((eb) =>
      eb.or([eb('title', 'ilike', pattern), eb('titleEn', 'ilike', pattern), eb('goal', 'ilike', pattern)]),
    );
  }
  const found = await listPage(
    query,
    { ...input, sort: input.sort ?? '-changedAt' },
    {
      ...{ changedAt: 'changedAt', title: 'title', startsOn: 'startsOn' },
      ...{ endsOn: 'endsOn', budget: 'budget', state: 'state' },
    },
  );
  return { ...found, items: await projectRows(ctx, found.items, ctx.actor) };
});

export const getProject = operation(contract.projects.get, (ctx, { projectId }) =>
  projectView(ctx, projectId, ctx.actor),
);

const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Makes a project from the chosen proposal; its author leads it, and its team comes along. */
export const beginProject = operation(contract.projects.begin, async (ctx, { proposalId, startsOn }) =>
  actOnProposal(ctx, proposalId, 'begin-project', async (inner, { row, challenge }) => {
    const known = await inner.db
      .selectFrom('innovationProject')
      .select('id')
      .where('proposalId', '=', proposalId)
      .executeTakeFirst();
    if (known !== undefined) throw ctx.refuse('project.exists');
    const id = newId();
    const key = { tenantId: inner.tenant, enterpriseId: row.enterpriseId };
    await inner.db
      .insertInto('innovationProject')
      .values({
        ...{ ...key, id, challengeId: challenge.id, proposalId, state: 'preparing' },
        ...{ title: row.title, titleEn: challenge.titleEn, goal: challenge.expected },
        ...{ startsOn, endsOn: dayAfter(startsOn, row.weeks * 7 - 1), budget: row.cost },
        schoolShare: challenge.ownerSide === 'enterprise' ? 0 : 10_000,
        ...{ acceptanceDays: 10, reviewDays: 20, terms: null, agreementId: null },
        ...{ createdBy: ctx.actor.name, createdAt: ctx.now, changedAt: ctx.now },
      })
      .execute();
    const author = { name: row.authorName, personId: row.authorId };
    const kind = row.side === 'school' ? ('teacher' as const) : ('engineer' as const);
    const others = row.team.filter((one) => one.personId !== row.authorId);
    for (const one of [{ ...author, kind, duty: 'lead' as const }, ...others]) {
      await inner.db
        .insertInto('projectMember')
        .values({
          ...{ ...key, id: newId(), projectId: id, side: row.side, name: one.name, kind: one.kind },
          ...{ personId: one.personId, state: 'joined', department: row.department, changedAt: ctx.now },
          duty: 'duty' in one ? one.duty : one.kind === 'student' ? 'study' : 'research',
        })
        .execute();
    }
    return { id };
  }),
);

export const editProject = operation(contract.projects.edit, async (ctx, { projectId, ...frame }) => {
  if (frame.endsOn < frame.startsOn) throw ctx.refuse('project.period-backwards');
  await actOnProject(ctx, projectId, 'edit', (inner) =>
    inner.db
      .updateTable('innovationProject')
      .set({ ...frame, changedAt: ctx.now })
      .where('id', '=', projectId)
      .execute(),
  );
  return projectView(ctx, projectId, ctx.actor);
});

/** A project begins under a signed agreement, and ends when everything it owes is accepted, or is stopped with a reason. */
export const moveProject = operation(contract.projects.move, async (ctx, { projectId, action, reason }) => {
  await actOnProject(ctx, projectId, action, async (inner, row) => {
    if (action === 'begin') {
      const agreement = row.agreementId === null ? undefined : await agreementOf(inner, row.agreementId);
      if (agreement?.state !== 'in-force' && agreement?.state !== 'registered')
        throw ctx.refuse('project.agreement-not-in-force');
    }
    if (action === 'complete') {
      const open = await inner.db
        .selectFrom('projectDeliverable')
        .select('id')
        .where('projectId', '=', projectId)
        .where('state', '!=', 'accepted')
        .execute();
      if (open.length > 0) throw ctx.refuse('project.deliverables-open', { count: open.length });
    }
    if (action === 'stop' && reason.length < 2) throw ctx.refuse('project.reason-missing');
    if (action === 'complete') await tellDone(inner, row);
    await inner.db
      .updateTable('innovationProject')
      .set({
        state: projectTransitions[action].to ?? row.state,
        stopReason: action === 'stop' ? reason : '',
        changedAt: ctx.now,
      })
      .where('id', '=', projectId)
      .execute();
  });
  return projectView(ctx, projectId, ctx.actor);
});

/** Joint work that is done speaks for the teachers who took part in it. */
async function tellDone(inner: ProjectContext<string>, row: ProjectRecord): Promise<void> {
  const { id, enterpriseId, title, startsOn } = row;
  const members = await inner.db
    .selectFrom('projectMember')
    .select('personId')
    .where('projectId', '=', id)
    .where('kind', '=', 'teacher')
    .where('state', '=', 'joined')
    .execute();
  await inner.emit('joint-work.done', {
    ...{ sourceId: id, enterpriseId, title, from: startsOn, to: inner.today },
    ...{ path: `/innovation-projects/${id}` },
    personIds: members.flatMap(({ personId }) => (personId === null ? [] : [personId])),
  } satisfies JointWorkDone);
}

export const linkAgreement = operation(contract.projects.linkAgreement, async (ctx, input) => {
  const { projectId, agreementId } = input;
  await actOnProject(ctx, projectId, 'draft-agreement', async (inner, row) => {
    const agreement = await agreementOf(inner, agreementId);
    const stands = agreement?.state === 'in-force' || agreement?.state === 'registered';
    if (!stands || agreement.enterpriseId !== row.enterpriseId)
      throw ctx.refuse('project.agreement-not-in-force');
    await inner.db
      .updateTable('innovationProject')
      .set({ agreementId, changedAt: ctx.now })
      .where('id', '=', projectId)
      .execute();
  });
  return projectView(ctx, projectId, ctx.actor);
});
