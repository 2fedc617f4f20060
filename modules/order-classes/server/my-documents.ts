import { findStudents } from '@dualtrack/organisations/server';
import { notFound } from '@dualtrack/platform/errors';
import { saveFile } from '@dualtrack/platform/files';
import { newId, noId } from '@dualtrack/platform/ids';
import { type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { isUnderAge, mediaTypeOf, mostPapers } from '../application-paper.ts';
import type { MyDocuments } from '../contract/documents.ts';
import { contract } from '../contract.ts';
import { whyNot } from '../order-class.ts';
import { papers, paperView } from './application-documents.ts';
import { lockedClass } from './class-row.ts';
import type { OrderClassesTables } from './tables.ts';
import { tell } from './tell.ts';

const operation = operationsOn<OrderClassesTables>();
type Context = OperationContext<OrderClassesTables>;
type WindowContext = OperationContext<
  OrderClassesTables,
  'class.not-your-role' | 'class.not-in-state' | 'application.over'
>;

/** The own application of a class, kept or withdrawn; undefined without one. */
export async function myApplication(ctx: Context, classId: string) {
  return ctx.db
    .selectFrom('application')
    .selectAll()
    .where('classId', '=', classId)
    .where('studentId', '=', ctx.actor.subjectId ?? noId)
    .executeTakeFirst();
}

async function isMinor(ctx: Context): Promise<boolean> {
  const [student] = await findStudents(ctx, [ctx.actor.subjectId ?? noId]);
  return student === undefined || isUnderAge(student.birthDate, ctx.today);
}

async function myDocuments(ctx: Context, classId: string): Promise<MyDocuments> {
  const application = await myApplication(ctx, classId);
  const row = await ctx.db
    .selectFrom('orderClass')
    .select(['state', 'applicationsUntil'])
    .where('id', '=', classId)
    .where('state', '!=', 'draft')
    .executeTakeFirst();
  if (row === undefined) throw notFound('order-class');
  const found =
    application === undefined
      ? []
      : await papers(ctx).where('d.applicationId', '=', application.id).execute();
  const isOver = row.applicationsUntil !== null && ctx.today > row.applicationsUntil;
  const hasApplied = application?.isWithdrawn === false;
  return {
    documents: found.map(paperView),
    needsGuardian: await isMinor(ctx),
    whyNotAdd:
      whyNot(row, ctx.actor, 'apply') ??
      (isOver
        ? 'application.over'
        : !hasApplied
          ? 'document.not-applied'
          : found.length >= mostPapers
            ? 'document.too-many'
            : null),
  };
}

export const listMyDocuments = operation(contract.documents.mine, async (ctx, input) =>
  myDocuments(ctx, input.classId),
);

/** The class while choices may be changed. @throws application.over and the refusals of the state table */
async function openClassRow(ctx: WindowContext, classId: string) {
  const row = await lockedClass(ctx, classId, 'apply', 'shared');
  if (row.applicationsUntil !== null && ctx.today > row.applicationsUntil)
    throw ctx.refuse('application.over', { until: row.applicationsUntil });
  return row;
}

/** Adds a paper. What a file is, its first bytes say; a minor's stays with the school until the guardian agrees. */
export const addDocument = operation(contract.documents.add, async (ctx, input) => {
  const row = await openClassRow(ctx, input.classId);
  const application = await ctx.db
    .selectFrom('application')
    .select(['id', 'studentId'])
    .where('classId', '=', row.id)
    .where('studentId', '=', ctx.actor.subjectId ?? noId)
    .where('isWithdrawn', '=', false)
    // Locked, so that two uploads at once do not both take the last place.
    .forUpdate()
    .executeTakeFirst();
  if (application === undefined) throw ctx.refuse('document.not-applied');
  const known = await papers(ctx).where('d.applicationId', '=', application.id).execute();
  if (known.length >= mostPapers) throw ctx.refuse('document.too-many', { limit: mostPapers });
  const bytes = new Uint8Array(await input.file.arrayBuffer());
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === null) throw ctx.refuse('document.wrong-kind');
  const isShared = !(await isMinor(ctx));
  const name = input.file.name.slice(0, 200);
  const file = await saveFile(ctx, {
    ...{ name, mediaType, bytes },
    // Without the enterprise's id the wall between tenants itself keeps the file at the school.
    enterpriseId: isShared ? row.enterpriseId : null,
  });
  const id = newId();
  await ctx.db
    .insertInto('applicationDocument')
    .values({
      ...{ tenantId: ctx.tenant, enterpriseId: row.enterpriseId, id, classId: row.id },
      ...{ applicationId: application.id, kind: input.kind, fileId: file.id, fileName: name },
      ...{ size: bytes.length, isShared, addedAt: ctx.now },
    })
    .execute();
  // Asked once a day at most, however many papers there are.
  if (!isShared)
    await tell(ctx, row, 'paper-waits', {
      ...{ happening: `${application.id} ${ctx.today}`, studentId: application.studentId },
    });
  ctx.audit(application.id, { document: id });
  return myDocuments(ctx, row.id);
});

/** Removes a paper with its file: a student the own one while choices are open, the office at any time. */
export const removeDocument = operation(contract.documents.remove, async (ctx, input) => {
  const found = await papers(ctx).where('d.id', '=', input.documentId).executeTakeFirst();
  const isStudent = ctx.actor.role === 'student';
  if (found === undefined || (isStudent && found.studentId !== ctx.actor.subjectId))
    throw notFound('application-document');
  if (isStudent) await openClassRow(ctx, found.classId);
  await ctx.db.deleteFrom('applicationDocument').where('id', '=', found.id).execute();
  await ctx.db.deleteFrom('storedFile').where('id', '=', found.fileId).execute();
  ctx.audit(found.applicationId, { removed: found.id });
  return { ok: true as const };
});

/** A guardian opens a minor's papers to the enterprise's interviewers, or closes them again. */
export const shareDocuments = operation(contract.documents.share, async (ctx, input) => {
  const application = await myApplication(ctx, input.classId);
  if (application === undefined) throw notFound('application');
  const { isShared } = input;
  const rows = await ctx.db
    .updateTable('applicationDocument')
    .set({ isShared })
    .where('applicationId', '=', application.id)
    .returning('fileId')
    .execute();
  if (rows.length > 0)
    await ctx.db
      .updateTable('storedFile')
      .set({ enterpriseId: isShared ? application.enterpriseId : null })
      .where(
        'id',
        'in',
        rows.map(({ fileId }) => fileId),
      )
      .execute();
  ctx.audit(application.id, { isShared });
  return myDocuments(ctx, input.classId);
});
