import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import type { OrganisationsTables } from './tables.ts';

const operation = operationsOn<OrganisationsTables>();

export const getCapacity = operation(contract.capacity.get, async ({ db }) => {
  const lines = await db.selectFrom('capacityLine').select(['id', 'code', 'name']).orderBy('code').execute();
  const values = await db
    .selectFrom('capacityValue')
    .select(['lineId', 'quarter', 'units'])
    .orderBy('quarter')
    .execute();
  const staffing = await db
    .selectFrom('lineStaffing')
    .select(['lineId', 'occupation', 'perUnit'])
    .orderBy('occupation')
    .execute();
  return {
    quarters: [...new Set(values.map((value) => value.quarter))].sort(),
    lines: lines.map((line) => ({
      ...line,
      units: Object.fromEntries(
        values.filter((value) => value.lineId === line.id).map(({ quarter, units }) => [quarter, units]),
      ),
      staffing: staffing
        .filter((row) => row.lineId === line.id)
        .map(({ occupation, perUnit }) => ({ occupation, perUnit })),
    })),
  };
});

/** Changes units of own lines; all of the values or none. */
export const putCapacity = operation(contract.capacity.put, async (ctx, input) => {
  const lines = await ctx.db.selectFrom('capacityLine').select('id').execute();
  const known = new Set(lines.map((line) => line.id));
  if (input.values.some((value) => !known.has(value.lineId))) throw ctx.refuse('capacity.no-such-line');
  for (const value of input.values) {
    await ctx.db
      .insertInto('capacityValue')
      .values({ tenantId: ctx.tenant, ...value })
      .onConflict((conflict) =>
        conflict.columns(['tenantId', 'lineId', 'quarter']).doUpdateSet({ units: value.units }),
      )
      .execute();
  }
  ctx.audit(ctx.tenant, { values: input.values.length });
  return { ok: true as const };
});
