import type { Highs } from '@dualtrack/solver';
import type { JointProblem, Limit } from './order-programme.ts';
import { adviceFrom, type OrderAdvice, type OrderInput, orderProblemOf, trainingOf } from './orders.ts';
import { solveOrders } from './solve-orders.ts';

function limitsOf(inputs: readonly OrderInput[]): Limit[] {
  const resources = inputs[0]?.plan.resources ?? [];
  return resources.flatMap(({ id, available }) => {
    if (available === undefined) return [];
    const uses = inputs.flatMap(({ plan, occupation: one }, occupation) =>
      trainingOf(plan, one).flatMap(({ needs }, route) => {
        const need = needs?.find((entry) => entry.resource === id);
        return need === undefined ? [] : [{ ...need, occupation, route }];
      }),
    );
    return [{ available, uses }];
  });
}

/**
 * Recommends classes for all occupations together, so that those that share a resource leave it room; in their order.
 * `onGroup` is told how many of how many groups are done.
 */
export function adviseJointly(
  solver: Highs,
  inputs: readonly OrderInput[],
  onGroup?: (done: number, total: number) => void,
): OrderAdvice[] {
  const problem: JointProblem = { occupations: inputs.map(orderProblemOf), limits: limitsOf(inputs) };
  const { intakes, exact } = solveOrders(solver, problem, onGroup);
  return inputs.map((input, i) =>
    adviceFrom(input, problem.occupations[i]!, { intakes: intakes[i]!, exact }),
  );
}
