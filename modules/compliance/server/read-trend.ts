import { operationsOn } from '@dualtrack/platform/operation';
import { addDays } from '@dualtrack/rules';
import { contract } from '../contract.ts';
import { trendOf } from '../trend.ts';
import type { ComplianceTables } from './tables.ts';

const operation = operationsOn<ComplianceTables>();

/** Outcomes of running classes day by day, from the checks that were kept. */
export const getTrend = operation(contract.trend, async (ctx, input) => {
  const rows = await ctx.db
    .selectFrom('verdictRun as r')
    .innerJoin('complianceClass as c', (join) =>
      join.onRef('c.tenantId', '=', 'r.tenantId').onRef('c.classId', '=', 'r.classId'),
    )
    .distinctOn(['r.classId', 'r.onDay'])
    .select(['r.classId', 'r.onDay', 'r.breached', 'r.blocking', 'r.unknown', 'r.met', 'r.excused'])
    .select(['c.isOver', 'c.endsOn'])
    .orderBy('r.classId')
    .orderBy('r.onDay')
    .orderBy('r.at', 'desc')
    .execute();
  const from = addDays(ctx.today, 1 - input.days);
  const checks = rows.flatMap(({ isOver, endsOn, ...row }) => {
    const last = isOver ? endsOn : null;
    if (last === null) return [row];
    // What a class came to stays on record; it counts no more once its days are over.
    const gone = { ...row, onDay: addDays(last, 1), isOver: true };
    return row.onDay > last ? [{ ...row, isOver: true }, gone] : [row, gone];
  });
  return { items: trendOf(checks, from, ctx.today) };
});
