import { defineTables, type Json } from '@dualtrack/platform/db';
import type { Side } from '../agreement.ts';
import type { DutyConfirmation, RecordedWords } from '../recorded-duty.ts';
import type { RecordedDuty } from '../shapes.ts';

export type RecordedTables = {
  recordedDuty: {
    tenantId: string;
    enterpriseId: string;
    agreementId: string;
    /** Its place in the paper, from 1; never given to another. */
    number: number;
    side: Side;
    words: Json<RecordedWords>;
    /** Null where the words are only quoted. */
    duty: Json<RecordedDuty> | null;
    isDropped: boolean;
    /** The side whose hand typed it; null where it was nobody's. */
    typedSide: Side | null;
    typedName: string;
    typedAt: Date;
    confirmation: DutyConfirmation;
    answer: string;
    answeredSide: Side | null;
    answeredName: string;
    answeredAt: Date | null;
  };
};

export const recordedTables = defineTables({ recordedDuty: 'bilateral' });
