import { notFound } from '@dualtrack/platform/errors';
import type { OperationContext } from '@dualtrack/platform/operation';
import { sql } from 'kysely';
import { type PlanAction, type PlanState, whyNot } from '../rotation-plan.ts';
import type { RotationsTables } from './tables.ts';

type NotNow = 'plan.not-your-role' | 'plan.not-in-state';
type Context = OperationContext<RotationsTables, NotNow>;

/** A plan held for an action until the transaction ends. */
export type LockedPlan = {
  id: string;
  classId: string;
  enterpriseId: string;
  state: PlanState;
  basedOn: string | null;
  publishedAt: Date | null;
};

/**
 * A plan is only being solved while its search is still in the queue: a search that was cancelled before it began, or
 * that failed, leaves a plan that can be worked on again.
 */
export const presentState = sql<PlanState>`case when rotation_plan.state = 'solving'
  and not exists (select 1 from run_queue where run_queue.run_id = rotation_plan.run_id)
  then 'draft' else rotation_plan.state end`;

/** Locks a plan for an action; publishing locks all plans of the class, so that two never get there together. */
export async function lockPlan(
  ctx: Context,
  inner: Context,
  planId: string,
  action: PlanAction,
): Promise<LockedPlan> {
  if (action === 'publish') {
    await inner.db
      .selectFrom('rotationPlan')
      .select('id')
      .where('classId', 'in', (eb) =>
        eb.selectFrom('rotationPlan as own').select('own.classId').where('own.id', '=', planId),
      )
      .orderBy('id')
      .forUpdate()
      .execute();
  }
  await inner.db.selectFrom('rotationPlan').select('id').where('id', '=', planId).forUpdate().execute();
  const plan = await inner.db
    .selectFrom('rotationPlan')
    .select(['id', 'classId', 'enterpriseId', 'basedOn', 'publishedAt', presentState.as('state')])
    .where('id', '=', planId)
    .executeTakeFirst();
  if (plan === undefined) throw notFound('rotation-plan');
  const reason = whyNot(plan, ctx.actor, action);
  if (reason !== null) throw ctx.refuse(reason, { action });
  return plan;
}
