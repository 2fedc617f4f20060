import { defineTables, type Json } from '@dualtrack/platform/db';
import type { Generated } from 'kysely';
import type { IncomeKind, OutputKind } from '../output.ts';
import type { Share } from '../shares.ts';
import type { Side } from '../side.ts';

type Words = Generated<string>;

export type OutputTables = {
  innovationOutput: {
    tenantId: string;
    enterpriseId: string;
    id: string;
    projectId: string | null;
    kind: OutputKind;
    title: string;
    titleEn: Words;
    reference: Words;
    achievedOn: string;
    note: Words;
    course: Words;
    courseId: string | null;
    shares: Json<Share[]>;
    proofId: string | null;
    proofName: Words;
    side: Side;
    addedBy: string;
    addedAt: Date;
  };
  outputIncome: {
    tenantId: string;
    enterpriseId: string;
    id: string;
    outputId: string;
    kind: IncomeKind;
    amount: number;
    receivedOn: string;
    payer: Words;
    recordedBy: string;
    recordedAt: Date;
  };
};

export const outputTables = defineTables({ innovationOutput: 'bilateral', outputIncome: 'bilateral' });
