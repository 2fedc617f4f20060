import { notFound } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import { type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { lastAppealDay, whyNotAppeal } from '../appeal.ts';
import type { MyAppeals } from '../contract/appeals.ts';
import { contract } from '../contract.ts';
import { appealsOf, keepStep } from './appeal-view.ts';
import { myApplication } from './my-documents.ts';
import type { OrderClassesTables } from './tables.ts';
import { tell } from './tell.ts';

const operation = operationsOn<OrderClassesTables>();
type Context = OperationContext<OrderClassesTables>;

async function myAppeals(ctx: Context, classId: string): Promise<MyAppeals> {
  const application = await myApplication(ctx, classId);
  if (application === undefined) return { appeals: [], until: null, whyNot: 'appeal.not-applied' };
  const row = await ctx.db
    .selectFrom('orderClass')
    .select(['publishedOn', 'appealDays', 'state'])
    .where('id', '=', classId)
    .executeTakeFirstOrThrow();
  const appeals = await appealsOf(ctx, ctx.actor, classId, application.studentId);
  const until = lastAppealDay(row.publishedOn, row.appealDays);
  const isOpen = appeals.some(({ state }) => state === 'made' || state === 'granted');
  const isOver = until === null || ctx.today > until || row.state === 'finished';
  return { appeals, until, whyNot: isOpen ? 'appeal.open-already' : isOver ? 'appeal.over' : null };
}

export const listMyAppeals = operation(contract.appeals.mine, async (ctx, input) =>
  myAppeals(ctx, input.classId),
);

/** Appeals against a result within so many days of its publication. Of two at once the second is told so. */
export const makeAppeal = operation(contract.appeals.make, async (ctx, input) => {
  const row = await ctx.db
    .selectFrom('orderClass')
    .selectAll()
    .where('id', '=', input.classId)
    .where('state', '!=', 'draft')
    .forShare()
    .executeTakeFirst();
  if (row === undefined) throw notFound('order-class');
  const application = await ctx.db
    .selectFrom('application')
    .selectAll()
    .where('classId', '=', row.id)
    .where('studentId', '=', ctx.actor.subjectId)
    .forUpdate()
    .executeTakeFirst();
  if (application === undefined) throw ctx.refuse('appeal.not-applied');
  const { whyNot } = await myAppeals(ctx, row.id);
  if (whyNot === 'appeal.open-already' || whyNot === 'appeal.over') throw ctx.refuse(whyNot);
  const { tenantId, enterpriseId } = row;
  const appeal = { tenantId, enterpriseId, id: newId() };
  await ctx.db
    .insertInto('classAppeal')
    .values({
      ...{ ...appeal, classId: row.id, applicationId: application.id, studentId: application.studentId },
      ...{ studentName: application.studentName, state: 'made', result: null, seatId: null },
      madeAt: ctx.now,
    })
    .execute();
  await keepStep(ctx, appeal, { action: 'make', note: input.reason });
  await tell(ctx, row, 'appeal-made', { happening: appeal.id, byPerson: ctx.actor.personId });
  ctx.audit(application.id, { appeal: appeal.id });
  return myAppeals(ctx, row.id);
});

export const withdrawAppeal = operation(contract.appeals.withdraw, async (ctx, input) => {
  const appeal = await ctx.db
    .selectFrom('classAppeal')
    .selectAll()
    .where('id', '=', input.appealId)
    .where('studentId', '=', ctx.actor.subjectId)
    .forUpdate()
    .executeTakeFirst();
  if (appeal === undefined) throw notFound('appeal');
  const reason = whyNotAppeal(appeal, ctx.actor, 'withdraw');
  if (reason !== null) throw ctx.refuse(reason, { action: 'withdraw' });
  await ctx.db.updateTable('classAppeal').set({ state: 'withdrawn' }).where('id', '=', appeal.id).execute();
  await keepStep(ctx, appeal, { action: 'withdraw', note: '' });
  ctx.audit(appeal.applicationId, { appeal: appeal.id, action: 'withdraw' });
  return myAppeals(ctx, appeal.classId);
});
