import { field } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { challengeLengths, challengeOrigins, originPlaces } from './challenge.ts';
import { proposalLengths } from './proposal.ts';
import { criteria } from './rubric.ts';
import { sides } from './side.ts';
import { termQuestions } from './terms.ts';

export const side = z.enum(sides);
/** Money in fen. */
export const fen = z.number().int().min(0).max(1_000_000_000_000);
const words = (most: number) => z.string().trim().max(most);
const needed = (most: number) => z.string().trim().min(2).max(most);
const level = z.number().int().min(1).max(9);

/** Names of both organisations of a bilateral row. */
export const bothNames = {
  home: field.id,
  enterpriseId: field.id,
  school: z.string(),
  schoolEn: z.string(),
  enterprise: z.string(),
  enterpriseEn: z.string(),
};

const mark = z.number().int().min(0).max(10);
const weight = z.number().int().min(0).max(100);
export const rubricShape = z.object({
  ...{ relevance: weight, feasibility: weight, novelty: weight, team: weight, value: weight },
});
export const marksShape = z.object({
  ...{ relevance: mark, feasibility: mark, novelty: mark, team: mark, value: mark },
});
export const criterion = z.enum(criteria);

/** The one page. */
export const challengePage = z.object({
  title: needed(challengeLengths.title),
  titleEn: words(challengeLengths.titleEn).default(''),
  keywords: words(challengeLengths.keywords).default(''),
  summary: needed(challengeLengths.summary),
  detail: needed(challengeLengths.detail),
  limits: words(challengeLengths.limits).default(''),
  expected: needed(challengeLengths.expected),
  /** Technology readiness, where it is and where it should get to. */
  readinessFrom: level,
  readinessTo: level,
  budgetMin: fen,
  budgetMax: fen,
  deadline: field.day,
  isConfidential: z.boolean(),
  origin: z.enum(challengeOrigins).default('idea'),
  originNote: words(200).default(''),
  rubric: rubricShape,
});
export type ChallengePage = z.infer<typeof challengePage>;

/** The record that a challenge starts from; `within`: the base of a piece of equipment. */
export const originRecord = z.object({
  place: z.enum(originPlaces),
  id: field.id,
  within: field.id.nullable().default(null),
});
export type OriginRecord = z.infer<typeof originRecord>;

/** Somebody of a team; the person is known where they have a sign-in. */
export const teamMember = z.object({
  name: z.string().trim().min(1).max(60),
  kind: z.enum(['teacher', 'engineer', 'student']),
  personId: field.id.nullable().default(null),
});
export type TeamMember = z.infer<typeof teamMember>;

/** The short form of a proposal. */
export const proposalForm = z.object({
  title: needed(proposalLengths.title),
  approach: needed(proposalLengths.approach),
  benefit: needed(proposalLengths.benefit),
  hurdles: words(proposalLengths.hurdles).default(''),
  department: needed(proposalLengths.department),
  weeks: z.number().int().min(1).max(260),
  cost: fen,
  team: z.array(teamMember).max(20),
});
export type ProposalForm = z.infer<typeof proposalForm>;

/** Somebody's part in basis points. */
export const shareShape = z.object({
  side: z.enum([...sides, 'other']),
  holder: z.string().trim().min(1).max(120),
  share: z.number().int().min(0).max(10_000),
});

export const termAnswers = z.object({
  brings: z.enum(termQuestions.brings),
  pays: z.enum(termQuestions.pays),
  invents: z.enum(termQuestions.invents),
  use: z.enum(termQuestions.use),
  publish: z.enum(termQuestions.publish),
});
