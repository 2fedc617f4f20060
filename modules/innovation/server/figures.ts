import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { incomeOfYear, outputKinds } from '../output.ts';
import { ranIn } from './project-year.ts';
import type { InnovationTables } from './tables.ts';

const operation = operationsOn<InnovationTables>();

/** What quality reports ask of a year: income from technical service and transfers, outputs by kind, projects. */
export const getFigures = operation(contract.outputs.figures, async (ctx, input) => {
  const year = input.year ?? Number(ctx.today.slice(0, 4));
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  const incomes = await ctx.db
    .selectFrom('outputIncome')
    .select(['kind', 'amount', 'receivedOn'])
    .where('receivedOn', '>=', from)
    .where('receivedOn', '<=', to)
    .execute();
  const outputs = await ctx.db
    .selectFrom('innovationOutput')
    .select(['kind'])
    .where('achievedOn', '>=', from)
    .where('achievedOn', '<=', to)
    .execute();
  const projects = await ctx.db.selectFrom('innovationProject').select('id').where(ranIn(year)).execute();
  const sums = incomeOfYear(incomes, year);
  return {
    ...{ year, technicalService: sums['technical-service'], transfer: sums.transfer },
    ...{ licence: sums.licence, sales: sums.sales, projects: projects.length },
    outputs: Object.fromEntries(
      outputKinds.map((kind) => [kind, outputs.filter((one) => one.kind === kind).length]),
      // Every kind is there, because the list of kinds was mapped.
    ) as Record<(typeof outputKinds)[number], number>,
    asOf: ctx.now.toISOString(),
  };
});
