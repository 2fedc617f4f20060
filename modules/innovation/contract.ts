import { challenges } from './contract/challenges.ts';
import { proposals } from './contract/proposals.ts';

export type { ChallengeDetail, ChallengeRow } from './contract/challenges.ts';
export type { ProposalDetail } from './contract/proposals.ts';

/** Joint innovation: challenges, proposals and how one of them is chosen. */
export const contract = { challenges, proposals };
