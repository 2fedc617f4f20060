import { organisationNames, regionOf } from '@dualtrack/organisations/server';
import { notFound } from '@dualtrack/platform/errors';
import {
  likePattern,
  listPage,
  type OperationContext,
  operationsOn,
  type SearchHit,
  type TransactionContext,
} from '@dualtrack/platform/operation';
import { sql } from 'kysely';
import { type BaseDetail, contract } from '../contract.ts';
import { baseOf, ownDb } from './base-doors.ts';
import type { TrainingBasesTables } from './tables.ts';

const operation = operationsOn<TrainingBasesTables>();

async function sides<Tables>(context: TransactionContext<Tables>, ids: readonly string[]) {
  const names = await organisationNames(context, ids);
  return (home: string, enterpriseId: string) => ({
    school: names.get(home)?.name ?? '',
    schoolEn: names.get(home)?.nameEn ?? '',
    enterprise: names.get(enterpriseId)?.name ?? '',
    enterpriseEn: names.get(enterpriseId)?.nameEn ?? '',
  });
}

/** One base as both sides see it. @throws thing.not-found */
export async function baseView<Tables>(
  context: TransactionContext<Tables>,
  baseId: string,
): Promise<BaseDetail> {
  const base = await baseOf(context, baseId);
  if (base === undefined) throw notFound('base');
  const namesOf = await sides(context, [base.home, base.enterpriseId]);
  return { ...base, ...namesOf(base.home, base.enterpriseId) };
}

export const getBase = operation(contract.get, (ctx, input) => baseView(ctx, input.baseId));

export const listBases = operation(contract.list, async (ctx, input) => {
  let query = ctx.db
    .selectFrom('base as b')
    .select([
      'b.id',
      'b.tenantId',
      'b.enterpriseId',
      'b.name',
      'b.nameEn',
      'b.unveiledOn',
      sql<number>`(select count(*) from base_unit u where u.tenant_id = b.tenant_id and u.base_id = b.id)`.as(
        'unitCount',
      ),
      sql<number>`(select count(*) from base_station s where s.tenant_id = b.tenant_id and s.base_id = b.id)`.as(
        'stationCount',
      ),
      sql<number>`(select coalesce(sum(places), 0) from base_station s where s.tenant_id = b.tenant_id and s.base_id = b.id)`.as(
        'places',
      ),
      sql<string>`(select coalesce(mode() within group (order by site_region), '') from base_station s where s.tenant_id = b.tenant_id and s.base_id = b.id and s.site_region <> '')`.as(
        'region',
      ),
    ]);
  if (input.q) {
    const pattern = likePattern(input.q);
    query = query.where((eb) => eb.or([eb('b.name', 'ilike', pattern), eb('b.nameEn', 'ilike', pattern)]));
  }
  const found = await listPage(query, input, { name: 'b.name', unveiledOn: 'b.unveiledOn' });
  const namesOf = await sides(
    ctx,
    found.items.flatMap((row) => [row.tenantId, row.enterpriseId]),
  );
  const regions = new Map<string, string>();
  for (const { enterpriseId, region } of found.items) {
    if (region === '' && !regions.has(enterpriseId)) {
      regions.set(enterpriseId, await regionOf(ctx, enterpriseId));
    }
  }
  return {
    ...found,
    items: found.items.map(({ tenantId, ...row }) => ({
      ...row,
      // Stations that were offered before regions were kept stand where the enterprise is.
      region: row.region || (regions.get(row.enterpriseId) ?? ''),
      home: tenantId,
      ...namesOf(tenantId, row.enterpriseId),
    })),
  };
});

/** What the search box finds here: bases by name. */
export async function searchBases(context: OperationContext<never>, words: string): Promise<SearchHit[]> {
  if (
    !['school', 'enterprise'].includes(context.actor.kind) ||
    ['student', 'guardian'].includes(context.actor.role)
  )
    return [];
  const pattern = likePattern(words);
  const rows = await ownDb(context)
    .selectFrom('base')
    .select(['id', 'name', 'nameEn'])
    .where((eb) => eb.or([eb('name', 'ilike', pattern), eb('nameEn', 'ilike', pattern)]))
    .limit(5)
    .execute();
  return rows.map((row) => ({
    kind: 'base',
    id: row.id,
    title: row.name,
    subtitle: row.nameEn,
    path: `/bases/${row.id}`,
  }));
}
