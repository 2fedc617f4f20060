import { type OperationsOf, reaction, type ServerModule } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { bringBack } from './bring-back.ts';
import { addLine, recordExpense, voidExpense } from './budget.ts';
import { decideChallenge } from './decide-challenge.ts';
import { addDeliverable, answerDeliverable, submitDeliverable } from './deliverables.ts';
import { getFigures } from './figures.ts';
import { confirmHours, listHours, logHours } from './hours.ts';
import { addInstalment, moveInstalment } from './instalments.ts';
import { myNotices, noticeSeen } from './notices.ts';
import { addObservation, amendObservation, getObservation, listObservations } from './observations.ts';
import { addIncome, addOutput, addProof, getOutput, getProof, listOutputs, setShares } from './outputs.ts';
import { passDay } from './pass-day.ts';
import { listPeople } from './people.ts';
import { draftAgreement, setTerms } from './project-agreement.ts';
import { addFile, getFile } from './project-files.ts';
import { addIp, addMilestone, removeIp, removeMilestone } from './project-property.ts';
import { answerMember, applyToProject, inviteMember, setMember } from './project-team.ts';
import {
  beginProject,
  editProject,
  getProject,
  linkAgreement,
  listProjects,
  moveProject,
} from './projects.ts';
import { getChallenge, listChallenges, searchInnovation } from './read-challenges.ts';
import { getRun } from './read-run.ts';
import { declareInterests, markProposal } from './review-proposal.ts';
import { addReviewer, removeReviewer } from './reviewers.ts';
import {
  addRisk,
  answerChange,
  answerPublication,
  askChange,
  askPublication,
  closeRisk,
} from './risks-and-changes.ts';
import { joinAsStudent, myInnovation } from './student-projects.ts';
import type { InnovationTables } from './tables.ts';
import { answerQuestion, askQuestion, signNda } from './talk-about-challenge.ts';
import { onTold } from './tell.ts';
import { createChallenge, editChallenge, moveChallenge } from './write-challenge.ts';
import { createProposal, editProposal, getProposal, moveProposal } from './write-proposal.ts';

export { noticeTables } from './notice-tables.ts';
export { observationTables } from './observation-tables.ts';
export { outputTables } from './output-tables.ts';
export { projectTables } from './project-tables.ts';
export { runTables } from './run-tables.ts';
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
  projects: {
    list: listProjects,
    get: getProject,
    begin: beginProject,
    edit: editProject,
    move: moveProject,
    invite: inviteMember,
    apply: applyToProject,
    answer: answerMember,
    setMember,
    addIp,
    removeIp,
    addMilestone,
    removeMilestone,
    setTerms,
    draftAgreement,
    linkAgreement,
    mine: myInnovation,
    applyAsStudent: joinAsStudent,
  },
  runs: {
    get: getRun,
    addDeliverable,
    submit: submitDeliverable,
    answer: answerDeliverable,
    addLine,
    spend: recordExpense,
    voidExpense,
    addInstalment,
    moveInstalment,
    addRisk,
    closeRisk,
    askChange,
    answerChange,
    askPublication,
    answerPublication,
    addFile,
    file: getFile,
  },
  hours: { list: listHours, log: logHours, confirm: confirmHours },
  notices: { mine: myNotices, seen: noticeSeen },
  observations: {
    list: listObservations,
    get: getObservation,
    add: addObservation,
    amend: amendObservation,
  },
  outputs: {
    list: listOutputs,
    get: getOutput,
    add: addOutput,
    setShares,
    addProof,
    proof: getProof,
    addIncome,
    bringBack,
    figures: getFigures,
  },
};

/** The innovation module: from a challenge over a chosen proposal and its project to what came of it. */
export const innovation: ServerModule = {
  name: 'innovation',
  contract,
  operations,
  migrations: { room: 'innovation', folder: new URL('../migrations/', import.meta.url) },
  search: searchInnovation,
  daily: passDay,
  reactions: {
    'innovation.told': reaction<InnovationTables, { ids: string[] }>(onTold),
    // No room tells it yet; a room of practice will.
  },
};
