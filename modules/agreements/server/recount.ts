import type { TransactionContext } from '@dualtrack/platform/operation';
import { sql } from 'kysely';
import { ownDb } from './own-db.ts';

/**
 * Counts the dues of agreements anew from their facts, in the home of the context. Counting twice changes nothing;
 * rows that stay as they are are not written. The same rule as `countDue`, said in SQL.
 */
export async function recount<Tables>(
  context: TransactionContext<Tables>,
  agreementIds: readonly string[],
): Promise<number> {
  if (agreementIds.length === 0) return 0;
  const { tenant, today } = context;
  const ids = `{${agreementIds.join(',')}}`;
  const done = await sql`
    -- Counted once: a planner that expects one row would count anew for each due.
    with n as materialized (
      select c.*, case when c.is_share then c.whole > 0 and c.achieved * 1000 >= c.target * c.whole else c.achieved >= c.target end as is_met
      from (
        select d.obligation_id, d.due_key, d.target, d.is_share,
          coalesce(sum(f.amount), 0)::bigint as achieved, coalesce(sum(f.whole), 0)::bigint as whole,
          coalesce(sum(f.amount) filter (where f.happened_on <= d.due_on), 0)::bigint as on_time,
          coalesce(sum(f.whole) filter (where f.happened_on <= d.due_on), 0)::bigint as on_time_whole
        from obligation_due d
        join obligation o on o.tenant_id = d.tenant_id and o.id = d.obligation_id
        left join obligation_fact f on f.tenant_id = d.tenant_id and f.agreement_id = d.agreement_id
          and f.metric = o.metric and f.happened_on >= d.counts_from
          and f.happened_on <= least(d.counts_to, ${today}::date)
          and (d.class_id is null or f.class_id is null or f.class_id = d.class_id) and (f.only_key is null or f.only_key = o.key)
        where d.tenant_id = ${tenant} and d.agreement_id = any(${ids}::uuid[])
        group by d.obligation_id, d.due_key, d.target, d.is_share) c)
    update obligation_due d set achieved = n.achieved, on_time = n.on_time, whole = n.whole,
      on_time_whole = n.on_time_whole, is_met = n.is_met
    from n
    where d.tenant_id = ${tenant} and d.agreement_id = any(${ids}::uuid[]) and d.obligation_id = n.obligation_id
      and d.due_key = n.due_key and (d.achieved, d.on_time, d.whole, d.on_time_whole, d.is_met)
        is distinct from (n.achieved, n.on_time, n.whole, n.on_time_whole, n.is_met)`.execute(ownDb(context));
  await sql`
    insert into obligation_tally (tenant_id, enterprise_id, agreement_id, open)
    select a.tenant_id, a.enterprise_id, a.id, count(d.obligation_id) filter (where not d.is_met and not d.is_void)
    from agreement a
    left join obligation_due d on d.tenant_id = a.tenant_id and d.agreement_id = a.id
    where a.tenant_id = ${tenant} and a.id = any(${ids}::uuid[])
    group by a.tenant_id, a.enterprise_id, a.id
    order by a.id
    on conflict (tenant_id, agreement_id) do update set open = excluded.open
    where obligation_tally.open <> excluded.open`.execute(ownDb(context));
  return Number(done.numAffectedRows ?? 0n);
}
