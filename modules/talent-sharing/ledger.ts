import { later } from './days.ts';
import type { Side } from './side.ts';

/** Hours that one side gave to the other. `rate`: fen an hour, null where hours are bartered or nothing is agreed. */
export type LedgerEntry = { giver: Side; minutes: number; rate: number | null };

/** Sums of what the two sides gave; fees in fen. */
export type LedgerSums = Readonly<Record<Side, { minutes: number; fee: number; bartered: number }>>;

/** The fee of some minutes at a rate in fen an hour, rounded half up to the fen. */
export function feeOf(minutes: number, rate: number | null): number {
  return rate === null ? 0 : Math.floor((minutes * rate * 2 + 60) / 120);
}

/** Adds entries up by the side that gave. The sum of parts is the sum of the whole. */
export function sumLedger(entries: readonly LedgerEntry[]): LedgerSums {
  const sums = {
    school: { minutes: 0, fee: 0, bartered: 0 },
    enterprise: { minutes: 0, fee: 0, bartered: 0 },
  };
  for (const { giver, minutes, rate } of entries) {
    const of = sums[giver];
    of.minutes += minutes;
    if (rate === null) of.bartered += minutes;
    else of.fee += feeOf(minutes, rate);
  }
  return sums;
}

/** Who is ahead: bartered minutes and fen that the other side owes the school; negative: that the school owes. */
export function balanceOf(sums: LedgerSums): { minutes: number; fee: number } {
  return {
    minutes: sums.school.bartered - sums.enterprise.bartered,
    fee: sums.school.fee - sums.enterprise.fee,
  };
}

/**
 * The month into which an entry goes: that of its day, or the month in which it is written when the statement of its own
 * month has been confirmed by both. What both confirmed is never changed.
 */
export function monthOfEntry(on: string, closed: readonly string[], today: string): string {
  const month = on.slice(0, 7);
  if (!closed.includes(month)) return month;
  let next = later(month, today.slice(0, 7));
  while (closed.includes(next)) {
    const [year = 0, number = 1] = next.split('-').map(Number);
    next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  }
  return next;
}

/** Teaching hours (学时) of some minutes: 45 minutes each, begun ones not counted. */
export const courseHours = (minutes: number): number => Math.floor(minutes / 45);

/** Person-days of training: eight hours of one person, begun ones not counted. */
export const trainingDays = (minutes: number, people: number): number => Math.floor((minutes * people) / 480);
