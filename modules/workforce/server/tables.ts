import type { Change, ForecastPlan, ForecastResult } from '@dualtrack/forecast';
import { defineTables, type Json } from '@dualtrack/platform/db';
import type * as z from 'zod';
import type { ResourceNeed } from '../assumptions.ts';
import type { ForecastNames, OrderReason, offeredPost } from '../contract.ts';
import type { NoticeSide, NoticeState } from '../demand-notice.ts';
import type { OpinionStep, Verdict } from '../opinion.ts';
import type { OrderState } from '../talent-order.ts';

export type OfferedPost = z.infer<typeof offeredPost>;

export type WorkforceTables = {
  forecastRun: {
    tenantId: string;
    id: string;
    name: string;
    startQuarter: string;
    quarters: number;
    plan: Json<ForecastPlan>;
    names: Json<ForecastNames>;
    result: Json<ForecastResult>;
    changes: Json<Change[]>;
    madeBy: string | null;
    madeAt: Date;
    kind: string;
    baseId: string | null;
  };
  headcountRecord: {
    tenantId: string;
    occupation: string;
    quarter: string;
    headcount: number;
    needed: number | null;
    leavers: number;
    joiners: number;
  };
  forecastAssumption: {
    tenantId: string;
    leadQuarters: number;
    classMin: number;
    classMax: number;
    joinRate: number;
    sureness: number;
    needs: Json<ResourceNeed[]>;
  };
  demandNotice: {
    tenantId: string;
    enterpriseId: string;
    id: string;
    postingId: string;
    state: NoticeState;
    occupation: string;
    isco: string | null;
    title: string;
    titleEn: string;
    people: number;
    place: string;
    fromQuarter: string;
    payMin: number;
    payMax: number;
    hazards: string[];
    isNightShift: boolean;
    postId: string;
    note: string;
    publishedAt: Date;
    opensOn: string | null;
    answerBy: string | null;
    offeredSeats: number | null;
    offeredMajorCode: string | null;
    answer: string;
    answeredAt: Date | null;
    answeredBy: string;
    silentSide: NoticeSide | null;
    orderId: string | null;
    poolId: string | null;
    changedAt: Date;
  };
  schoolIntake: {
    tenantId: string;
    monthlyLimit: number;
    answerDays: number;
    opinionsRequired: boolean;
    nextFreeOn: string;
    pausedOn: string | null;
    changedAt: Date;
  };
  orderOpinion: {
    tenantId: string;
    orderId: string;
    round: number;
    step: OpinionStep;
    verdict: Verdict;
    words: string;
    personId: string;
    personName: string;
    givenAt: Date;
  };
  opinionRound: { tenantId: string; orderId: string; round: number; askedBy: string; askedAt: Date };
  demandLetter: { tenantId: string; happening: string; personId: string; sentAt: Date };
  schoolPresident: { tenantId: string; personId: string; name: string; namedBy: string; namedAt: Date };
  orderPool: {
    tenantId: string;
    id: string;
    name: string;
    majorCode: string;
    startQuarter: string;
    classMin: number;
    madeAt: Date;
  };
  talentOrder: {
    tenantId: string;
    enterpriseId: string;
    id: string;
    number: string;
    state: OrderState;
    className: string;
    programmeId: string | null;
    majorCode: string;
    programmeName: string;
    programmeNameEn: string;
    seats: number;
    startQuarter: string;
    reason: Json<OrderReason> | null;
    note: string;
    answer: string;
    forecastId: string | null;
    poolId: string | null;
    createdBy: string | null;
    createdAt: Date;
    changedAt: Date;
  };
  orderLine: {
    tenantId: string;
    enterpriseId: string;
    orderId: string;
    postId: string;
    seats: number;
    post: Json<OfferedPost>;
  };
};

export const workforceTables = defineTables({
  forecastRun: 'tenant',
  headcountRecord: 'tenant',
  forecastAssumption: 'tenant',
  demandNotice: 'bilateral',
  schoolIntake: 'directory',
  orderOpinion: 'tenant',
  opinionRound: 'tenant',
  schoolPresident: 'tenant',
  demandLetter: 'tenant',
  orderPool: 'tenant',
  talentOrder: 'bilateral',
  orderLine: 'bilateral',
});
