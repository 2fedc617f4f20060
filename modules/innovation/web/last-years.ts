import { type Choice, today } from '@dualtrack/ui';

/** This year and those before it, to choose from. */
export function lastYears(count: number): Choice[] {
  const year = Number(today().slice(0, 4));
  return Array.from({ length: count }, (_, ago) => ({
    value: String(year - ago),
    label: String(year - ago),
  }));
}
