export { checkStability, type Pair, type StabilityReport } from './check/check-stability.ts';
export { matchingSchemas } from './format/json-schemas.ts';
export {
  type Applicant,
  type Cap,
  type Choice,
  type MatchingHead,
  type MatchingProblem,
  matchingProblemFormat,
  type Seat,
} from './format/problem-format.ts';
export {
  type Assignment,
  type ConditionsReport,
  type Cutoff,
  type MatchingResult,
  matchingResultFormat,
} from './format/result-format.ts';
export { generateNdjson, generateProblem, type ProblemSize } from './generate-problem.ts';
export { lotteryCommitment, lotteryNumber } from './market/lottery.ts';
export type { Market, Outcome } from './market/market.ts';
export type { Issue, IssueCode } from './read/issue.ts';
export { createNdjsonReader, type NdjsonOptions, type NdjsonReader } from './read/ndjson-reader.ts';
export { type Parsed, parseProblem, type ReadOptions } from './read/parse-problem.ts';
export { cutoffsOf } from './report/cutoffs.ts';
export type { EnoughScore } from './report/enough-score.ts';
export {
  type ChoiceExplanation,
  type ExplainOptions,
  type Explanation,
  explainApplicant,
  type Refusal,
} from './report/explain-applicant.ts';
export { resultOf, type Solved } from './report/result.ts';
export { writeResult } from './report/write-result.ts';
export { conditionsReport } from './side-conditions/conditions-report.ts';
export {
  explainSettled,
  outcomeOf,
  type SetAside,
  type SettledExplanation,
} from './side-conditions/explain-settled.ts';
export { type Filled, type FillOptions, fillSeats } from './side-conditions/fill-seats.ts';
export { readConditions } from './side-conditions/read-conditions.ts';
export { blockingIn, type Settled, settle } from './side-conditions/settle.ts';
export {
  type Conditions,
  type SideConditions,
  sideConditionsFormat,
} from './side-conditions/side-conditions.ts';
export { match } from './solve/match.ts';
