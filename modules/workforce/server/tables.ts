import type { Change, ForecastPlan, ForecastResult } from '@dualtrack/forecast';
import { defineTables, type Json } from '@dualtrack/platform/db';
import type * as z from 'zod';
import type { ForecastNames, OrderReason, offeredPost } from '../contract.ts';
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
  talentOrder: 'bilateral',
  orderLine: 'bilateral',
});
