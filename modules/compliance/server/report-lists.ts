import { operationsOn } from '@dualtrack/platform/operation';
import { addDays } from '@dualtrack/rules';
import { type Expression, type SqlBool, sql } from 'kysely';
import { contract } from '../contract.ts';
import { trendOf } from '../trend.ts';
import { ownRegion, schoolInRegion } from './own-region.ts';
import { namesFor } from './read-classes.ts';
import type { ComplianceTables } from './tables.ts';
import { ruleHead } from './texts.ts';

const operation = operationsOn<ComplianceTables>();

/** What the authority can narrow its reports to: the schools, hosts and rules that stand in them. */
export const reportChoices = operation(contract.reports.choices, async (ctx) => {
  const region = await ownRegion(ctx);
  const rows = await ctx.db
    .selectFrom('complianceReport')
    .select(['tenantId', 'hostId', 'rules'])
    .where(schoolInRegion(region))
    .execute();
  const schools = [...new Set(rows.map((row) => row.tenantId))];
  const hosts = [...new Set(rows.map((row) => row.hostId))];
  const name = await namesFor(ctx, [...schools, ...hosts]);
  const open = rows.flatMap((row) => row.rules.filter((one) => one.breached + one.unknown > 0));
  return {
    schools: schools.map((id) => ({ id, name: name(id) })),
    hosts: hosts.map((id) => ({ id, name: name(id) })),
    rules: [...new Set(open.map((one) => one.rule))].sort().map((rule) => ruleHead(rule, ctx.locale)),
  };
});

/** Outcomes of the classes of the own region day by day, in numbers. */
export const reportTrend = operation(contract.reports.trend, async (ctx, input) => {
  const region = await ownRegion(ctx);
  let query = ctx.db
    .selectFrom('complianceReportDay')
    .select(['classId', 'onDay', 'breached', 'blocking', 'unknown', 'met', 'excused', 'isOver'])
    .where(schoolInRegion(region, 'compliance_report_day'));
  if (input.school !== undefined) query = query.where('tenantId', '=', input.school);
  if (input.host !== undefined) query = query.where('hostId', '=', input.host);
  const checks = await query.execute();
  return { items: trendOf(checks, addDays(ctx.today, 1 - input.days), ctx.today) };
});

/** Whether a rule is breached or unknown in a report. */
export function isOpenIn(rule: string): Expression<SqlBool> {
  return sql<SqlBool>`exists (select from jsonb_array_elements(compliance_report.rules) as one
    where one ->> 'rule' = ${rule} and ((one ->> 'breached')::int > 0 or (one ->> 'unknown')::int > 0))`;
}
