export {
  type Articles,
  type PackWords,
  type RuleText,
  type RuleWords,
  withParaphrases,
} from './articles.ts';
export { blocking } from './blocking.ts';
export {
  type Answer,
  type At,
  type Change,
  type Condition,
  conditionsOver,
  type Missing,
} from './condition.ts';
export { addDays, addMonths, ageOn, type Day, dayNumber, daysBetween, isDay, mondayOf } from './day.ts';
export { type EvaluateOptions, evaluate, evaluateMany } from './evaluate.ts';
export {
  type FactOptions,
  type FactType,
  type FactTypes,
  fact,
  factTypes,
  type ValueOf,
} from './fact-type.ts';
export { factsJsonSchema, verdictsJsonSchema } from './formats.ts';
export { instantMinutes } from './instant.ts';
export type { Issue, IssueCode, Parsed, Warning } from './issue.ts';
export { joinPacks } from './join-packs.ts';
export {
  type Claim,
  lintTerms,
  type ReadTerms,
  type Terms,
  type TermsField,
  type TermsFinding,
  type TermsSection,
} from './lint-terms.ts';
export { MOMENTS, type Moment, momentRank } from './moment.ts';
export { type FiledCase, type PackCase, type PackCases, type PackFailure, testPack } from './pack-cases.ts';
export { PackError } from './pack-error.ts';
export { conditionsOf, type PackProblem, packProblems } from './pack-problems.ts';
export { type FactsDocument, type FiledFacts, parseFacts, readFacts } from './parse-facts.ts';
export {
  type Denials,
  type FieldPhrase,
  type Phrase,
  type PhraseBook,
  phraseReader,
} from './phrase-reader.ts';
export { allowedCount, peak, type Ratio, ratioCondition, ratioHolds, type Span } from './ratio.ts';
export { type FromRecorded, renamed, shiftsOfRoster } from './recorded.ts';
export type {
  Article,
  ArticleConfidence,
  Exception,
  Layer,
  Pack,
  Provenance,
  Rule,
  Severity,
  Strength,
  Subject,
} from './rule.ts';
export { shape } from './shape.ts';
export {
  byWeek,
  type FiledShift,
  hasNoLongStretch,
  minutesOf,
  type Shift,
  shiftsOf,
  weekOfShifts,
} from './shifts.ts';
export type { Outcome, Verdict, VerdictsDocument } from './verdict.ts';
export { WAIVED, withWaivers } from './waive.ts';
export { type WhatIf, whatWouldMeet } from './what-would-meet.ts';
