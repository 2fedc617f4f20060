import { addDay, later } from './days.ts';

/** Days of practice at an enterprise, both ends included. */
export type PracticeSpan = { from: string; to: string };

/** Different days of practice in the years that end on a day; a day in two records counts once. */
export function practiceDays(records: readonly PracticeSpan[], years: number, on: string): number {
  const first = addDay(`${Number(on.slice(0, 4)) - years}${on.slice(4)}`, 1);
  const days = new Set<string>();
  for (const { from, to } of records) {
    for (let day = later(from, first); day <= to && day <= on; day = addDay(day, 1)) days.add(day);
  }
  return days.size;
}

/** Where a teacher stands against so many months of practice in so many years. */
export function practiceStanding(
  records: readonly PracticeSpan[],
  rule: { months: number; years: number; daysAMonth: number },
  on: string,
): { days: number; neededDays: number; isMet: boolean } {
  const days = practiceDays(records, rule.years, on);
  const neededDays = rule.months * rule.daysAMonth;
  return { days, neededDays, isMet: days >= neededDays };
}

/** How many part-time teachers a share of the full-time ones allows; shares in per mille. */
export function partTimeAllowed(fullTime: number, sharePerMille: number): number {
  return Math.floor((fullTime * sharePerMille) / 1_000);
}
