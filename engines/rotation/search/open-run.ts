import type { Highs } from '@dualtrack/solver';
import type { RotationProblem } from '../format/problem-format.ts';
import { compileModel } from '../model/compile-model.ts';
import { randomFrom } from '../random.ts';
import { FEW, isForAnnealing } from './annealing-phase.ts';
import { attainable, gapOf, type Run, type SolveOptions } from './run.ts';
import { openWorkbench } from './workbench.ts';

/** Seconds that a search may take when the caller does not say. */
const DEFAULT_SECONDS = 60;

/** Prepares a search: nothing is known yet. */
export function openRun(highs: Highs, problem: RotationProblem, options: SolveOptions): Run {
  const startedAt = options.now();
  const seconds = options.seconds ?? DEFAULT_SECONDS;
  const secondsLeft = (): number => seconds - (options.now() - startedAt);
  const model = compileModel(problem);
  const mayGoOn = () => !options.signal?.aborted && secondsLeft() > 0;
  const run: Run = {
    // Searches that know all sets of many units are built after the first plan.
    bench: openWorkbench(model, mayGoOn, isForAnnealing(model) ? FEW : undefined),
    highs,
    random: randomFrom(options.seed ?? '1'),
    best: null,
    bound: Infinity,
    prices: null,
    columns: new Map(),
    proof: null,
    hopeless: null,
    effort: { replies: 8, columns: 20_000, nodes: 200 },
    secondsLeft,
    mayGoOn,
    report: (phase) => {
      const score = run.best?.score ?? null;
      const bound = Number.isFinite(run.bound) ? attainable(run, run.bound) : null;
      const gap = score === null || bound === null ? null : gapOf(score, bound);
      options.onProgress?.({ phase, score, bound, gap, elapsed: options.now() - startedAt });
    },
  };
  return run;
}
