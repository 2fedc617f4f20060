import { defineTables, type Json } from '@dualtrack/platform/db';
import type { ColumnType } from 'kysely';
import type { Side } from '../agreement.ts';
import type { RelationKind } from '../ink-paper.ts';
import type { NoticeGround, NoticeKind, NoticeState } from '../notice.ts';
import type { DutyConfirmation, RecordedWords } from '../recorded-duty.ts';
import type { RecordedDuty } from '../shapes.ts';

type Bilateral = { tenantId: string; enterpriseId: string };
/** A column that a new row need not name. */
type Unnamed<T> = ColumnType<T, T | undefined, T>;

/** What a renewal took over from the agreement before it: duties that were not met. */
export type CarriedDuty = {
  clause: string;
  metric: string;
  owedBy: string;
  dueOn: string;
  target: number;
  achieved: number;
};

/** A typed duty as an amendment of its paper makes it. */
export type AmendedDuty = {
  /** Null for one that is added. */
  number: number | null;
  /** The article of the amendment in which it stands. */
  article: string;
  side: Side;
  words: RecordedWords;
  duty: RecordedDuty | null;
  isDropped: boolean;
};

export type AmendmentTables = {
  agreementRelation: Bilateral & {
    agreementId: string;
    parentId: string;
    kind: RelationKind;
    details: Json<{
      reason?: string;
      missed?: CarriedDuty[];
      duties?: AmendedDuty[];
      /** Of a paper that suspends, resumes or ends: from which day. */
      effectiveOn?: string;
    }>;
    createdAt: Date;
    /** Whether the other side stands by a paper signed by hand; null for what was made and signed here. */
    confirmation: Unnamed<DutyConfirmation | null>;
    typedSide: Unnamed<Side | null>;
    typedName: Unnamed<string>;
    answer: Unnamed<string>;
    answeredSide: Unnamed<Side | null>;
    answeredName: Unnamed<string>;
    answeredAt: Unnamed<Date | null>;
  };
  amendmentBase: Bilateral & {
    agreementId: string;
    clause: string;
    revision: number;
    body: string;
    bodyEn: string;
  };
  agreementAppointment: Bilateral & {
    agreementId: string;
    sourceModule: string;
    sourceRecord: string;
    version: number;
    kind: string;
    title: string;
    titleEn: string;
    place: string;
    startsAt: Date;
    endsAt: Date;
    path: string;
    isCancelled: boolean;
  };
  agreementNotice: Bilateral & {
    id: string;
    agreementId: string;
    kind: NoticeKind;
    ground: NoticeGround;
    side: Side;
    reason: string;
    effectiveOn: string;
    state: NoticeState;
    givenBy: string | null;
    givenName: string;
    givenAt: Date;
    answeredName: string;
    answeredAt: Date | null;
    /** The paper signed by hand by which both agreed to it. */
    paperId: Unnamed<string | null>;
  };
};

export const amendmentTables = defineTables({
  agreementRelation: 'bilateral',
  amendmentBase: 'bilateral',
  agreementAppointment: 'bilateral',
  agreementNotice: 'bilateral',
});
