import { addCalendarSource } from '@dualtrack/agreements/server';
import { type OperationsOf, reaction, type ServerModule } from '@dualtrack/platform/operation';
import { contract, type JointWorkDone } from '../contract.ts';
import { answerByLink, onAsked, showAnswerLink } from './answer-by-link.ts';
import { setRoom } from './book-room.ts';
import { createFeed, listFeeds, revokeFeed, sessionEntries, talentFeed } from './calendar-feed.ts';
import { certificateCheck } from './certificate-check.ts';
import { certificateFacts, certificateFile, makeCertificate } from './certificates.ts';
import { createCourse, getCourse, listCourses, saveCourse } from './courses.ts';
import { getDeparture } from './departure.ts';
import { addEvidence, checkEvidence, getEvidence, removeEvidence, savePartTime } from './evidence.ts';
import { expertRecord } from './expert-record.ts';
import { createExpert, saveExpert } from './keep-experts.ts';
import { onJointWorkDone } from './keep-joint-work.ts';
import { leaveExpert } from './leave-expert.ts';
import { answerRate, confirmStatement, getLedger, listHours, proposeRate } from './ledger.ts';
import {
  answerSession,
  attestSession,
  cancelSession,
  leaveSeat,
  rateSession,
  takeSeat,
} from './move-session.ts';
import { createNeed, getNeed, listNeeds, listSharingAgreements, moveNeed, proposeForNeed } from './needs.ts';
import { passDay } from './pass-day.ts';
import { planSession } from './plan-session.ts';
import { onReleased } from './put-answer.ts';
import { getExpert, listExperts, mineExpert, searchTalents } from './read-experts.ts';
import { createRoom, listRooms, saveRoom } from './rooms.ts';
import { getSession, listSessions } from './session-view.ts';
import { answerStay, assessStay, createStay, getStay, listStays, noteStay, reportStay } from './stays.ts';
import type { TalentTables } from './tables.ts';
import { exportTalentSheet, importTalentSheet } from './talent-sheets.ts';
import { listTeachersPractice } from './teachers.ts';
import { onSettled, type Settled } from './tell-settled.ts';

export type { TalentTables } from './tables.ts';
export { talentTables } from './tables.ts';
export { addMaterial, stayNoteOf } from './talent-doors.ts';

const operations: OperationsOf<typeof contract> = {
  experts: {
    list: listExperts,
    mine: mineExpert,
    get: getExpert,
    create: createExpert,
    save: saveExpert,
    departure: getDeparture,
    leave: leaveExpert,
    record: expertRecord,
  },
  needs: {
    list: listNeeds,
    get: getNeed,
    proposals: proposeForNeed,
    create: createNeed,
    move: moveNeed,
    agreements: listSharingAgreements,
  },
  rooms: { list: listRooms, create: createRoom, save: saveRoom },
  sessions: {
    list: listSessions,
    get: getSession,
    plan: planSession,
    answer: answerSession,
    setRoom,
    cancel: cancelSession,
    attest: attestSession,
    takeSeat,
    leaveSeat,
    rate: rateSession,
    link: { show: showAnswerLink, answer: answerByLink },
    feeds: { list: listFeeds, create: createFeed, revoke: revokeFeed },
  },
  courses: { list: listCourses, get: getCourse, create: createCourse, save: saveCourse },
  ledger: {
    get: getLedger,
    entries: listHours,
    proposeRate,
    answerRate,
    confirm: confirmStatement,
  },
  certificates: { make: makeCertificate, file: certificateFile, facts: certificateFacts },
  stays: {
    list: listStays,
    get: getStay,
    create: createStay,
    answer: answerStay,
    note: noteStay,
    report: reportStay,
    assess: assessStay,
    teachers: listTeachersPractice,
  },
  sheets: { export: exportTalentSheet, import: importTalentSheet },
  evidence: {
    get: getEvidence,
    add: addEvidence,
    saveFile: savePartTime,
    check: checkEvidence,
    remove: removeEvidence,
  },
};

// Feeds of agreements are the agreements' room; sessions are known to this one only.
addCalendarSource((context, { agreementId, address }) =>
  sessionEntries(context, { expertIds: null, agreementId, address }),
);

/** The talent-sharing module: experts, needs, sessions, stays, and the ledger of hours between the two sides. */
export const talentSharing: ServerModule = {
  name: 'talentSharing',
  contract,
  operations,
  migrations: { room: 'talent-sharing', folder: new URL('../migrations/', import.meta.url) },
  search: searchTalents,
  daily: passDay,
  documents: [talentFeed, certificateCheck],
  reactions: {
    'talent.asked': reaction<TalentTables, { sessionId: string; expertId: string }>(onAsked),
    'joint-work.done': reaction<TalentTables, JointWorkDone>(onJointWorkDone),
    'talent.settled': reaction<TalentTables, Settled>(onSettled),
    'talent.released': reaction<TalentTables, { sessionId: string }>(onReleased),
  },
};
