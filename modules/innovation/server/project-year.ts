import type { ExpressionBuilder } from 'kysely';
import type { InnovationTables } from './tables.ts';

/** Whether a project ran in a year, or was completed in it; one that was stopped or has not begun does not count. */
export const ranIn = (year: number) => (eb: ExpressionBuilder<InnovationTables, 'innovationProject'>) =>
  eb.and([
    eb('startsOn', '<=', `${year}-12-31`),
    eb('endsOn', '>=', `${year}-01-01`),
    eb('state', 'in', ['running', 'completed']),
  ]);
