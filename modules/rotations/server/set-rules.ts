import { homeOf, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { scorePlan } from '@dualtrack/rotation';
import { contract } from '../contract.ts';
import { ruleFaults } from '../plan-rules.ts';
import { forgetResult } from './create-plan.ts';
import { lockPlan } from './lock-plan.ts';
import { planFacts } from './plan-facts.ts';
import { planView } from './plan-view.ts';
import { rescore, standingPlan } from './rescore.ts';
import { revisionIn, ruleFactsOf } from './rule-facts.ts';
import type { RotationsTables } from './tables.ts';

const operation = operationsOn<RotationsTables>();

/**
 * Sets the rules of a plan as a whole; whoever had others in view is refused. A plan that keeps the new rules stays, how
 * far it is from the best being unknown then; any other has to be searched again.
 */
export const setRules = operation(contract.setRules, async (ctx, input) => {
  const { planId, revision, rules } = input;
  const home = await homeOf(ctx, 'rotation_plan', planId);
  return ctx.inHome(home, async (inner) => {
    const { state } = await lockPlan(ctx, inner, planId, 'edit');
    const { plan, facts } = await planFacts(inner, planId);
    if (revisionIn(plan.settings) !== revision) throw ctx.refuse('plan.rules-changed');
    const faults = ruleFaults(rules, ruleFactsOf(facts));
    if (faults.length > 0) throw ctx.refuse('plan.rules-not-sound', { faults });
    await inner.db
      .updateTable('rotationPlan')
      .set({ settings: JSON.stringify({ ...plan.settings, rules, rulesRevision: revision + 1 }) })
      .where('id', '=', planId)
      .execute();
    if (state === 'solved' && (await isKept(inner, planId))) {
      await inner.db
        .updateTable('rotationPlan')
        .set({ status: 'feasible', bound: null, gap: null })
        .where('id', '=', planId)
        .execute();
      await rescore(inner, planId);
    } else await forgetResult(inner, planId);
    ctx.audit(planId, { action: 'rules' });
    return planView(inner, planId, ctx.actor.role);
  });
});

/** Whether the blocks of a plan keep every rule as it is now, each group together. */
async function isKept(inner: TransactionContext<RotationsTables>, planId: string): Promise<boolean> {
  const standing = await standingPlan(inner, planId);
  if (standing === undefined) return false;
  const isWhole = (standing.known.facts.rules?.groups ?? []).length === standing.groups.length;
  return isWhole && scorePlan(standing.problem, standing.plan).violations.length === 0;
}
