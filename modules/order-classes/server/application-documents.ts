import { notFound } from '@dualtrack/platform/errors';
import { storedFile } from '@dualtrack/platform/files';
import { noId } from '@dualtrack/platform/ids';
import { homeOf, type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import type { ApplicationDocument } from '../contract/documents.ts';
import { contract } from '../contract.ts';
import { classTransitions } from '../order-class.ts';
import type { OrderClassesTables } from './tables.ts';

const operation = operationsOn<OrderClassesTables>();
type Context = OperationContext<OrderClassesTables>;

/** Papers with the names of their applicants; what `where` leaves of them. */
export function papers(ctx: Context) {
  return ctx.db
    .selectFrom('applicationDocument as d')
    .innerJoin('application as a', (join) =>
      join.onRef('a.tenantId', '=', 'd.tenantId').onRef('a.id', '=', 'd.applicationId'),
    )
    .select(['d.id', 'd.classId', 'd.applicationId', 'd.kind', 'd.fileId', 'd.fileName', 'd.size'])
    .select(['d.isShared', 'd.addedAt', 'a.studentId', 'a.studentName', 'a.isWithdrawn'])
    .orderBy('a.studentName')
    .orderBy('d.addedAt')
    .orderBy('d.id');
}

type Paper = Awaited<ReturnType<ReturnType<typeof papers>['execute']>>[number];

/** A paper as screens show it. */
export function paperView(row: Paper): ApplicationDocument {
  const { id, applicationId, studentName, kind, fileName, isShared } = row;
  const size = Number(row.size);
  return {
    id,
    applicationId,
    studentName,
    kind,
    fileName,
    size,
    isShared,
    addedAt: row.addedAt.toISOString(),
  };
}

/**
 * Whether the caller reads papers of a class for the enterprise: its people office, or whoever interviews there, and
 * only while applicants are being chosen.
 */
async function mayInterview(ctx: Context, classId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('orderClass')
    .select('state')
    .where('id', '=', classId)
    .executeTakeFirst();
  if (row === undefined || !classTransitions.interview.from.includes(row.state)) return false;
  if (ctx.actor.role === 'enterprise-hr') return true;
  const slot = await ctx.db
    .selectFrom('interviewSlot')
    .select('id')
    .where('classId', '=', classId)
    .where('interviewerId', '=', ctx.actor.personId)
    .limit(1)
    .executeTakeFirst();
  return slot !== undefined;
}

export const listDocuments = operation(contract.documents.list, async (ctx, input) => {
  await homeOf(ctx, 'order_class', input.classId);
  let query = papers(ctx).where('d.classId', '=', input.classId);
  if (ctx.actor.kind === 'enterprise') {
    if (!(await mayInterview(ctx, input.classId))) return [];
    query = query.where('d.isShared', '=', true).where('a.isWithdrawn', '=', false);
  }
  const rows = await query.execute();
  ctx.audit(input.classId, { documents: rows.length });
  return rows.map(paperView);
});

/** One paper, for those who may read it; to everybody else it is not there. */
export const documentFile = operation(contract.documents.file, async (ctx, input) => {
  const row = await papers(ctx).where('d.id', '=', input.documentId).executeTakeFirst();
  if (row === undefined) throw notFound('application-document');
  const { role, kind, subjectId } = ctx.actor;
  const isFamily = role === 'student' || role === 'guardian';
  const mayRead = isFamily
    ? row.studentId === (subjectId ?? noId)
    : kind === 'school' || (row.isShared && !row.isWithdrawn && (await mayInterview(ctx, row.classId)));
  if (!mayRead) throw notFound('application-document');
  ctx.audit(row.applicationId, { document: row.id });
  return storedFile(ctx, row.fileId);
});
