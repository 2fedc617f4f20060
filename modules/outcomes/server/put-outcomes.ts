import { classOf, placementsOf } from '@dualtrack/order-classes/server';
import type { InputIssue } from '@dualtrack/platform/contract';
import { kernelRefusal, notFound } from '@dualtrack/platform/errors';
import { type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { type OutcomeFacts, outcomeFaults, whyNotRecord } from '../outcome.ts';
import { classOutcomes } from './class-outcomes.ts';
import { reportToAgreement } from './report-to-agreement.ts';
import type { OutcomesTables } from './tables.ts';

const operation = operationsOn<OutcomesTables>();

/**
 * Records what became of students of one class: all rows or none. Each row names the revision that its author saw
 * (0: none yet), so that of two people who change the same student one is told.
 */
export const putClassOutcomes = operation(contract.classes.put, async (ctx, input) => {
  await putOutcomes(ctx, input.classId, input.rows);
  return classOutcomes(ctx, input.classId);
});

/** An outcome that somebody wants to be there, and the revision that they saw (0: none). */
export type OutcomeToPut = OutcomeFacts & { placementId: string; leftReason: string; revision: number };
type Codes = 'outcome.not-your-role' | 'outcome.class-not-running' | 'outcome.changed-meanwhile';

/** What {@link putClassOutcomes} does, for the import as well. */
export async function putOutcomes(
  ctx: OperationContext<OutcomesTables, Codes>,
  classId: string,
  rows: readonly OutcomeToPut[],
): Promise<void> {
  await classOutcomes(ctx, classId);
  const head = await classOf(ctx, classId);
  if (head === undefined) throw notFound('order-class');
  const reason = whyNotRecord(head, ctx.actor);
  if (reason !== null) throw ctx.refuse(reason);
  await ctx.inHome(head.home, async (inner) => {
    const placements = new Map((await placementsOf(inner, classId)).map((one) => [one.id, one]));
    const issues: InputIssue[] = rows.flatMap((row, index) => {
      const faults = outcomeFaults(row, ctx.today).map(({ at, code }) => issue(index, at, code));
      const isRepeated = rows.findIndex((one) => one.placementId === row.placementId) !== index;
      if (isRepeated) faults.push(issue(index, 'placementId', 'outcome.named-twice'));
      if (!placements.has(row.placementId)) faults.push(issue(index, 'placementId', 'outcome.not-of-class'));
      return faults;
    });
    if (issues.length > 0) throw kernelRefusal('input.invalid', {}, issues);
    for (const { placementId, revision, ...facts } of rows) {
      const placement = placements.get(placementId);
      if (placement === undefined) continue;
      const { studentId, studentName, postTitle, postTitleEn } = placement;
      const next = {
        ...{ ...facts, studentName, postTitle, postTitleEn },
        revision: revision + 1,
        recordedBy: ctx.actor.personId,
        recordedAt: ctx.now,
      };
      const written =
        revision === 0
          ? await inner.db
              .insertInto('outcome')
              .values({
                ...next,
                ...{ tenantId: inner.tenant, enterpriseId: head.enterpriseId, placementId, studentId },
                ...{ classId, className: head.name, orderId: head.orderId },
              })
              .onConflict((conflict) => conflict.columns(['tenantId', 'placementId']).doNothing())
              .returning('revision')
              .executeTakeFirst()
          : await inner.db
              .updateTable('outcome')
              .set(next)
              .where('placementId', '=', placementId)
              .where('revision', '=', revision)
              .returning('revision')
              .executeTakeFirst();
      if (written === undefined) throw ctx.refuse('outcome.changed-meanwhile', { name: studentName });
    }
    await reportToAgreement(inner, classId);
  });
  ctx.audit(classId, { rows: rows.length });
}

function issue(index: number, at: string, code: string): InputIssue {
  return { pointer: `/rows/${index}/${at}`, code, params: {} };
}
