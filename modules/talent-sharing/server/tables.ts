import { defineTables, type Json } from '@dualtrack/platform/db';
import type { ColumnType, Generated } from 'kysely';
import type { CredentialFacts } from '../credential-facts.ts';
import type { EvidenceKind } from '../evidence.ts';
import type { Form, Language, SessionForm, ShownPart, StayForm } from '../forms.ts';
import type { HeldAt } from '../held-at.ts';
import type { LedgerSums } from '../ledger.ts';
import type { TitleLevel } from '../part-time.ts';
import type { Answer, SessionState } from '../session.ts';
import type { Side } from '../side.ts';
import type { Grade, StayState } from '../stay.ts';

type Bilateral = { tenantId: string; enterpriseId: string };
type Words = Generated<string>;
type DaySpan = { from: string; to: string };
/** Whole numbers that PostgreSQL sends as text. */
type Big = ColumnType<string | number, number, number>;

export type ExpertRow = {
  tenantId: string;
  id: string;
  personId: string | null;
  subjectId: string | null;
  name: string;
  nameEn: string;
  title: string;
  titleEn: string;
  certificates: Json<string[]>;
  occupations: Json<string[]>;
  tags: Json<string[]>;
  languages: Json<Language[]>;
  slots: Json<string[]>;
  absences: Json<DaySpan[]>;
  monthlyHours: number;
  needsApproval: boolean;
  approver: string;
  mail: string;
  region: Words;
  listedSince: Date | null;
  consentBy: string;
  consentNote: string;
  shown: Json<ShownPart[]>;
  leftOn: string | null;
  revision: Generated<number>;
  createdAt: Date;
  changedAt: Date;
};

