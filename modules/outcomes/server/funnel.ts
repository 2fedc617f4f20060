import { organisationNames } from '@dualtrack/organisations/server';
import { notFound } from '@dualtrack/platform/errors';
import { noId } from '@dualtrack/platform/ids';
import { likePattern, type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { type RawBuilder, sql } from 'kysely';
import { contract, type Funnel, type OrderFunnel } from '../contract.ts';
import { placeOf } from './place.ts';
import type { OutcomesTables } from './tables.ts';

const operation = operationsOn<OutcomesTables>();
type Context = OperationContext<OutcomesTables>;

type Row = Funnel & {
  tenantId: string;
  enterpriseId: string;
  orderId: string;
  classId: string | null;
  name: string;
  programmeName: string;
  programmeNameEn: string;
  state: string | null;
  startsOn: string | null;
  endsOn: string | null;
  total: number;
};

/** Orders with the class made from each and how many people came how far. */
export async function orderFunnels(
  ctx: Context,
  where: RawBuilder<unknown>,
  page: { size: number; page: number },
): Promise<{ items: OrderFunnel[]; total: number }> {
  const found = await sql<Row>`
    select o.tenant_id, o.enterprise_id, o.order_id, c.class_id, coalesce(c.name, o.class_name) as name, o.programme_name,
      o.programme_name_en, c.state, c.starts_on, c.ends_on, coalesce(c.capacity, o.seats) as seats,
      coalesce(c.applied, 0) as applied, placed.admitted, count(*) over ()::int as total,
      result.trained, result.offered, result.joined, result.staying
    from workforce_order o
    left join order_classes_class c on c.tenant_id = o.tenant_id and c.order_id = o.order_id
    cross join lateral (
      select count(*)::int as admitted from order_classes_placement p
      where p.tenant_id = c.tenant_id and p.class_id = c.class_id and p.state <> 'declined') as placed
    cross join lateral (
      select count(*) filter (where r.is_trained)::int as trained, count(r.offered_on)::int as offered,
        count(r.joined_on)::int as joined,
        count(*) filter (where r.joined_on is not null and (r.left_on is null or r.left_on > ${ctx.today}::date))::int as staying
      from outcome r where r.tenant_id = c.tenant_id and r.class_id = c.class_id) as result
    where ${placeOf(ctx, 'o')} and ${where}
    order by c.starts_on desc nulls last, o.order_id
    limit ${page.size} offset ${(page.page - 1) * page.size}`.execute(ctx.db);
  const names = await organisationNames(
    ctx,
    found.rows.flatMap((row) => [row.tenantId, row.enterpriseId]),
  );
  const items = found.rows.map((row) => {
    const { tenantId, enterpriseId, total, orderId, classId, name, state, startsOn, endsOn, ...rest } = row;
    const { programmeName, programmeNameEn, ...funnel } = rest;
    return {
      ...{ orderId, classId, name, state, startsOn, endsOn, programmeName, programmeNameEn, funnel },
      school: names.get(tenantId)?.name ?? '',
      schoolEn: names.get(tenantId)?.nameEn ?? '',
      enterprise: names.get(enterpriseId)?.name ?? '',
      enterpriseEn: names.get(enterpriseId)?.nameEn ?? '',
    };
  });
  return { items, total: found.rows[0]?.total ?? 0 };
}

/** A teacher sees the classes in their own charge. */
export function chargeOf(ctx: Context): RawBuilder<unknown> {
  if (ctx.actor.role !== 'teacher') return sql`true`;
  return sql`c.teacher_id = ${ctx.actor.subjectId ?? noId}`;
}

export const listClassOutcomes = operation(contract.classes.list, async (ctx, input) => {
  const words = likePattern(input.q ?? '');
  const where = sql`c.state in ('published', 'running', 'finished') and ${chargeOf(ctx)}
    and (c.name ilike ${words} or o.programme_name ilike ${words} or o.programme_name_en ilike ${words})`;
  return { ...(await orderFunnels(ctx, where, input)), page: input.page, size: input.size };
});

export const getFunnel = operation(contract.funnel, async (ctx, input) => {
  const isHidden = ctx.actor.kind === 'school' ? sql`o.state <> 'draft'` : sql`true`;
  const where = sql`o.order_id = ${input.orderId} and ${isHidden}`;
  const [found] = (await orderFunnels(ctx, where, { page: 1, size: 1 })).items;
  if (found === undefined) throw notFound('talent-order');
  return found;
});
