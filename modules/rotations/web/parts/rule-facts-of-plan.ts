import type { PlanDetail } from '../../contract.ts';
import type { RuleFacts } from '../../plan-rules.ts';
import { planWeeks } from '../../rules-of-move.ts';

/** What the rules of a plan are held against, from the plan as the screen has it; the same as the server's. */
export function ruleFactsOfPlan(plan: PlanDetail): RuleFacts {
  return {
    ...planWeeks(plan),
    units: plan.balance.map(({ unitId, lengthWeeks, isRequired }) => ({
      id: unitId,
      lengthWeeks,
      isRequired,
    })),
    electives: plan.electives,
    stations: plan.stations,
    placementIds: plan.learners.map((learner) => learner.placementId),
  };
}
