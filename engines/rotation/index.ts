export { type AssignmentExplanation, bestPlaces, explainAssignment } from './explain/explain-assignment.ts';
export {
  type BlockChoices,
  type Choosable,
  explainChoices,
  type LearnerChoices,
} from './explain/explain-choices.ts';
export { explainSwaps, type SwapEffect } from './explain/explain-swaps.ts';
export { type Bottleneck, findBottlenecks } from './explain/find-bottlenecks.ts';
export type { Issue } from './format/issue.ts';
export { rotationSchemas } from './format/json-schemas.ts';
export { type ParsedRotationProblem, parseRotationProblem } from './format/parse-rotation-problem.ts';
export {
  type Block,
  type PlacePrice,
  type RotationPlan,
  rotationPlanFormat,
  type Unmet,
} from './format/plan-format.ts';
export {
  type Learner,
  type Pin,
  type Place,
  type Pool,
  type RotationProblem,
  type RotationProblemInput,
  rotationProblemFormat,
  type Site,
  type Unit,
} from './format/problem-format.ts';
export { generateIntake, type IntakeOptions } from './generate/generate-intake.ts';
export {
  type GeneratedProblem,
  type GeneratorOptions,
  generateRotationProblem,
} from './generate/generate-problem.ts';
export { type PlanScore, scorePlan, type Violation } from './score-plan.ts';
export type { Progress, SolveOptions } from './search/run.ts';
export { solveRotation, solveRotationWith } from './solve-rotation.ts';
