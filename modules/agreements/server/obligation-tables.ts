import { defineTables, type Json } from '@dualtrack/platform/db';
import type { ColumnType } from 'kysely';
import type { Side } from '../agreement.ts';
import type { Cadence } from '../due.ts';
import type { Metric } from '../metric.ts';
import type { ChangeState, Debtor, DutyWish } from '../obligation.ts';

type Bilateral = { tenantId: string; enterpriseId: string };
/** A column that a new row need not name. */
type Counted<T> = ColumnType<T, T | undefined, T>;

export type ObligationTables = {
  obligation: Bilateral & {
    id: string;
    agreementId: string;
    key: string;
    clause: string;
    metric: Metric;
    owedBy: Debtor;
    target: number;
    cadence: Cadence;
    dueOn: string;
    title: string;
    titleEn: string;
    basis: 'paper' | 'agreed';
    isWaived: boolean;
    position: number;
    createdAt: Date;
    changedAt: Date;
  };
  obligationDue: Bilateral & {
    obligationId: string;
    dueKey: string;
    agreementId: string;
    classId: string | null;
    countsFrom: string;
    countsTo: string;
    dueOn: string;
    target: number;
    achieved: Counted<number>;
    onTime: Counted<number>;
    whole: Counted<number>;
    onTimeWhole: Counted<number>;
    isMet: Counted<boolean>;
    isVoid: Counted<boolean>;
    /** Repeated from duty and agreement, so that lists are counted from this table alone. */
    isShare: Counted<boolean>;
    isPaused: Counted<boolean>;
    owedBy: Counted<Debtor>;
  };
  /** How many dues of an agreement are open; kept by every recount. */
  obligationTally: Bilateral & { agreementId: string; open: number };
  obligationFact: Bilateral & {
    agreementId: string;
    metric: Metric;
    sourceModule: string;
    sourceRecord: string;
    version: number;
    classId: string | null;
    /** The key of the only duty that the fact counts for; null: every duty of its metric. */
    onlyKey: string | null;
    happenedOn: string;
    amount: number;
    whole: number;
    label: string;
    labelEn: string;
    path: string;
    recordedAt: Date;
  };
  obligationClass: Bilateral & {
    agreementId: string;
    classId: string;
    name: string;
    startsOn: string;
    endsOn: string;
    version: number;
  };
  obligationChange: Bilateral & {
    id: string;
    agreementId: string;
    key: string;
    wish: Json<DutyWish>;
    side: Side;
    state: ChangeState;
    reason: string;
    answer: string;
    proposedBy: string | null;
    proposedName: string;
    proposedAt: Date;
    answeredName: string;
    answeredAt: Date | null;
  };
  obligationEvidence: Bilateral & {
    id: string;
    agreementId: string;
    obligationId: string;
    classId: string | null;
    fileId: string;
    fileName: string;
    amount: number;
    whole: number;
    happenedOn: string;
    note: string;
    side: Side;
    state: 'given' | 'accepted' | 'refused' | 'withdrawn';
    answer: string;
    givenBy: string | null;
    givenName: string;
    givenAt: Date;
    answeredName: string;
    answeredAt: Date | null;
  };
};

export const obligationTables = defineTables({
  obligation: 'bilateral',
  obligationDue: 'bilateral',
  obligationTally: 'bilateral',
  obligationFact: 'bilateral',
  obligationClass: 'bilateral',
  obligationChange: 'bilateral',
  obligationEvidence: 'bilateral',
});
