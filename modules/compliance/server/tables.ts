import { defineTables, type Json } from '@dualtrack/platform/db';
import type { Verdict } from '@dualtrack/rules';

type Bilateral = { tenantId: string; enterpriseId: string };

export type ComplianceTables = {
  complianceClass: Bilateral & {
    classId: string;
    name: string;
    hostName: string;
    startsOn: string | null;
    endsOn: string | null;
    isOver: boolean;
  };
  compliancePlacement: Bilateral & {
    placementId: string;
    classId: string;
    studentName: string;
    postTitle: string;
    isOver: boolean;
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
  };
  verdict: Bilateral & {
    runId: string;
    placementId: string;
    rule: string;
    outcome: Verdict['outcome'];
    strength: Verdict['strength'];
    severity: Verdict['severity'];
    isBlocking: boolean;
    detail: Json<Verdict>;
  };
};

export const complianceTables = defineTables({
  complianceClass: 'bilateral',
  compliancePlacement: 'bilateral',
  fact: 'bilateral',
  verdictRun: 'bilateral',
  verdict: 'bilateral',
});
