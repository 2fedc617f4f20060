import { organisationNames } from '@dualtrack/organisations/server';
import { notFound } from '@dualtrack/platform/errors';
import { likePattern, listPage, type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import type { CheckedClass, KeptOutcome, TallyShape } from '../shapes.ts';
import type { ComplianceTables } from './tables.ts';
import { ruleHead } from './texts.ts';

const operation = operationsOn<ComplianceTables>();
type Context = OperationContext<ComplianceTables, never>;

function classRows(ctx: Context) {
  return ctx.db
    .selectFrom('complianceClass as c')
    .leftJoin('verdictRun as r', (join) =>
      join
        .onRef('r.tenantId', '=', 'c.tenantId')
        .onRef('r.classId', '=', 'c.classId')
        .on('r.isLatest', '=', true),
    )
    .select(['c.classId as id', 'c.tenantId as home', 'c.enterpriseId', 'c.name', 'c.startsOn', 'c.endsOn'])
    .select(['c.isOver', 'r.placements', 'r.at', 'r.moment', 'r.onDay'])
    .select(['r.breached', 'r.blocking', 'r.unknown', 'r.met', 'r.excused']);
}
type ClassRow = Awaited<ReturnType<ReturnType<typeof classRows>['execute']>>[number];

/** Numbers of a check; null where there was none. */
export function tallyOf(row: { [Name in keyof TallyShape]: number | null }): TallyShape | null {
  const { breached, blocking, unknown, met, excused } = row;
  if (breached === null || blocking === null || unknown === null || met === null || excused === null)
    return null;
  return { breached, blocking, unknown, met, excused };
}

/** Names of organisations in the reader's language. */
export async function namesFor(ctx: Context, ids: readonly string[]): Promise<(id: string) => string> {
  const names = await organisationNames(ctx, ids);
  return (id) => {
    const found = names.get(id);
    return (ctx.locale === 'zh-CN' ? found?.name : found?.nameEn || found?.name) ?? '';
  };
}

function viewOf(row: ClassRow, name: (id: string) => string): CheckedClass {
  return {
    id: row.id,
    home: row.home,
    name: row.name,
    school: name(row.home),
    enterpriseId: row.enterpriseId,
    host: name(row.enterpriseId),
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    isOver: row.isOver,
    placements: row.placements ?? 0,
    checkedAt: row.at?.toISOString() ?? null,
    tally: tallyOf(row),
  };
}

export const listClasses = operation(contract.classes.list, async (ctx, input) => {
  let query = classRows(ctx);
  if (input.only !== undefined) query = query.where('c.isOver', '=', input.only === 'over');
  if (input.q) {
    const pattern = likePattern(input.q);
    query = query.where((eb) => eb.or([eb('c.name', 'ilike', pattern), eb('c.hostName', 'ilike', pattern)]));
  }
  if (input.only === 'unchecked') query = query.where('r.at', 'is', null);
  if (input.only === 'breached') query = query.where('r.breached', '>', 0);
  if (input.only === 'unknown') query = query.where('r.unknown', '>', 0);
  if (input.only === 'clean') query = query.where('r.breached', '=', 0).where('r.unknown', '=', 0);
  const found = await listPage(
    query,
    { ...input, sort: input.sort ?? '-breached' },
    {
      ...{ breached: 'r.breached', unknown: 'r.unknown', blocking: 'r.blocking', checkedAt: 'r.at' },
      ...{ name: 'c.name', startsOn: 'c.startsOn', placements: 'r.placements' },
    },
  );
  const name = await namesFor(
    ctx,
    found.items.flatMap((row) => [row.home, row.enterpriseId]),
  );
  return { ...found, items: found.items.map((row) => viewOf(row, name)) };
});

/** How many verdicts there are of each rule and outcome. */
export function countByRule(verdicts: readonly { rule: string; outcome: string }[]) {
  const sums = new Map<string, { rule: string; outcome: string; count: number }>();
  for (const { rule, outcome } of verdicts) {
    const key = `${rule} ${outcome}`;
    sums.set(key, { rule, outcome, count: (sums.get(key)?.count ?? 0) + 1 });
  }
  return [...sums.values()];
}

/** Sums up verdicts by rule, in the order of the rules' ids. */
export function sumByRule(rows: readonly { rule: string; outcome: string; count: number }[], locale: string) {
  const sums = new Map<string, Record<KeptOutcome, number>>();
  for (const { rule, outcome, count } of rows) {
    const sum = sums.get(rule) ?? { breached: 0, unknown: 0, met: 0, excused: 0 };
    sums.set(rule, { ...sum, [outcome]: count });
  }
  return [...sums]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([rule, sum]) => ({ ...ruleHead(rule, locale), ...sum }));
}

export const getClass = operation(contract.classes.get, async (ctx, input) => {
  const row = await classRows(ctx).where('c.classId', '=', input.classId).executeTakeFirst();
  if (row === undefined) throw notFound('compliance-class');
  const placements = await ctx.db
    .selectFrom('compliancePlacement')
    .select(['placementId', 'studentName', 'postTitle', 'isOver', 'jurisdiction'])
    .where('classId', '=', input.classId)
    .orderBy('isOver')
    .orderBy('studentName')
    .orderBy('placementId')
    .execute();
  const runs = await ctx.db
    .selectFrom('verdictRun')
    .select(['id', 'at', 'onDay', 'moment', 'isLatest', 'breached', 'blocking', 'unknown', 'met', 'excused'])
    .where('classId', '=', input.classId)
    .orderBy('at', 'desc')
    .limit(12)
    .execute();
  const verdicts = await ctx.db
    .selectFrom('verdict')
    .select(['placementId', 'rule', 'outcome', 'isBlocking'])
    .where('classId', '=', input.classId)
    .orderBy('rule')
    .execute();
  const cells = new Map<string, { rule: string; outcome: KeptOutcome; isBlocking: boolean }[]>();
  const sums = new Map<string, { rule: string; outcome: string; count: number }>();
  for (const { placementId, rule, outcome, isBlocking } of verdicts) {
    if (outcome === 'not-applicable') continue;
    const own = cells.get(placementId) ?? [];
    own.push({ rule, outcome, isBlocking });
    cells.set(placementId, own);
    const key = `${rule} ${outcome}`;
    sums.set(key, { rule, outcome, count: (sums.get(key)?.count ?? 0) + 1 });
  }
  ctx.audit(input.classId);
  return {
    ...viewOf(row, await namesFor(ctx, [row.home, row.enterpriseId])),
    moment: row.moment,
    onDay: row.onDay,
    rules: sumByRule([...sums.values()], ctx.locale),
    rows: placements.map((one) => ({ ...one, cells: cells.get(one.placementId) ?? [] })),
    runs: runs.map((run) => ({ ...run, at: run.at.toISOString() })),
    mayFile: ctx.actor.role === 'school-office' || ctx.actor.role === 'programme-head',
  };
});
