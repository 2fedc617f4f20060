import { certificates } from './contract/certificates.ts';
import { courses } from './contract/courses.ts';
import { evidence } from './contract/evidence.ts';
import { experts } from './contract/experts.ts';
import { ledger } from './contract/ledger.ts';
import { needs } from './contract/needs.ts';
import { rooms } from './contract/rooms.ts';
import { sessions } from './contract/sessions.ts';
import { sheets } from './contract/sheets.ts';
import { stays } from './contract/stays.ts';

export type { Course } from './contract/courses.ts';
export {
  type EvidenceRecord,
  type JointWorkDone,
  jointWorkDone,
  type TeacherStanding,
} from './contract/evidence.ts';
export type { ExpertDetail, ExpertView } from './contract/experts.ts';
export type { Account, HourEntry } from './contract/ledger.ts';
export type { Need, Proposal } from './contract/needs.ts';
export type { Room } from './contract/rooms.ts';
export type { RuleNumber } from './contract/rule-number.ts';
export type { SessionDetail, SessionRow } from './contract/sessions.ts';
export type { TalentImport } from './contract/sheets.ts';
export type { Stay, TeachersView } from './contract/stays.ts';

/** Experts of both sides, what is needed of them, sessions and stays, and the ledger of hours. */
export const contract = {
  experts,
  needs,
  rooms,
  sessions,
  courses,
  ledger,
  certificates,
  stays,
  evidence,
  sheets,
};
