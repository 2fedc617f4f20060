import { homeOf, type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { lockedClass } from './class-row.ts';
import { classView } from './class-view.ts';
import type { OrderClassesTables } from './tables.ts';

const operation = operationsOn<OrderClassesTables>();

type Score = { applicationId: string; seatId: string; score: number | null; note: string };

/** Gives or takes back scores in a locked class, all of them or none. @throws score.no-such-choice */
export async function giveScores(
  ctx: OperationContext<OrderClassesTables, 'score.no-such-choice'>,
  inner: OperationContext<OrderClassesTables>,
  row: { id: string; enterpriseId: string },
  scores: readonly Score[],
): Promise<number> {
  const applications = await inner.db
    .selectFrom('application')
    .select(['id', 'choices'])
    .where('classId', '=', row.id)
    .where('isWithdrawn', '=', false)
    .execute();
  const choices = new Map(applications.map((one) => [one.id, one.choices]));
  const foreign = scores.filter((one) => !choices.get(one.applicationId)?.includes(one.seatId));
  if (foreign.length > 0) throw ctx.refuse('score.no-such-choice', { count: foreign.length });
  // Of two entries for the same cell in one request the later one stands.
  const cells = new Map(scores.map((one) => [`${one.applicationId} ${one.seatId}`, one]));
  const given = [];
  for (const one of cells.values()) {
    if (one.score !== null) {
      given.push({
        tenantId: inner.tenant,
        enterpriseId: row.enterpriseId,
        applicationId: one.applicationId,
        seatId: one.seatId,
        score: one.score,
        note: one.note,
        scoredBy: ctx.actor.personId,
        scoredByName: ctx.actor.name,
        scoredAt: ctx.now,
      });
      continue;
    }
    await inner.db
      .deleteFrom('applicationScore')
      .where('applicationId', '=', one.applicationId)
      .where('seatId', '=', one.seatId)
      .execute();
  }
  if (given.length > 0) {
    await inner.db
      .insertInto('applicationScore')
      .values(given)
      .onConflict((conflict) =>
        conflict.columns(['tenantId', 'applicationId', 'seatId']).doUpdateSet((eb) => ({
          score: eb.ref('excluded.score'),
          note: eb.ref('excluded.note'),
          scoredBy: eb.ref('excluded.scoredBy'),
          scoredByName: eb.ref('excluded.scoredByName'),
          scoredAt: eb.ref('excluded.scoredAt'),
        })),
      )
      .execute();
  }
  return cells.size;
}

/** The enterprise scores applicants for seats they asked for. */
export const putScores = operation(contract.scores.put, async (ctx, input) => {
  const home = await homeOf(ctx, 'order_class', input.classId);
  return ctx.inHome(home, async (inner) => {
    const row = await lockedClass(inner, input.classId, 'score', 'shared');
    const scores = await giveScores(ctx, inner, row, input.scores);
    ctx.audit(row.id, { scores });
    const { scoresMissing } = await classView(inner, row.id, ctx.actor.role);
    return { scoresMissing };
  });
});
