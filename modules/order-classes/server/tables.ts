import type { MatchingProblem, MatchingResult } from '@dualtrack/matching';
import { defineTables, type Json } from '@dualtrack/platform/db';
import type { ColumnType } from 'kysely';
import type { Absence } from '../interview.ts';
import type { ClassState } from '../order-class.ts';
import type { PlacementState } from '../placement.ts';
import type { HeldAt, PlacingRule, RecordedReason, RunSide } from '../placing.ts';
import type { RecruitmentTables } from './recruitment-tables.ts';

/** A column that a new row need not name. */
type Optional<T> = ColumnType<T, T | undefined, T>;
type Bilateral = { tenantId: string; enterpriseId: string };

/** Snapshot of a post as the order offered it; see the workforce module. Money in minor units a month. */
export type SeatPost = {
  code: string;
  title: string;
  titleEn: string;
  occupation: string;
  siteName: string;
  headcount: number;
  monthlyPay: number;
  internPay: number;
  hazards: string[];
  nightShift: boolean;
  majorCategories: number[];
  labourGrade: number | null;
};
/** Liability insurance of a placement. `payer`: whoever pays the premium; never the student. */
export type Insurance = {
  insurer: string;
  number: string;
  from: string;
  to: string;
  payer: 'school' | 'host' | 'treasury';
};

export type OrderClassesTables = {
  orderClass: Bilateral & {
    id: string;
    name: string;
    agreementId: string;
    orderId: string;
    programmeId: string | null;
    majorCode: string;
    majorCodes: string[];
    programmeName: string;
    programmeNameEn: string;
    state: ClassState;
    startsOn: string;
    endsOn: string;
    teacherId: string | null;
    teacherName: string;
    mentorName: string;
    applicationsFrom: Optional<string | null>;
    applicationsUntil: string | null;
    capacity: number;
    lotteryCommitment: string | null;
    publishedMatchingId: string | null;
    placingRule: Optional<PlacingRule>;
    fillRunId: Optional<string | null>;
    hasGroups: Optional<boolean>;
    minimum: Optional<number>;
    movesUp: Optional<boolean>;
    exitFrom: Optional<string | null>;
    exitUntil: Optional<string | null>;
    syllabusRevision: Optional<number>;
    syllabusSchoolOn: Optional<string | null>;
    syllabusEnterpriseOn: Optional<string | null>;
    publishedOn: Optional<string | null>;
    appealDays: Optional<number>;
    createdAt: Date;
    changedAt: Date;
  };
  lotterySeed: { tenantId: string; classId: string; seed: string };
  classSeat: Bilateral & {
    id: string;
    classId: string;
    postId: string;
    capacity: number;
    minimum: Optional<number>;
    extra: Optional<number>;
    post: Json<SeatPost>;
  };
  application: Bilateral & {
    id: string;
    classId: string;
    studentId: string;
    studentName: string;
    cohortName: string;
    majorCode: string;
    statement: string;
    choices: string[];
    isWithdrawn: boolean;
    groupCode: Optional<string | null>;
    /** Applications of those with whom this one wants to stay together; see `group.ts`. */
    groupAgreedWith: Optional<string[] | null>;
    enteredBy: Optional<'student' | 'office'>;
    /** Why the office entered the choices after the window; empty within it. */
    lateReason: Optional<string>;
    /** Of choices that came with a file. */
    batchId: Optional<string | null>;
    appliedAt: Date;
    changedAt: Date;
  };
  applicationScore: Bilateral & {
    applicationId: string;
    seatId: string;
    score: number;
    note: string;
    scoredBy: string | null;
    scoredByName: Optional<string>;
    scoredAt: Date;
  };
  matchingRun: Bilateral & {
    id: string;
    classId: string;
    round: Optional<number>;
    isPublished: boolean;
    rule: Optional<PlacingRule>;
    side: ColumnType<RunSide | null, string | null | undefined, string | null>;
    applicants: number;
    matched: number;
    blockingPairs: number;
    problem: Json<MatchingProblem>;
    result: Json<MatchingResult>;
    madeBy: string | null;
    madeAt: Date;
  };
  placement: Bilateral & {
    id: string;
    classId: string;
    studentId: string;
    studentName: string;
    seatId: string;
    postId: string;
    postTitle: string;
    postTitleEn: string;
    choice: number | null;
    round: Optional<number>;
    state: PlacementState;
    startsOn: string;
    endsOn: string;
    hostSignedOn: Optional<string | null>;
    schoolSignedOn: Optional<string | null>;
    studentSignedOn: Optional<string | null>;
    guardianConsentOn: Optional<string | null>;
    studentConsentOn: Optional<string | null>;
    endedOn: Optional<string | null>;
    insurance: ColumnType<Insurance | null, string | null | undefined, string | null>;
  };
  interviewSlot: Bilateral & {
    id: string;
    classId: string;
    startsAt: Date;
    minutes: number;
    place: string;
    interviewer: string;
    interviewerId: Optional<string | null>;
    places: number;
  };
  interviewBooking: Bilateral & {
    applicationId: string;
    slotId: string;
    bookedAt: Date;
    came: Optional<boolean | null>;
    cameBy: Optional<string | null>;
    cameAt: Optional<Date | null>;
    absence: Optional<Absence | null>;
    absenceNote: Optional<string>;
    mayBookAgain: Optional<boolean>;
  };
  missedInterview: Bilateral & {
    applicationId: string;
    slotId: string;
    bookedAt: Date;
    absence: Absence;
    absenceNote: string;
    saidBy: string | null;
    saidAt: Date | null;
  };
  rubricCriterion: Bilateral & {
    id: string;
    classId: string;
    position: number;
    name: string;
    weight: number;
  };
  rubricMark: Bilateral & {
    applicationId: string;
    criterionId: string;
    points: number;
    givenBy: string | null;
    givenByName: Optional<string>;
    givenAt: Date;
  };
  classCourse: Bilateral & {
    id: string;
    classId: string;
    position: number;
    name: string;
    hours: number;
    heldAt: HeldAt;
    teacherName: string;
    mentorName: string;
  };
  placementChange: Bilateral & {
    id: string;
    classId: string;
    placementId: string;
    kind: 'left' | 'moved';
    fromSeatId: string;
    toSeatId: string | null;
    reason: RecordedReason;
    note: string;
    byRole: string;
    changedBy: string | null;
    changedOn: string;
    changedAt: Date;
  };
} & RecruitmentTables;

export const orderClassesTables = defineTables({
  orderClass: 'bilateral',
  lotterySeed: 'tenant',
  classSeat: 'bilateral',
  application: 'bilateral',
  applicationScore: 'bilateral',
  matchingRun: 'bilateral',
  placement: 'bilateral',
  interviewSlot: 'bilateral',
  interviewBooking: 'bilateral',
  missedInterview: 'bilateral',
  rubricCriterion: 'bilateral',
  rubricMark: 'bilateral',
  classCourse: 'bilateral',
  placementChange: 'bilateral',
  classNotice: 'bilateral',
  classBriefing: 'bilateral',
  briefingSignup: 'bilateral',
  applicationDocument: 'bilateral',
  classAppeal: 'bilateral',
  appealStep: 'bilateral',
});
