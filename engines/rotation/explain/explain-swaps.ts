import type { Block, RotationPlan } from '../format/plan-format.ts';
import type { Learner, RotationProblem } from '../format/problem-format.ts';
import { scorePlan } from '../score-plan.ts';

/**
 * What it would do to change places with somebody who has the same unit elsewhere or at another time, everything else
 * staying. `own` and `theirs`: change of each one's own score. `broken`: codes of rules that would no longer hold (as
 * in `scorePlan`; `size` where groups of different size would change places).
 */
export type SwapEffect = { learner: string; block: Block; own: number; theirs: number; broken: string[] };

/** Every change of places for one block of a learner, the dearest last, then the one that moves most; empty for a block that is not there. */
export function explainSwaps(
  problem: RotationProblem,
  plan: Pick<RotationPlan, 'learners'>,
  learnerId: string,
  unit: string,
): SwapEffect[] {
  const learnerOf = (id: string) => problem.learners.find((one) => one.id === id);
  const blocksOf = (id: string) => plan.learners.find((one) => one.id === id)?.blocks ?? [];
  const self = learnerOf(learnerId);
  const mine = blocksOf(learnerId).find((block) => block.unit === unit);
  if (self === undefined || mine === undefined) return [];
  const effects: SwapEffect[] = [];
  for (const { id, blocks } of plan.learners) {
    const other = learnerOf(id);
    const block = blocks.find((one) => one.unit === unit);
    if (other === undefined || block === undefined || id === learnerId) continue;
    if (block.site === mine.site && block.start === mine.start) continue;
    const before = scoreOf(problem, [self, other], [blocksOf(learnerId), blocks]);
    const after = scoreOf(
      problem,
      [self, other],
      [exchanged(blocksOf(learnerId), block), exchanged(blocks, mine)],
    );
    const known = new Set(before.broken);
    effects.push({
      ...{ learner: id, block },
      own: after.scores[0]! - before.scores[0]!,
      theirs: after.scores[1]! - before.scores[1]!,
      broken: [
        ...(self.size === other.size ? [] : ['size']),
        ...new Set(after.broken.filter((code) => !known.has(code))),
      ],
    });
  }
  const worth = (one: SwapEffect) => one.own + one.theirs;
  const shift = (one: SwapEffect) => Math.abs(one.own) + Math.abs(one.theirs);
  return effects.sort(
    (one, next) =>
      one.broken.length - next.broken.length ||
      worth(next) - worth(one) ||
      shift(one) - shift(next) ||
      (one.learner < next.learner ? -1 : 1),
  );
}

const exchanged = (blocks: readonly Block[], taken: Block): Block[] =>
  blocks.map((block) => (block.unit === taken.unit ? taken : block));

const heads = new Set(['over-max', 'under-min', 'over-pool', 'under-pool']);

/** Two learners alone: heads at a place do not change when equals change places, so only own rules are asked. */
function scoreOf(
  problem: RotationProblem,
  learners: readonly Learner[],
  blocks: readonly (readonly Block[])[],
): { scores: number[]; broken: string[] } {
  const ids = new Set(learners.map((one) => one.id));
  const pair = {
    ...problem,
    learners: [...learners],
    pins: problem.pins.filter((pin) => ids.has(pin.learner)),
  };
  const { learners: scored, violations } = scorePlan(pair, {
    learners: learners.map(({ id }, at) => ({ id, blocks: [...(blocks[at] ?? [])] })),
  });
  return {
    scores: scored.map((one) => one.score),
    broken: violations.map(({ code }) => code).filter((code) => !heads.has(code)),
  };
}
