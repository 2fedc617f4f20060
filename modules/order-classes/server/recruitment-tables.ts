import type { AppealResult, AppealState } from '../appeal.ts';
import type { PaperKind } from '../application-paper.ts';
import type { NoticeKind } from '../notice.ts';

type Bilateral = { tenantId: string; enterpriseId: string };

/** Tables of the campaign beside class and application: what people are told, information sessions, papers, appeals. */
export type RecruitmentTables = {
  classNotice: Bilateral & {
    id: string;
    classId: string;
    personId: string;
    /** Role of the membership for which the notice is. */
    audience: string;
    kind: NoticeKind;
    /** Tells one happening of a kind from another, so that nobody is told twice. */
    happening: string;
    onDay: string | null;
    at: Date | null;
    mail: 'waiting' | 'sent' | 'failed' | 'none';
    createdAt: Date;
    seenAt: Date | null;
  };
  classBriefing: Bilateral & {
    id: string;
    classId: string;
    startsAt: Date;
    minutes: number;
    place: string;
    link: string;
    /** Null: as many as come. */
    places: number | null;
    schoolHost: string;
    enterpriseHost: string;
    isCancelled: boolean;
    changedAt: Date;
  };
  briefingSignup: Bilateral & {
    briefingId: string;
    studentId: string;
    studentName: string;
    signedUpAt: Date;
  };
  applicationDocument: Bilateral & {
    id: string;
    classId: string;
    applicationId: string;
    kind: PaperKind;
    fileId: string;
    fileName: string;
    size: number;
    isShared: boolean;
    addedAt: Date;
  };
  classAppeal: Bilateral & {
    id: string;
    classId: string;
    applicationId: string;
    studentId: string;
    studentName: string;
    state: AppealState;
    result: AppealResult | null;
    seatId: string | null;
    madeAt: Date;
  };
  appealStep: Bilateral & {
    appealId: string;
    position: number;
    action: string;
    byRole: string;
    byName: string;
    byPerson: string | null;
    note: string;
    result: AppealResult | null;
    seatId: string | null;
    oldScore: number | null;
    newScore: number | null;
    at: Date;
  };
};
