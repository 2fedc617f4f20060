import type { HeadcountRecord } from './contract.ts';

/** What records of an occupation before a quarter teach: rates, on how many they were seen, and hires. */
export type PastRates = {
  attrition: number;
  seenOn: number;
  /** Hires expected in a quarter, and the number of quarters on which that was seen. */
  hires: number;
  quarters: number;
};

// That nobody has left in two quarters does not prove that nobody will: half an event is added (Jeffreys' rule).
const unseen = 0.5;

/** Learns from the records of one occupation that lie before `quarter`; null when there are none. */
export function ratesBefore(records: readonly HeadcountRecord[], quarter: string): PastRates | null {
  const past = records.filter((record) => record.quarter < quarter);
  const seenOn = past.reduce((sum, { headcount }) => sum + headcount, 0);
  if (seenOn === 0) return null;
  const sum = (of: 'leavers' | 'joiners') => past.reduce((total, record) => total + record[of], 0);
  return {
    attrition: Math.min(1, (sum('leavers') + unseen) / (seenOn + 2 * unseen)),
    seenOn,
    hires: (sum('joiners') + unseen) / past.length,
    quarters: past.length,
  };
}
