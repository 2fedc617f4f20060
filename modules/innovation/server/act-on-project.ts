import type { Actor } from '@dualtrack/platform/access';
import { notFound } from '@dualtrack/platform/errors';
import { homeOf, type OperationContext, type TransactionContext } from '@dualtrack/platform/operation';
import type { Selectable } from 'kysely';
import { type ProjectAction, type ProjectWhyNot, whyNotProject } from '../project.ts';
import { ownDb } from './own-db.ts';
import type { InnovationTables } from './tables.ts';

export type ProjectRecord = Selectable<InnovationTables['innovationProject']>;
export type ProjectContext<Codes extends string = never> = OperationContext<
  InnovationTables,
  ProjectWhyNot | Codes
>;

/** Whether a person is a member who has joined. */
export async function hasJoined<Tables>(
  context: TransactionContext<Tables>,
  project: Pick<ProjectRecord, 'id' | 'tenantId'>,
  actor: Pick<Actor, 'personId'>,
): Promise<boolean> {
  const row = await ownDb(context)
    .selectFrom('projectMember')
    .select('id')
    .where('tenantId', '=', project.tenantId)
    .where('projectId', '=', project.id)
    .where('personId', '=', actor.personId)
    .where('state', '=', 'joined')
    .executeTakeFirst();
  return row !== undefined;
}

/** Does one action of the state table in the school's home, with the project locked. */
export async function actOnProject<Answer, Codes extends string>(
  ctx: ProjectContext<Codes>,
  projectId: string,
  action: ProjectAction,
  work: (inner: ProjectContext<Codes>, project: ProjectRecord) => Promise<Answer>,
): Promise<Answer> {
  const home = await homeOf(ctx, 'innovation_project', projectId);
  return ctx.inHome(home, async (inner) => {
    const row = await ownDb(inner)
      .selectFrom('innovationProject')
      .selectAll()
      .where('id', '=', projectId)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw notFound('innovation_project');
    const viewer = { role: ctx.actor.role, hasJoined: await hasJoined(inner, row, ctx.actor) };
    const reason = whyNotProject(row, viewer, action);
    if (reason !== null) throw ctx.refuse(reason, { action });
    ctx.audit(projectId, { action });
    return work(inner, row);
  });
}
