import { defineTables, type Json } from '@dualtrack/platform/db';
import type { PlanState } from '../rotation-plan.ts';

type Bilateral = { tenantId: string; enterpriseId: string };

export type RotationsTables = {
  rotationPlan: Bilateral & {
    id: string;
    classId: string;
    baseId: string;
    name: string;
    state: PlanState;
    /** Monday of the first week. */
    firstWeek: string;
    weeks: number;
    settings: Json<Record<string, unknown>>;
    runId: string | null;
    status: string | null;
    score: number | null;
    bound: number | null;
    gap: number | null;
    unmet: Json<unknown[]> | null;
    createdBy: string | null;
    createdAt: Date;
    changedAt: Date;
    publishedAt: Date | null;
  };
  rotationWeek: Bilateral & { planId: string; weekStart: string; kind: string; note: string };
  rotationBlock: Bilateral & {
    id: string;
    planId: string;
    placementId: string;
    studentId: string;
    studentName: string;
    unitId: string;
    unitName: string;
    unitNameEn: string;
    stationId: string;
    stationName: string;
    siteId: string;
    siteName: string;
    mentorId: string | null;
    mentorName: string;
    firstWeek: string;
    weeks: number;
    isPinned: boolean;
  };
};

export const rotationsTables = defineTables({
  rotationPlan: 'bilateral',
  rotationWeek: 'bilateral',
  rotationBlock: 'bilateral',
});
