import type { OperationsOf, ServerModule } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { decideChallenge } from './decide-challenge.ts';
import { passDay } from './pass-day.ts';
import { listPeople } from './people.ts';
import { getChallenge, listChallenges, searchChallenges } from './read-challenges.ts';
import { declareInterests, markProposal } from './review-proposal.ts';
import { addReviewer, removeReviewer } from './reviewers.ts';
import { answerQuestion, askQuestion, signNda } from './talk-about-challenge.ts';
import { createChallenge, editChallenge, moveChallenge } from './write-challenge.ts';
import { createProposal, editProposal, getProposal, moveProposal } from './write-proposal.ts';

export type { InnovationTables } from './tables.ts';
export { innovationTables } from './tables.ts';

const operations: OperationsOf<typeof contract> = {
  challenges: {
    list: listChallenges,
    get: getChallenge,
    create: createChallenge,
    edit: editChallenge,
    move: moveChallenge,
    signNda,
    ask: askQuestion,
    answer: answerQuestion,
    addReviewer,
    removeReviewer,
    decide: decideChallenge,
    people: listPeople,
  },
  proposals: {
    create: createProposal,
    get: getProposal,
    edit: editProposal,
    move: moveProposal,
    declare: declareInterests,
    score: markProposal,
  },
};

/** The innovation module: from a challenge over a chosen proposal and its project to what came of it. */
export const innovation: ServerModule = {
  name: 'innovation',
  contract,
  operations,
  migrations: { room: 'innovation', folder: new URL('../migrations/', import.meta.url) },
  search: searchChallenges,
  daily: passDay,
};
