import { operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { addDays } from '@dualtrack/rules';
import { sql } from 'kysely';
import { contract } from '../contract.ts';
import { namesFor, sumByRule } from './read-classes.ts';
import type { ComplianceTables } from './tables.ts';
import { factHead } from './texts.ts';

const operation = operationsOn<ComplianceTables>();
const daysAhead = 30;
const noTally = { breached: 0, blocking: 0, unknown: 0, met: 0, excused: 0 };

export const getOverview = operation(contract.overview, async (ctx) => {
  const all = await ctx.db
    .selectFrom('complianceClass as c')
    .leftJoin('verdictRun as r', (join) =>
      join
        .onRef('r.tenantId', '=', 'c.tenantId')
        .onRef('r.classId', '=', 'c.classId')
        .on('r.isLatest', '=', true),
    )
    .select(['c.enterpriseId', 'c.isOver', 'r.breached', 'r.blocking', 'r.unknown', 'r.met', 'r.excused'])
    .execute();
  const classes = all.filter((row) => !row.isOver);
  const byRule = await ctx.db
    .selectFrom('verdict as v')
    .innerJoin('complianceClass as c', (join) =>
      join.onRef('c.tenantId', '=', 'v.tenantId').onRef('c.classId', '=', 'v.classId'),
    )
    .select(['v.rule', 'v.outcome', sql<number>`count(*)::int`.as('count')])
    .where('c.isOver', '=', false)
    .groupBy(['v.rule', 'v.outcome'])
    .execute();
  const hosts = new Map<string, typeof noTally>();
  for (const row of classes) hosts.set(row.enterpriseId, plus(hosts.get(row.enterpriseId) ?? noTally, row));
  const name = await namesFor(ctx, [...hosts.keys()]);
  return {
    asOf: ctx.now.toISOString(),
    classes: all.length,
    unchecked: classes.filter((row) => row.breached === null).length,
    tally: [...hosts.values()].reduce(plus, noTally),
    rules: sumByRule(byRule, ctx.locale),
    hosts: [...hosts].map(([id, tally]) => ({ id, name: name(id), ...tally })),
    lapses: await lapsesOf(ctx, ctx.locale),
  };
});

type Row = { [Name in keyof typeof noTally]: number | null };

function plus(sum: typeof noTally, row: Row): typeof noTally {
  return {
    breached: sum.breached + (row.breached ?? 0),
    blocking: sum.blocking + (row.blocking ?? 0),
    unknown: sum.unknown + (row.unknown ?? 0),
    met: sum.met + (row.met ?? 0),
    excused: sum.excused + (row.excused ?? 0),
  };
}

/** Covers and filings that end within the next days, before the class does. */
async function lapsesOf(ctx: TransactionContext<ComplianceTables>, locale: string) {
  const last = addDays(ctx.today, daysAhead);
  const rows = await ctx.db
    .selectFrom('fact as f')
    .innerJoin('complianceClass as c', (join) =>
      join.onRef('c.tenantId', '=', 'f.tenantId').onRef('c.classId', '=', 'f.classId'),
    )
    .leftJoin('compliancePlacement as p', (join) =>
      join.onRef('p.tenantId', '=', 'f.tenantId').onRef('p.placementId', '=', 'f.placementId'),
    )
    .select(['f.classId', 'f.placementId', 'f.name', 'f.value', 'c.name as className', 'c.endsOn'])
    .select('p.studentName')
    .where('f.name', 'in', ['insurance.to', 'filing.until', 'filings'])
    .where('f.replacedAt', 'is', null)
    .where('c.isOver', '=', false)
    .where((eb) => eb.or([eb('p.isOver', 'is', null), eb('p.isOver', '=', false)]))
    .execute();
  return rows
    .flatMap(({ value, endsOn, ...row }) =>
      daysIn(value)
        .filter((day) => day >= ctx.today && day <= last && (endsOn === null || day < endsOn))
        .map((lapsesOn) => ({ ...row, label: factHead(row.name, locale).label, lapsesOn })),
    )
    .sort((one, other) => one.lapsesOn.localeCompare(other.lapsesOn))
    .slice(0, 50);
}

/** The last days that a fact names: itself, or those of a list of filings. */
function daysIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: { until?: unknown }) => (typeof one?.until === 'string' ? [one.until] : []));
}
