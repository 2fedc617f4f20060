import { agreementOf } from '@dualtrack/agreements/server';
import type { Actor } from '@dualtrack/platform/access';
import { notFound } from '@dualtrack/platform/errors';
import { noId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import type { ProjectDetail, ProjectRow } from '../contract.ts';
import { belongs, projectActions, whyNotProject } from '../project.ts';
import type { ProjectRecord } from './act-on-project.ts';
import { ownDb } from './own-db.ts';
import { namesOfRows, ownSide } from './parties.ts';

/** Rows of the list. */
export async function projectRows<Tables>(
  context: TransactionContext<Tables>,
  rows: readonly ProjectRecord[],
  actor: Actor,
): Promise<ProjectRow[]> {
  const names = await namesOfRows(context, rows);
  const members = await ownDb(context)
    .selectFrom('projectMember')
    .select(['projectId', 'personId'])
    .where('projectId', 'in', [...rows.map((row) => row.id), noId])
    .where('state', '=', 'joined')
    .execute();
  return rows.map((row) => {
    const { id, state, title, titleEn, startsOn, endsOn, budget } = row;
    const own = members.filter((one) => one.projectId === id);
    return {
      ...names(row),
      ...{ id, state, title, titleEn, startsOn, endsOn, budget, people: own.length },
      isMine: own.some((one) => one.personId === actor.personId),
      changedAt: row.changedAt.toISOString(),
    };
  });
}

/** One project as a person sees it; who does not belong to it sees no property and no plan. @throws thing.not-found */
export async function projectView<Tables>(
  context: TransactionContext<Tables>,
  projectId: string,
  actor: Actor,
): Promise<ProjectDetail> {
  const db = ownDb(context);
  const row = await db
    .selectFrom('innovationProject')
    .selectAll()
    .where('id', '=', projectId)
    .executeTakeFirst();
  if (row === undefined) throw notFound('innovation_project');
  const [head] = await projectRows(context, [row], actor);
  if (head === undefined) throw notFound('innovation_project');
  const members = await db
    .selectFrom('projectMember')
    .selectAll()
    .where('tenantId', '=', row.tenantId)
    .where('projectId', '=', row.id)
    .orderBy('side', 'desc')
    .orderBy('changedAt')
    .execute();
  const viewer = { role: actor.role, hasJoined: head.isMine };
  const isInside = belongs(actor.role, head.isMine);
  const ip = await db
    .selectFrom('projectIp')
    .select(['id', 'kind', 'form', 'title', 'note', 'shares'])
    .where('tenantId', '=', row.tenantId)
    .where('projectId', '=', row.id)
    .orderBy('addedAt')
    .execute();
  const milestones = await db
    .selectFrom('projectMilestone')
    .select(['id', 'title', 'titleEn', 'dueOn'])
    .where('tenantId', '=', row.tenantId)
    .where('projectId', '=', row.id)
    .orderBy('dueOn')
    .execute();
  const agreement = row.agreementId === null ? undefined : await agreementOf(context, row.agreementId);
  const side = ownSide(actor);
  const { challengeId, proposalId, goal, schoolShare, acceptanceDays, reviewDays, terms } = row;
  return {
    ...head,
    ...{ challengeId, proposalId, goal, schoolShare, acceptanceDays, reviewDays, terms },
    ...{ isOpenToStudents: row.isOpenToStudents, stopReason: row.stopReason },
    agreement:
      agreement === undefined || !isInside
        ? null
        : { id: agreement.id, number: agreement.number, state: agreement.state },
    members: members.map((one) => ({
      ...{ id: one.id, side: one.side, name: one.name, kind: one.kind, duty: one.duty, state: one.state },
      ...{ department: one.department, hours: one.hours, credit: one.credit },
      ...{ isMe: one.personId === actor.personId, isMine: one.side === side },
    })),
    ip: isInside ? ip : [],
    milestones: isInside ? milestones : [],
    belongs: isInside,
    abilities: Object.fromEntries(
      projectActions.map((action) => [action, whyNotProject(row, viewer, action)]),
      // Every action is there, because the list of actions was mapped.
    ) as ProjectDetail['abilities'],
  };
}
