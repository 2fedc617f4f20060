import { defineTables, type Json } from '@dualtrack/platform/db';
import type { Shift } from '@dualtrack/training-bases/server';
import type { BlockReason } from '../block-reason.ts';
import type { CurvePoint } from '../gap-curve.ts';
import type { PlanState } from '../rotation-plan.ts';

type Bilateral = { tenantId: string; enterpriseId: string };

/** What one more place for a unit would be worth in a week, given as its Monday. */
export type UnitPrice = { unitId: string; week: string; gain: number };

/** One student's own points in a plan, and what they would be if nobody else were there. */
export type Standing = { placementId: string; studentId: string; score: number; ideal: number };

/** Whom one more place of a unit at a site would help in a month (`YYYY-MM`): placements, and the most that one wins. */
export type PlanBottleneck = {
  unitId: string;
  siteName: string;
  siteNameEn?: string;
  month: string;
  weeks: number;
  placementIds: string[];
  gain: number;
};

/** To whom a publication is told. */
export type Audience = 'student' | 'guardian' | 'mentor' | 'teacher';

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
    prices: Json<UnitPrice[]>;
    basedOn: string | null;
    curve: Json<CurvePoint[]>;
    bottlenecks: Json<PlanBottleneck[]>;
    standing: Json<Standing[]>;
    createdBy: string | null;
    createdAt: Date;
    changedAt: Date;
    publishedAt: Date | null;
  };
  rotationWish: Bilateral & { baseId: string; studentId: string; unitIds: Json<string[]>; changedAt: Date };
  rotationNotice: Bilateral & {
    id: string;
    planId: string;
    personId: string;
    audience: Audience;
    changes: number;
    isFirst: boolean;
    createdAt: Date;
    seenAt: Date | null;
  };
  rotationAbsence: Bilateral & {
    classId: string;
    placementId: string;
    fromDay: string;
    toDay: string;
    /** Weeks of a block under way that are missed are made up for later, or let go. */
    isMadeUp: boolean;
  };
  rotationMissedWeek: Bilateral & {
    planId: string;
    placementId: string;
    unitId: string;
    weekStart: string;
    isRest: boolean;
    cause: 'absent' | 'no-place';
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
    stationNameEn: string;
    siteId: string;
    siteName: string;
    siteNameEn: string;
    mentorId: string | null;
    mentorName: string;
    firstWeek: string;
    weeks: number;
    isPinned: boolean;
    /** Makes up for missed weeks of its unit. */
    isRest: boolean;
    reason: Json<BlockReason> | null;
    shift: Json<Shift> | null;
  };
};

export const rotationsTables = defineTables({
  rotationPlan: 'bilateral',
  rotationWeek: 'bilateral',
  rotationBlock: 'bilateral',
  rotationWish: 'bilateral',
  rotationNotice: 'bilateral',
  rotationAbsence: 'bilateral',
  rotationMissedWeek: 'bilateral',
});