export type TalentTables = {
  expert: ExpertRow;
  teacherEvidence: {
    tenantId: string;
    id: string;
    expertId: string;
    kind: EvidenceKind;
    title: string;
    issuer: string;
    number: Words;
    fromOn: string;
    toOn: string | null;
    byPerson: string | null;
    byName: string;
    path: Words;
    sourceId: string | null;
    checkedBy: Words;
    checkedAt: Date | null;
    createdAt: Date;
  };
  partTimeTeacher: {
    tenantId: string;
    expertId: string;
    yearsInField: number | null;
    titleLevel: TitleLevel | null;
    bornMonth: string | null;
    unitConsents: boolean | null;
    contractFrom: string | null;
    contractTo: string | null;
    changedBy: string;
    changedAt: Date;
  };
  expertReservation: {
    tenantId: string;
    expertId: string;
    sessionId: string;
    homeId: string;
    startsAt: Date;
    endsAt: Date;
    month: string;
    minutes: number;
  };
  talentRoom: {
    tenantId: string;
    id: string;
    name: string;
    nameEn: Words;
    address: Words;
    zone: string;
    region: Words;
    seats: number;
    isClosed: Generated<boolean>;
    changedAt: Date;
  };
  roomReservation: {
    tenantId: string;
    sessionId: string;
    roomId: string;
    startsAt: Date;
    endsAt: Date;
    title: string;
  };
  expertListing: Bilateral & {
    expertId: string;
    side: Side;
    name: string;
    nameEn: string;
    title: string;
    titleEn: string;
    certificates: Json<string[]>;
    occupations: Json<string[]>;
    tags: Json<string[]>;
    languages: Json<Language[]>;
    slots: Json<string[]>;
    absences: Json<DaySpan[]>;
    monthlyHours: number;
    used: Json<Record<string, number>>;
    busy: Json<{ startsAt: string; endsAt: string }[]>;
    searchText: string;
    region: Words;
    changedAt: Date;
  };
  talentNeed: Bilateral & {
    id: string;
    agreementId: string;
    side: Side;
    isOffer: boolean;
    expertId: string | null;
    expertName: Words;
    form: Form;
    title: string;
    description: Words;
    occupations: Json<string[]>;
    tags: Json<string[]>;
    language: Language | null;
    fromOn: string;
    toOn: string;
    minutes: number;
    place: Words;
    region: Words;
    state: 'open' | 'met' | 'withdrawn';
    byPerson: string;
    byName: string;
    createdAt: Date;
    changedAt: Date;
  };
  talentCourse: Bilateral & {
    id: string;
    agreementId: string;
    title: string;
    titleEn: Words;
    note: Words;
    teacherId: string;
    teacherName: string;
    mentorId: string;
    mentorName: string;
    materials: Json<{ title: string; address: string }[]>;
    revision: Generated<number>;
    changedBy: string;
    createdAt: Date;
    changedAt: Date;
  };
  talentSession: Bilateral & {
    id: string;
    agreementId: string;
    needId: string | null;
    courseId: string | null;
    form: SessionForm;
    forSide: Side;
    title: string;
    message: Words;
    startsAt: Date;
    endsAt: Date;
    onDay: string;
    place: Words;
    seats: number | null;
    noticeHours: number;
    heldAt: HeldAt;
    /** The clock on the wall there; empty: that of the deployment. */
    zone: Words;
    roomId: string | null;
    roomSide: Side | null;
    roomName: Words;
    roomSeats: number | null;
    classId: string | null;
    className: Words;
    state: SessionState;
    cancelledBy: Words;
    cancelledSide: Side | null;
    cancelReason: Words;
    isLateCancel: Generated<boolean>;
    schoolAttestedAt: Date | null;
    schoolAttestedBy: Words;
    enterpriseAttestedAt: Date | null;
    enterpriseAttestedBy: Words;
    attended: number | null;
    byPerson: string;
    byName: string;
    createdAt: Date;
    changedAt: Date;
  };
  sessionExpert: Bilateral & {
    sessionId: string;
    expertId: string;
    side: Side;
    name: string;
    isLeading: boolean;
    minutes: number;
    answer: Answer;
    reason: Words;
    /** Who looks after the learners meanwhile. */
    cover: Words;
    answeredBy: Words;
    answeredAt: Date | null;
  };
  sessionSeat: Bilateral & {
    sessionId: string;
    personId: string;
    name: string;
    side: Side;
    isWaiting: boolean;
    takenAt: Date;
  };
  sessionFeedback: Bilateral & {
    sessionId: string;
    side: Side;
    rating: number;
    note: Words;
    byName: string;
    at: Date;
  };
  sharingRate: Bilateral & {
    id: string;
    agreementId: string;
    giver: Side;
    form: Form | null;
    amount: ColumnType<string | number | null, number | null, number | null>;
    proposedBy: string;
    agreedBy: Words;
    agreedOn: string | null;
    endedOn: string | null;
    proposedSide: Side;
    createdAt: Date;
  };
  hourEntry: Bilateral & {
    id: string;
    agreementId: string;
    sessionId: string | null;
    stayId: string | null;
    expertId: string;
    expertName: string;
    giver: Side;
    isShared: boolean;
    form: Form;
    title: string;
    onDay: string;
    month: string;
    minutes: number;
    rate: ColumnType<string | number | null, number | null, number | null>;
    fee: Big;
    attestedBy: Json<Record<Side, string>>;
    writtenAt: Date;
  };
  sharingStatement: Bilateral & {
    agreementId: string;
    month: string;
    totals: Json<LedgerSums>;
    schoolBy: Words;
    schoolAt: Date | null;
    enterpriseBy: Words;
    enterpriseAt: Date | null;
  };
  talentStay: Bilateral & {
    id: string;
    agreementId: string;
    form: StayForm;
    side: Side;
    expertId: string;
    expertName: string;
    post: string;
    fromOn: string;
    toOn: string;
    plan: Words;
    contents: Json<string[]>;
    state: StayState;
    report: Words;
    grade: Grade | null;
    assessment: Words;
    assessedBy: Words;
    assessedOn: string | null;
    byName: string;
    createdAt: Date;
    changedAt: Date;
  };
  talentCertificate: Bilateral & {
    id: string;
    entryId: string;
    expertId: string;
    number: string;
    facts: Json<CredentialFacts>;
    fileId: string;
    digest: string;
    madeBy: string;
    madeAt: Date;
  };
  stayNote: Bilateral & {
    stayId: string;
    onDay: string;
    minutes: number;
    words: string;
    byName: string;
    at: Date;
  };
};

export const talentTables = defineTables({
  teacherEvidence: 'tenant',
  partTimeTeacher: 'tenant',
  expert: 'tenant',
  expertReservation: 'tenant',
  talentRoom: 'tenant',
  roomReservation: 'tenant',
  expertListing: 'bilateral',
  talentNeed: 'bilateral',
  talentCourse: 'bilateral',
  talentSession: 'bilateral',
  sessionExpert: 'bilateral',
  sessionSeat: 'bilateral',
  sessionFeedback: 'bilateral',
  sharingRate: 'bilateral',
  hourEntry: 'bilateral',
  sharingStatement: 'bilateral',
  talentStay: 'bilateral',
  stayNote: 'bilateral',
  talentCertificate: 'bilateral',
});
