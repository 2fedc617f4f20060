import { regionOf } from '@dualtrack/organisations/server';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { specialDaysIn } from '@dualtrack/rotations/server';
import { workingDayAfter } from '../working-days.ts';

/** The last day for an answer that is due so many working days after today, by the calendar of the home's region. */
export async function answerDay<Tables>(context: TransactionContext<Tables>, days: number): Promise<string> {
  const region = await regionOf(context, context.tenant);
  // Long holidays take nine days in a row; twice the days and a month cover any of them.
  const end = new Date(Date.parse(`${context.today}T00:00:00Z`) + (days * 2 + 31) * 86_400_000);
  const special = specialDaysIn(context.today, end.toISOString().slice(0, 10), region);
  return workingDayAfter(context.today, days, special);
}
