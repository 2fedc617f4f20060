import { defineTables } from '@dualtrack/platform/db';
import type { ColumnType } from 'kysely';
import type { AssessmentKind, LeftBy } from '../outcome.ts';

type Bilateral = { tenantId: string; enterpriseId: string; placementId: string; classId: string };
type About = { className: string; studentId: string; studentName: string };

export type OutcomesTables = {
  outcome: Bilateral &
    About & {
      orderId: string;
      postTitle: string;
      postTitleEn: string;
      isTrained: boolean;
      offeredOn: string | null;
      joinedOn: string | null;
      /** Minor units a month. */
      monthlyPay: number | null;
      leftOn: string | null;
      leftBy: LeftBy | null;
      leftReason: string;
      revision: number;
      recordedBy: string | null;
      recordedAt: Date;
    };
  assessment: Bilateral &
    About & {
      id: string;
      kind: AssessmentKind;
      unit: string;
      assessorName: string;
      score: number;
      assessedOn: string;
      recordedAt: Date;
      revision: ColumnType<number, number | undefined, number>;
      recordedBy: ColumnType<string | null, string | null | undefined, string | null>;
    };
};

export const outcomesTables = defineTables({ outcome: 'bilateral', assessment: 'bilateral' });
