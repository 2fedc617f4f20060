import { kernelRefusal } from '@dualtrack/platform/errors';
import { noId } from '@dualtrack/platform/ids';
import { likePattern, type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { sql } from 'kysely';
import { contract, type FigureRecord, type ScoreboardFigure } from '../contract.ts';
import { type FigureKey, figures, figuresFor, figureValue } from '../figure.ts';
import { figureRows } from './figures/all-figures.ts';
import type { FigureScope } from './figures/figure-rows.ts';
import { placeOf } from './place.ts';
import type { OutcomesTables } from './tables.ts';

const operation = operationsOn<OutcomesTables>();
type Context = OperationContext<OutcomesTables>;

function scopeOf(ctx: Context): FigureScope {
  return {
    place: (alias) => placeOf(ctx, alias),
    tenant: ctx.tenant,
    today: ctx.today,
    monday: mondayOf(ctx.today),
    teacherId: ctx.actor.role === 'teacher' ? (ctx.actor.subjectId ?? noId) : null,
  };
}

function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

/** One figure from the sums of its records. */
export async function figureOf(ctx: Context, key: FigureKey): Promise<ScoreboardFigure> {
  const { side, measure, unit } = figures[key];
  const sums = await sql<{ records: number; part: number; whole: number }>`
    select count(*)::int as records, coalesce(sum(part), 0)::float8 as part, coalesce(sum(whole), 0)::float8 as whole
    from (${figureRows[key].rows(scopeOf(ctx))}) as record`.execute(ctx.db);
  const { records, part, whole } = sums.rows[0] ?? { records: 0, part: 0, whole: 0 };
  return {
    ...{ key, side, unit, measure, records },
    value: figureValue(measure, part, whole),
    asOf: ctx.now.toISOString(),
    definition: `definition.${key}`,
    path: `/scoreboard/${key}`,
  };
}

export const getScoreboard = operation(contract.scoreboard.get, async (ctx, input) => {
  const keys = figuresFor(ctx.actor).filter(
    (key) => input.side === undefined || figures[key].side === input.side,
  );
  const found: ScoreboardFigure[] = [];
  // One after the other: they share the one connection of this transaction.
  for (const key of keys) found.push(await figureOf(ctx, key));
  return { asOf: ctx.now.toISOString(), figures: found };
});

const sortable: Readonly<Record<string, string>> = {
  title: 'title',
  context: 'context',
  day: 'day',
  part: 'part',
};

export const listFigureRecords = operation(contract.scoreboard.records, async (ctx, input) => {
  const key = figuresFor(ctx.actor).find((one) => one === input.figure);
  if (key === undefined) throw kernelRefusal('access.forbidden');
  const { rows, path } = figureRows[key];
  const name = input.sort?.replace(/^-/, '') ?? 'title';
  const column = sql.ref(sortable[name] ?? 'title');
  const direction = input.sort?.startsWith('-') === true ? sql`desc` : sql`asc`;
  const words = likePattern(input.q ?? '');
  const filtered = sql`select * from (${rows(scopeOf(ctx))}) as record
    where title ilike ${words} or title_en ilike ${words} or context ilike ${words} or context_en ilike ${words}`;
  const page = await sql<Omit<FigureRecord, 'path'> & { ref: string | null }>`
    select * from (${filtered}) as found order by ${column} ${direction} nulls last, id
    limit ${input.size} offset ${(input.page - 1) * input.size}`.execute(ctx.db);
  const total = await sql<{ count: number }>`
    select count(*)::int as count from (${filtered}) as found`.execute(ctx.db);
  return {
    figure: await figureOf(ctx, key),
    total: total.rows[0]?.count ?? 0,
    page: input.page,
    size: input.size,
    items: page.rows.map(({ ref, ...row }) => ({
      ...row,
      path: ref === null || path === undefined ? null : path(ref),
    })),
  };
});
