import { checkBefore } from './check-before.ts';
import { checkFrame } from './check-frame.ts';
import { checkLearners } from './check-learners.ts';
import { checkPins } from './check-pins.ts';
import { readDraft } from './draft.ts';
import type { Issue } from './issue.ts';
import { type RotationProblem, rotationProblemFormat } from './problem-format.ts';
import { shapeIssues } from './shape-issues.ts';

export type ParsedRotationProblem = { ok: true; problem: RotationProblem } | { ok: false; issues: Issue[] };

/**
 * Reads a `dualtrack/rotation-problem@1` and fills in the defaults, or names everything that is wrong with it at
 * once: shape first, then the checks across fields, which also run on the sound parts of a broken file. A problem
 * that passes may still have no plan; that is an answer of `solveRotation`, not an issue.
 */
export function parseRotationProblem(input: unknown): ParsedRotationProblem {
  const result = rotationProblemFormat.safeParse(input);
  const draft = readDraft(input);
  const issues = [
    ...(result.success ? [] : shapeIssues(result.error, input)),
    ...checkFrame(draft),
    ...checkBefore(draft),
    ...checkLearners(draft),
    ...checkPins(draft),
  ];
  return result.success && issues.length === 0 ? { ok: true, problem: result.data } : { ok: false, issues };
}
