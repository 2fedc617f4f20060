import { quarterAt } from '@dualtrack/forecast';
import { today } from '@dualtrack/ui';

/** The quarter of today and those after it, with the given one even where it lies outside. */
export function quarterChoices(given: string): { value: string; label: string }[] {
  const [year = '', month = '1'] = today().split('-');
  const now = `${year}-Q${Math.ceil(Number(month) / 3)}`;
  const next = Array.from({ length: 20 }, (_, step) => quarterAt(now, step));
  return [...new Set([...next, ...(given === '' ? [] : [given])])]
    .sort()
    .map((quarter) => ({ value: quarter, label: quarter }));
}
