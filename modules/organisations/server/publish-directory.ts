import type { TransactionContext } from '@dualtrack/platform/operation';
import { sql } from 'kysely';

/**
 * Publishes a school's programmes with the graduates to be expected by quarter (cohort sizes × completion), within
 * the transaction that changed them. What the school no longer offers disappears.
 */
export async function publishDirectory<Tables>(context: TransactionContext<Tables>): Promise<void> {
  const { plain } = context.transaction;
  // Two at once would both put the same programmes in; the second waits and publishes what both have written.
  await sql`select pg_advisory_xact_lock(hashtextextended('organisations.directory ' || ${context.tenant}, 0))`.execute(
    plain,
  );
  await sql`delete from directory_programme where tenant_id = ${context.tenant}`.execute(plain);
  await sql`insert into directory_programme (tenant_id, id, major_code, name, name_en, level, years, occupations, join_rate, completion_rate, graduates)
    select p.tenant_id, p.id, p.major_code, p.name, p.name_en, p.level, p.years, p.occupations, p.join_rate, p.completion_rate,
      coalesce((select jsonb_agg(jsonb_build_object('quarter', g.quarter, 'count', g.count) order by g.quarter)
        from (select c.graduation_quarter as quarter, round(sum(c.size) * p.completion_rate)::int as count
          from cohort c where c.tenant_id = p.tenant_id and c.programme_id = p.id group by c.graduation_quarter) g), '[]')
    from programme p where p.tenant_id = ${context.tenant}`.execute(plain);
}
