import { defineTables } from '@dualtrack/platform/db';
import type { Generated } from 'kysely';
import type { ChangeKind, DeliverableState, LineKind } from '../run.ts';
import type { Side } from '../side.ts';

type OfProject = { tenantId: string; enterpriseId: string; id: string; projectId: string };
type Words = Generated<string>;

export type RunTables = {
  projectDeliverable: OfProject & {
    milestoneId: string;
    title: string;
    owedBy: Side;
    state: DeliverableState;
    note: Words;
    fileId: string | null;
    submittedBy: Words;
    submittedAt: Date | null;
    acceptBy: string | null;
    answeredBy: Words;
    answeredAt: Date | null;
    isSilent: Generated<boolean>;
    remark: Words;
  };
  projectLine: OfProject & {
    kind: LineKind;
    title: string;
    paidBy: Side;
    amount: number;
    spent: Generated<number>;
    drawn: Generated<number>;
    drawnSpent: Generated<number>;
  };
  projectExpense: OfProject & {
    lineId: string;
    amount: number;
    spentOn: string;
    what: string;
    receiptId: string | null;
    side: Side;
    recordedBy: string;
    recordedAt: Date;
    voidedBy: Words;
    voidedAt: Date | null;
  };
  projectRisk: OfProject & {
    title: string;
    likelihood: number;
    impact: number;
    measure: Words;
    owner: Words;
    isOpen: Generated<boolean>;
    addedAt: Date;
  };
  projectChange: OfProject & {
    kind: ChangeKind;
    targetId: string | null;
    newDay: string | null;
    newAmount: number | null;
    what: string;
    side: Side;
    askedBy: string;
    askedAt: Date;
    state: 'asked' | 'agreed' | 'refused';
    answer: Words;
    answeredBy: Words;
    answeredAt: Date | null;
  };
  projectPublication: OfProject & {
    title: string;
    place: Words;
    side: Side;
    state: 'asked' | 'cleared' | 'objected';
    askedBy: string;
    askedAt: Date;
    answerBy: string;
    answer: Words;
    answeredBy: Words;
  };
  projectFile: OfProject & {
    fileId: string;
    name: string;
    audience: 'both' | Side;
    side: Side;
    addedBy: string;
    addedAt: Date;
  };
};

export const runTables = defineTables({
  projectDeliverable: 'bilateral',
  projectLine: 'bilateral',
  projectExpense: 'bilateral',
  projectRisk: 'bilateral',
  projectChange: 'bilateral',
  projectPublication: 'bilateral',
  projectFile: 'bilateral',
});
