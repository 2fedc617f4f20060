import type { Highs } from '@dualtrack/solver';
import type { Model } from '../model/model.ts';
import type { Column } from './column.ts';
import { integerProgramme } from './integer-programme.ts';

/** Limits of one integer solve. */
export type IntegerControl = {
  /** Time for the solver, in its own seconds. */
  seconds: number;
  /** Branching nodes at most. */
  nodes: number;
  mayGoOn: () => boolean;
  /** A plan to start from, if its columns are among those given. */
  known: readonly Column[] | null;
  seed: number;
};

/** Best plan of the given columns, if any was found, and what is proven about plans of these columns. */
export type IntegerAnswer = {
  chosen: Column[] | null;
  /** No plan of these columns is worth more; −Infinity: there is none. */
  bound: number;
};

/** Chooses one column for each learner so that all place rules hold: the master as an integer programme. */
export function solveIntegerMaster(
  highs: Highs,
  model: Model,
  columns: readonly Column[],
  control: IntegerControl,
): IntegerAnswer {
  const programme = integerProgramme(highs, model, columns);
  if (!programme) return { chosen: null, bound: -Infinity };
  const { modelStatus: status, callbackType } = highs.constants;
  return highs.withModel(programme.data, (mip): IntegerAnswer => {
    mip.options.set({
      output_flag: false,
      time_limit: Math.max(0.01, control.seconds),
      mip_rel_gap: 0,
      mip_abs_gap: Math.max(1e-6, model.objectiveStep * 0.99),
      random_seed: control.seed,
      ...(Number.isFinite(control.nodes) ? { mip_max_nodes: control.nodes } : {}),
    });
    const start = programme.start(control.known);
    if (start) mip.setSolution({ colValue: start });
    const { modelStatus } = mip.run({
      [callbackType.simplexInterrupt](event) {
        if (!control.mayGoOn()) event.interrupt();
        return undefined;
      },
      [callbackType.mipInterrupt](event) {
        if (!control.mayGoOn()) event.interrupt();
        return undefined;
      },
    });
    if (modelStatus === status.infeasible) return { chosen: null, bound: -Infinity };
    const hasPlan = mip.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
    const bound = Number(mip.info.get('mip_dual_bound'));
    const values = hasPlan ? mip.getSolution().colValue : null;
    return { chosen: values && programme.read(values), bound: Number.isFinite(bound) ? bound : Infinity };
  });
}
