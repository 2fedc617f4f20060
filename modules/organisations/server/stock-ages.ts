import { notFound } from '@dualtrack/platform/errors';
import { operationsOn } from '@dualtrack/platform/operation';
import { bandFaults, peopleIn } from '../age-bands.ts';
import { contract } from '../contract.ts';
import type { OrganisationsTables } from './tables.ts';

const operation = operationsOn<OrganisationsTables>();

export const getStock = operation(contract.stock.get, async ({ db }, { occupation }) => {
  const row = await db
    .selectFrom('occupationStock')
    .select(['occupation', 'title', 'titleEn', 'headcount', 'attrition', 'retirementAge'])
    .where('occupation', '=', occupation)
    .executeTakeFirst();
  if (row === undefined) throw notFound('occupation');
  const bands = await db
    .selectFrom('occupationAgeBand')
    .select(['ageFrom as from', 'ageTo as to', 'headcount'])
    .where('occupation', '=', occupation)
    .orderBy('ageFrom')
    .execute();
  return { ...row, bands };
});

/** Changes people, attrition and ages of one occupation together; with bands their sum is the headcount. */
export const putStock = operation(contract.stock.put, async (ctx, { occupation, bands, ...values }) => {
  const [fault] = bandFaults(bands, values.retirementAge);
  if (fault !== undefined)
    throw ctx.refuse('headcount.bad-bands', { place: fault.place + 1, code: fault.code });
  if (values.retirementAge !== null && bands.length === 0) throw ctx.refuse('headcount.no-bands');
  if (bands.length > 0 && peopleIn(bands) !== values.headcount) {
    throw ctx.refuse('headcount.other-sum', { sum: peopleIn(bands), headcount: values.headcount });
  }
  const changed = await ctx.db
    .updateTable('occupationStock')
    .set(values)
    .where('occupation', '=', occupation)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw notFound('occupation');
  await ctx.db.deleteFrom('occupationAgeBand').where('occupation', '=', occupation).execute();
  if (bands.length > 0) {
    await ctx.db
      .insertInto('occupationAgeBand')
      .values(
        bands.map(({ from, to, headcount }) => ({
          ...{ tenantId: ctx.tenant, occupation, headcount },
          ageFrom: from,
          ageTo: to,
        })),
      )
      .execute();
  }
  ctx.audit(ctx.tenant, { occupation });
  return { ok: true as const };
});
