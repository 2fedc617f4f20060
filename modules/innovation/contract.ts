import { challenges } from './contract/challenges.ts';
import { hours } from './contract/hours.ts';
import { notices } from './contract/notices.ts';
import { observations } from './contract/observations.ts';
import { outputs } from './contract/outputs.ts';
import { projects } from './contract/projects.ts';
import { proposals } from './contract/proposals.ts';
import { runs } from './contract/runs.ts';

export type { ChallengeDetail, ChallengeRow } from './contract/challenges.ts';
export type { HoursDay } from './contract/hours.ts';
export type { Notice } from './contract/notices.ts';
export type {
  ObservationDetail,
  ObservationRow,
} from './contract/observations.ts';
export type { OutputDetail, OutputRow } from './contract/outputs.ts';
export type { ProjectDetail, ProjectMember, ProjectRow } from './contract/projects.ts';
export type { ProposalDetail } from './contract/proposals.ts';
export type { Deliverable, ProjectRun } from './contract/runs.ts';

/** Joint innovation: challenges, proposals, the project that comes of the chosen one, its run and its outputs. */
export const contract = { challenges, proposals, projects, runs, hours, outputs, notices, observations };
