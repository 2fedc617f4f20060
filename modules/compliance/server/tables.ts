import { defineTables, type Json } from '@dualtrack/platform/db';
import type { Verdict } from '@dualtrack/rules';
import type { Generated } from 'kysely';
import type { OverrideState } from '../override.ts';
import type { PaymentMethod } from '../payment.ts';
import type { KeptDetail } from './keep-verdicts.ts';

type Bilateral = { tenantId: string; enterpriseId: string };

/** How many verdicts of a check had each outcome, over how many placements. */
export type Tally = {
  placements: number;
  breached: number;
  blocking: number;
  unknown: number;
  met: number;
  excused: number;
};

/** So many interns are at a host from one day to another; both count. */
export type InternSpan = { from: string; to: string; count: number };

/** The same for one rule of a check. */
export type RuleTally = Omit<Tally, 'placements' | 'blocking'> & { rule: string };

export type ComplianceTables = {
  complianceClass: Bilateral & {
    classId: string;
    name: string;
    hostName: string;
    startsOn: string | null;
    endsOn: string | null;
    isOver: boolean;
    /** The agreement under which it was formed; null while nobody has told. */
    agreementId: Generated<string | null>;
  };
  compliancePlacement: Bilateral & {
    placementId: string;
    classId: string;
    studentName: string;
    postTitle: string;
    isOver: boolean;
    /** Whose law holds for it. */
    jurisdiction: Generated<string>;
  };
  fact: Bilateral & {
    id: string;
    classId: string;
    placementId: string | null;
    name: string;
    value: Json<unknown>;
    sourceModule: string;
    sourceId: string | null;
    recordedBy: string | null;
    recordedByName: string;
    recordedAt: Date;
    replacedAt: Date | null;
  };
  verdictRun: Bilateral & {
    id: string;
    classId: string;
    pack: string;
    moment: string | null;
    onDay: string;
    at: Date;
    isLatest: boolean;
    notApplicable: number;
  } & Tally;
  /** What stands: at most one for a placement and a rule. */
  verdict: Bilateral & {
    classId: string;
    placementId: string;
    rule: string;
    outcome: Verdict['outcome'];
    strength: Verdict['strength'];
    severity: Verdict['severity'];
    isBlocking: boolean;
    /** Day of the check that first came to this outcome. */
    since: string;
    digest: string;
    detail: Json<KeptDetail>;
  };
  complianceFiling: Bilateral & {
    id: string;
    classId: string;
    kind: 'filing' | 'waiver';
    number: string;
    scope: Json<string[]>;
    placementIds: Json<string[]>;
    filedOn: string;
    approvedOn: string | null;
    until: string;
    askedBy: Generated<string>;
    grantedBy: Generated<string>;
    fileId: string | null;
    fileName: Generated<string>;
    withdrawnAt: Date | null;
    recordedBy: string | null;
    recordedByName: string;
    recordedAt: Date;
  };
  compliancePayment: Bilateral & {
    id: string;
    classId: string;
    placementId: string;
    month: string;
    /** In minor units, as all money. */
    amount: number;
    meals: number;
    lodging: number;
    currency: Generated<string>;
    isPart: boolean;
    paidOn: string;
    method: PaymentMethod;
    payer: string;
    accountHolder: string;
    evidence: string;
    recordedBy: string;
    recordedByName: string;
    recordedSide: 'school' | 'enterprise';
    recordedAt: Date;
    replacedAt: Date | null;
    fileId: Generated<string | null>;
    fileName: Generated<string>;
    filedByName: Generated<string>;
    filedAt: Generated<Date | null>;
  };
  termsOverride: Bilateral & {
    id: string;
    scopeId: string;
    agreementId: string;
    agreementTitle: string;
    clause: string;
    clauseTitle: string;
    rule: string;
    digest: string;
    passages: Json<string[]>;
    reason: string;
    state: OverrideState;
    askedBy: string;
    askedByName: string;
    askedAt: Date;
    decidedBy: string | null;
    decidedByName: Generated<string>;
    decidedAt: Date | null;
    decisionNote: Generated<string>;
    withdrawnByName: Generated<string>;
    withdrawnAt: Date | null;
  };
  hostInternCount: {
    tenantId: string;
    schoolId: string;
    classId: string;
    spans: Json<InternSpan[]>;
    countedAt: Date;
  };
  /** The same day by day, without rules. */
  complianceReportDay: Tally & {
    tenantId: string;
    classId: string;
    onDay: string;
    hostId: string;
    isOver: boolean;
  };
  complianceReport: Tally & {
    tenantId: string;
    classId: string;
    hostId: string;
    rules: Json<RuleTally[]>;
    isOver: boolean;
    onDay: string;
    checkedAt: Date;
  };
};

export const complianceTables = defineTables({
  complianceClass: 'bilateral',
  compliancePlacement: 'bilateral',
  fact: 'bilateral',
  verdictRun: 'bilateral',
  verdict: 'bilateral',
  complianceFiling: 'bilateral',
  compliancePayment: 'bilateral',
  termsOverride: 'bilateral',
  hostInternCount: 'tenant',
  complianceReport: 'directory',
  complianceReportDay: 'directory',
});
