import { notFound } from '@dualtrack/platform/errors';
import { homeOf, type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { type AppealAction, appealTransitions, whyNotAppeal } from '../appeal.ts';
import { contract } from '../contract.ts';
import { appealsOf, keepStep } from './appeal-view.ts';
import { giveExtraSeat, mayHaveSeat } from './extra-seat.ts';
import type { OrderClassesTables } from './tables.ts';
import { tell } from './tell.ts';

const operation = operationsOn<OrderClassesTables>();
type Codes = 'appeal.not-your-role' | 'appeal.not-in-state';

export const listAppeals = operation(contract.appeals.list, async (ctx, input) => {
  await homeOf(ctx, 'order_class', input.classId);
  const found = await appealsOf(ctx, ctx.actor, input.classId);
  ctx.audit(input.classId, { appeals: found.length });
  return found;
});

async function lockedAppeal(
  ctx: OperationContext<OrderClassesTables, Codes>,
  appealId: string,
  action: AppealAction,
) {
  const appeal = await ctx.db
    .selectFrom('classAppeal as e')
    .innerJoin('application as a', (join) =>
      join.onRef('a.tenantId', '=', 'e.tenantId').onRef('a.id', '=', 'e.applicationId'),
    )
    .selectAll('e')
    .select('a.choices')
    .where('e.id', '=', appealId)
    .forUpdate()
    .executeTakeFirst();
  if (appeal === undefined) throw notFound('appeal');
  const reason = whyNotAppeal(appeal, ctx.actor, action);
  if (reason !== null) throw ctx.refuse(reason, { action });
  return appeal;
}

/** The school's office decides, always with a reason that stays on record. */
export const decideAppeal = operation(contract.appeals.decide, async (ctx, input) => {
  const { result, seatId, reason } = input;
  const action = result === null ? 'refuse' : result === 'waiting-list' ? 'relist' : 'grant';
  const appeal = await lockedAppeal(ctx, input.appealId, action);
  if (seatId !== null && !appeal.choices.includes(seatId)) throw ctx.refuse('appeal.no-such-seat');
  if (result === 'extra-seat') await mayHaveSeat(ctx, appeal);
  if (result === 'waiting-list') {
    const place = await ctx.db
      .selectFrom('placement')
      .select('id')
      .where('classId', '=', appeal.classId)
      .where('studentId', '=', appeal.studentId)
      .executeTakeFirst();
    if (place !== undefined) throw ctx.refuse('appeal.had-place');
    // On the list again, also for whoever had withdrawn: the next round takes all who wait.
    await ctx.db
      .updateTable('application')
      .set({ isWithdrawn: false, changedAt: ctx.now })
      .where('id', '=', appeal.applicationId)
      .execute();
  }
  await ctx.db
    .updateTable('classAppeal')
    .set({ state: appealTransitions[action].to, result, seatId })
    .where('id', '=', appeal.id)
    .execute();
  await keepStep(ctx, appeal, { action, note: reason, result, seatId });
  const kind = { refuse: 'appeal-refused', grant: 'appeal-granted', relist: 'appeal-settled' } as const;
  await tell(ctx, { id: appeal.classId, enterpriseId: appeal.enterpriseId }, kind[action], {
    ...{ studentId: appeal.studentId, byPerson: ctx.actor.personId },
  });
  ctx.audit(appeal.applicationId, { appeal: appeal.id, action });
  return appealsOf(ctx, ctx.actor, appeal.classId);
});

/** The enterprise gives what was granted, or sends the decision back to the school with a reason. */
export const answerAppeal = operation(contract.appeals.answer, async (ctx, input) => {
  const home = await homeOf(ctx, 'class_appeal', input.appealId);
  return ctx.inHome(home, async (inner) => {
    const action = input.accept ? 'settle' : 'return';
    const appeal = await lockedAppeal(inner, input.appealId, action);
    const orderClass = { id: appeal.classId, enterpriseId: appeal.enterpriseId };
    const about = { studentId: appeal.studentId, byPerson: ctx.actor.personId };
    let scores: { oldScore?: number | null; newScore?: number | null } = {};
    const { seatId } = appeal;
    if (input.accept && seatId !== null) {
      if (appeal.result === 're-score') {
        if (input.score === null) throw ctx.refuse('appeal.no-score');
        scores = {
          oldScore: await rescore(inner, { ...appeal, seatId }, input.score),
          newScore: input.score,
        };
      } else {
        await giveExtraSeat(inner, { ...appeal, seatId });
        // Facts read the school's private rows: its own home records them.
        await inner.emit('class.places-changed', { classId: appeal.classId });
      }
    }
    await inner.db
      .updateTable('classAppeal')
      .set({
        state: appealTransitions[action].to,
        ...(input.accept ? {} : { result: null, seatId: null }),
      })
      .where('id', '=', appeal.id)
      .execute();
    const { result } = appeal;
    await keepStep(inner, appeal, { action, note: input.note, result, seatId, ...scores });
    await tell(inner, orderClass, input.accept ? 'appeal-settled' : 'appeal-returned', about);
    ctx.audit(appeal.applicationId, { appeal: appeal.id, action });
    return appealsOf(inner, ctx.actor, appeal.classId);
  });
});

/** The new score at one seat; the next round counts with it. Returns the one it replaces. */
async function rescore(
  inner: OperationContext<OrderClassesTables>,
  appeal: { tenantId: string; enterpriseId: string; applicationId: string; seatId: string },
  score: number,
): Promise<number | null> {
  const { tenantId, enterpriseId, applicationId, seatId } = appeal;
  const known = await inner.db
    .selectFrom('applicationScore')
    .select('score')
    .where('applicationId', '=', applicationId)
    .where('seatId', '=', seatId)
    .forUpdate()
    .executeTakeFirst();
  const { personId: scoredBy, name: scoredByName } = inner.actor;
  const given = { score, scoredBy, scoredByName, scoredAt: inner.now };
  await inner.db
    .insertInto('applicationScore')
    .values({ tenantId, enterpriseId, applicationId, seatId, note: '', ...given })
    .onConflict((conflict) => conflict.columns(['tenantId', 'applicationId', 'seatId']).doUpdateSet(given))
    .execute();
  return known?.score ?? null;
}
