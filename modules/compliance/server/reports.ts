import { notFound } from '@dualtrack/platform/errors';
import { listPage, operationsOn } from '@dualtrack/platform/operation';
import type { Selectable } from 'kysely';
import { contract } from '../contract.ts';
import type { Report } from '../shapes.ts';
import { ownRegion, schoolInRegion } from './own-region.ts';
import { namesFor } from './read-classes.ts';
import { isOpenIn } from './report-lists.ts';
import type { ComplianceTables } from './tables.ts';
import { ruleHead } from './texts.ts';

const operation = operationsOn<ComplianceTables>();

function viewOf(row: Selectable<ComplianceTables['complianceReport']>, name: (id: string) => string): Report {
  const { breached, blocking, unknown, met, excused } = row;
  return {
    classId: row.classId,
    schoolId: row.tenantId,
    school: name(row.tenantId),
    hostId: row.hostId,
    host: name(row.hostId),
    placements: row.placements,
    tally: { breached, blocking, unknown, met, excused },
    isOver: row.isOver,
    onDay: row.onDay,
    checkedAt: row.checkedAt.toISOString(),
  };
}

export const listReports = operation(contract.reports.list, async (ctx, input) => {
  const region = await ownRegion(ctx);
  let query = ctx.db.selectFrom('complianceReport').selectAll().where(schoolInRegion(region));
  if (input.school !== undefined) query = query.where('tenantId', '=', input.school);
  if (input.host !== undefined) query = query.where('hostId', '=', input.host);
  if (input.rule !== undefined) query = query.where(isOpenIn(input.rule));
  if (input.state !== undefined) query = query.where('isOver', '=', input.state === 'over');
  if (input.only === 'breached') query = query.where('breached', '>', 0);
  if (input.only === 'unknown') query = query.where('unknown', '>', 0);
  if (input.only === 'clean') query = query.where('breached', '=', 0).where('unknown', '=', 0);
  const found = await listPage(
    query,
    { ...input, sort: input.sort ?? '-breached' },
    {
      ...{ breached: 'breached', blocking: 'blocking', unknown: 'unknown' },
      ...{ placements: 'placements', checkedAt: 'checkedAt' },
    },
  );
  const name = await namesFor(
    ctx,
    found.items.flatMap((row) => [row.tenantId, row.hostId]),
  );
  return { ...found, region, items: found.items.map((row) => viewOf(row, name)) };
});

export const getReport = operation(contract.reports.get, async (ctx, input) => {
  const row = await ctx.db
    .selectFrom('complianceReport')
    .selectAll()
    .where('classId', '=', input.classId)
    .where(schoolInRegion(await ownRegion(ctx)))
    .executeTakeFirst();
  if (row === undefined) throw notFound('compliance-report');
  const name = await namesFor(ctx, [row.tenantId, row.hostId]);
  return {
    ...viewOf(row, name),
    rules: row.rules.map((one) => ({ ...ruleHead(one.rule, ctx.locale), ...one })),
  };
});
