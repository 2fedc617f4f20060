import { defineTables, type Json } from '@dualtrack/platform/db';
import type { Generated } from 'kysely';
import type { ChallengeOrigin, ChallengeState, OriginPlace } from '../challenge.ts';
import type { ProposalState } from '../proposal.ts';
import type { Marks, Rubric } from '../rubric.ts';
import type { TeamMember } from '../shapes.ts';
import type { Side } from '../side.ts';
import type { NoticeTables } from './notice-tables.ts';
import type { ObservationTables } from './observation-tables.ts';
import type { OutputTables } from './output-tables.ts';
import type { ProjectTables } from './project-tables.ts';
import type { RunTables } from './run-tables.ts';

export type Bilateral = { tenantId: string; enterpriseId: string };
/** Empty until somebody writes it. */
export type Words = Generated<string>;

export type SelectionTables = {
  challenge: Bilateral & {
    id: string;
    postingId: string;
    ownerSide: Side;
    state: ChallengeState;
    reach: 'open' | 'invited';
    title: string;
    titleEn: Words;
    keywords: Words;
    summary: string;
    detail: string;
    limits: Words;
    expected: string;
    readinessFrom: number;
    readinessTo: number;
    budgetMin: number;
    budgetMax: number;
    deadline: string;
    isConfidential: boolean;
    origin: ChallengeOrigin;
    originNote: Words;
    originPlace: OriginPlace | null;
    originId: string | null;
    originLabel: Words;
    originPath: Words;
    rubric: Json<Rubric>;
    authorId: string;
    authorName: string;
    decisionNote: Words;
    publishedAt: Date | null;
    decidedAt: Date | null;
    createdAt: Date;
    changedAt: Date;
  };
  challengeNda: Bilateral & {
    challengeId: string;
    personId: string;
    name: string;
    version: number;
    signedAt: Date;
  };
  challengeQuestion: Bilateral & {
    id: string;
    challengeId: string;
    question: string;
    askedBy: string;
    askedAt: Date;
    answer: Words;
    answeredBy: Words;
    answeredAt: Date | null;
  };
  challengeReviewer: Bilateral & {
    challengeId: string;
    personId: string;
    name: string;
    side: Side;
    department: string;
    addedBy: string;
    addedAt: Date;
  };
  proposal: Bilateral & {
    id: string;
    challengeId: string;
    side: Side;
    state: ProposalState;
    title: string;
    approach: string;
    benefit: string;
    hurdles: Words;
    department: string;
    weeks: number;
    cost: number;
    team: Json<TeamMember[]>;
    authorId: string;
    authorName: string;
    reason: Words;
    submittedAt: Date | null;
    decidedAt: Date | null;
    createdAt: Date;
    changedAt: Date;
  };
  proposalReview: Bilateral & {
    proposalId: string;
    personId: string;
    name: string;
    hasConflict: boolean;
    relation: Words;
    declaredAt: Date;
    marks: Json<Marks> | null;
    total: number | null;
    comment: Words;
    markedAt: Date | null;
  };
};

export type InnovationTables = SelectionTables &
  ProjectTables &
  RunTables &
  OutputTables &
  NoticeTables &
  ObservationTables;

export const innovationTables = defineTables({
  challenge: 'bilateral',
  challengeNda: 'bilateral',
  challengeQuestion: 'bilateral',
  challengeReviewer: 'bilateral',
  proposal: 'bilateral',
  proposalReview: 'bilateral',
});
