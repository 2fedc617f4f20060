import type { Role } from '@dualtrack/platform/contract';

/** Who ended an employment. */
export const leftBys = ['graduate', 'enterprise'] as const;
export type LeftBy = (typeof leftBys)[number];

/** Who gives a mark. */
export const assessmentKinds = ['mentor', 'teacher', 'self'] as const;
export type AssessmentKind = (typeof assessmentKinds)[number];

/** The way from an order to people who stay, in the order in which it is gone. */
export const funnelStages = [
  'seats',
  'applied',
  'admitted',
  'trained',
  'offered',
  'joined',
  'staying',
] as const;
export type FunnelStage = (typeof funnelStages)[number];

/** What became of one student. Days are `YYYY-MM-DD`; pay is in minor units a month. */
export type OutcomeFacts = {
  isTrained: boolean;
  offeredOn: string | null;
  joinedOn: string | null;
  monthlyPay: number | null;
  leftOn: string | null;
  leftBy: LeftBy | null;
};

export type OutcomeFault = { at: keyof OutcomeFacts; code: string };

/** Everything in a row that contradicts itself or lies in the future; empty when it may be recorded. */
export function outcomeFaults(row: OutcomeFacts, today: string): OutcomeFault[] {
  const { isTrained, offeredOn, joinedOn, leftOn } = row;
  const faults: OutcomeFault[] = [];
  const fault = (at: keyof OutcomeFacts, code: string) => faults.push({ at, code });
  for (const at of ['offeredOn', 'joinedOn', 'leftOn'] as const) {
    const day = row[at];
    if (day !== null && day > today) fault(at, 'outcome.in-future');
  }
  if (offeredOn !== null && !isTrained) fault('offeredOn', 'outcome.offer-without-training');
  if (joinedOn !== null && offeredOn === null) fault('joinedOn', 'outcome.joined-without-offer');
  if (joinedOn !== null && offeredOn !== null && joinedOn < offeredOn)
    fault('joinedOn', 'outcome.joined-before-offer');
  if (row.monthlyPay !== null && joinedOn === null) fault('monthlyPay', 'outcome.pay-without-joining');
  if (leftOn !== null && joinedOn === null) fault('leftOn', 'outcome.left-without-joining');
  if (leftOn !== null && joinedOn !== null && leftOn < joinedOn)
    fault('leftOn', 'outcome.left-before-joining');
  if (row.leftBy !== null && leftOn === null) fault('leftBy', 'outcome.left-by-without-day');
  return faults;
}

const recorders: readonly Role[] = ['school-office', 'programme-head', 'teacher', 'enterprise-hr'];

/** Codes of why outcomes may not be recorded. */
export const recordRefusals = ['outcome.not-your-role', 'outcome.class-not-running'] as const;

/** Why somebody may not record outcomes of a class in a state; null when they may. */
export function whyNotRecord(
  orderClass: { state: string },
  actor: { role: Role },
): (typeof recordRefusals)[number] | null {
  if (!recorders.includes(actor.role)) return 'outcome.not-your-role';
  return ['running', 'finished'].includes(orderClass.state) ? null : 'outcome.class-not-running';
}

/** Months after joining at which it is asked whether somebody is still there. */
export const stayMonths = [6, 12, 18, 24] as const;
export type StayCheck = { months: number; on: string; result: 'there' | 'left' | 'not-yet' };

/** Whether somebody was still there at each check; a check whose day has not come is not answered. */
export function stayChecks(joinedOn: string, leftOn: string | null, today: string): StayCheck[] {
  return stayMonths.map((months) => {
    const on = monthsAfter(joinedOn, months);
    if (leftOn !== null && leftOn < on) return { months, on, result: 'left' };
    return { months, on, result: on <= today ? 'there' : 'not-yet' };
  });
}

/** The same day some months later; the last of the month where there is no such day (as PostgreSQL adds months). */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
