import { notFound } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import type { MemberState } from '../project.ts';
import { leads } from '../side.ts';
import { actOnProject, type ProjectContext, type ProjectRecord } from './act-on-project.ts';
import { ownSide } from './parties.ts';
import { peopleOf } from './people.ts';
import { projectView } from './project-view.ts';
import type { InnovationTables } from './tables.ts';
import { leadsOf, tell } from './tell.ts';

const operation = operationsOn<InnovationTables>();
type NewMember = Pick<
  InnovationTables['projectMember'],
  'name' | 'personId' | 'kind' | 'duty' | 'state' | 'side'
> & { department?: string };

/** Writes a member down, once; false when the person stands on the list already. */
async function addMember(inner: ProjectContext<string>, project: ProjectRecord, member: NewMember) {
  const key = { tenantId: inner.tenant, enterpriseId: project.enterpriseId };
  const made = await inner.db
    .insertInto('projectMember')
    .values({ ...key, id: newId(), projectId: project.id, ...member, changedAt: inner.now })
    .onConflict((conflict) => conflict.columns(['tenantId', 'projectId', 'personId']).doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

/** A notice about a project's team. */
const about = ({ id, title, titleEn }: ProjectRecord, kind: 'team.invited' | 'team.applied') => ({
  ...{ kind, recordId: id, about: 'project' as const, aboutId: id, title, titleEn },
});

export const inviteMember = operation(contract.projects.invite, async (ctx, input) => {
  const { projectId, personId, name, kind, duty, department } = input;
  const person = personId === null ? null : (await peopleOf(ctx)).find((one) => one.personId === personId);
  if (person === undefined) throw ctx.refuse('team.no-such-person');
  await actOnProject(ctx, projectId, 'staff', async (inner, project) => {
    const isAdded = await addMember(inner, project, {
      ...{ name: person?.name ?? name, kind: person?.kind ?? kind, personId, duty, department },
      side: ownSide(ctx.actor),
      // Who has no sign-in cannot answer: a lead vouches for them.
      state: personId === null ? 'joined' : 'invited',
    });
    if (!isAdded) throw ctx.refuse('member.exists');
    await tell(inner, project, [personId], about(project, 'team.invited'), ctx.actor.personId);
  });
  return projectView(ctx, projectId, ctx.actor);
});

export const applyToProject = operation(contract.projects.apply, async (ctx, { projectId, duty }) => {
  const side = ownSide(ctx.actor);
  await actOnProject(ctx, projectId, 'join', async (inner, project) => {
    const isAdded = await addMember(inner, project, {
      ...{ name: ctx.actor.name, personId: ctx.actor.personId, duty, side, state: 'applied' },
      kind: side === 'school' ? 'teacher' : 'engineer',
    });
    if (!isAdded) throw ctx.refuse('member.exists');
    const turn = ctx.actor.personId;
    await tell(inner, project, await leadsOf(inner, project, side), {
      ...{ ...about(project, 'team.applied'), turn },
    });
  });
  return projectView(ctx, projectId, ctx.actor);
});

type Answer = 'accept' | 'decline' | 'leave';
const nextState: Readonly<Record<Answer, MemberState>> = {
  accept: 'joined',
  decline: 'declined',
  leave: 'left',
};

/** An invitation is answered by the person, an application by a lead of the own side; members leave by themselves. */
export const answerMember = operation(contract.projects.answer, async (ctx, input) => {
  const { projectId, memberId, answer } = input;
  await actOnProject(ctx, projectId, 'join', async (inner) => {
    const member = await inner.db
      .selectFrom('projectMember')
      .select(['state', 'side', 'personId'])
      .where('id', '=', memberId)
      .where('projectId', '=', projectId)
      .executeTakeFirst();
    if (member === undefined) throw notFound('project_member');
    const isMe = member.personId === ctx.actor.personId;
    const isOwnLead = member.side === ownSide(ctx.actor) && leads.some((role) => role === ctx.actor.role);
    const expected: MemberState =
      answer === 'leave' ? 'joined' : isMe && !isOwnLead ? 'invited' : member.state;
    const mayAnswer = member.state === 'applied' ? isOwnLead : isMe || (answer === 'leave' && isOwnLead);
    if (!mayAnswer) throw ctx.refuse('member.not-yours');
    const isTime =
      answer === 'leave' ? member.state === 'joined' : ['invited', 'applied'].includes(member.state);
    if (!isTime || expected !== member.state) throw ctx.refuse('member.not-in-state');
    await inner.db
      .updateTable('projectMember')
      .set({ state: nextState[answer], changedAt: ctx.now })
      .where('id', '=', memberId)
      .where('state', '=', member.state)
      .execute();
  });
  return projectView(ctx, projectId, ctx.actor);
});

export const setMember = operation(contract.projects.setMember, async (ctx, input) => {
  const { projectId, memberId, duty, hours, credit } = input;
  await actOnProject(ctx, projectId, 'staff', async (inner) => {
    const set = await inner.db
      .updateTable('projectMember')
      .set({ duty, hours, credit, changedAt: ctx.now })
      .where('id', '=', memberId)
      .where('projectId', '=', projectId)
      .where('side', '=', ownSide(ctx.actor))
      .executeTakeFirst();
    if (set.numUpdatedRows !== 1n) throw ctx.refuse('member.not-yours');
  });
  return projectView(ctx, projectId, ctx.actor);
});
