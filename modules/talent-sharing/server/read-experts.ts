import { organisationNames } from '@dualtrack/organisations/server';
import { notFound } from '@dualtrack/platform/errors';
import { noId } from '@dualtrack/platform/ids';
import {
  likePattern,
  listPage,
  type OperationContext,
  operationsOn,
  type SearchHit,
} from '@dualtrack/platform/operation';
import { sql } from 'kysely';
import { contract, type ExpertDetail } from '../contract.ts';
import { occupationsNamed } from '../occupations.ts';
import { isLead, otherSide } from '../side.ts';
import { askingOf, ownExpertIds, sideOf, type TalentContext } from './asking.ts';
import { promisedOf } from './listing.ts';
import type { TalentTables } from './tables.ts';

const operation = operationsOn<TalentTables>();

/** Marks that the other side gave to experts, as far as the caller sees the sessions. */
export async function ratingsOf(ctx: TalentContext, ids: readonly string[]): Promise<Map<string, number[]>> {
  const rows = await ctx.db
    .selectFrom('sessionExpert as e')
    .innerJoin('sessionFeedback as f', (join) =>
      join.onRef('f.tenantId', '=', 'e.tenantId').onRef('f.sessionId', '=', 'e.sessionId'),
    )
    .select(['e.expertId', 'f.rating'])
    .where('e.expertId', 'in', [...ids, noId])
    .where('e.answer', '=', 'accepted')
    .whereRef('f.side', '!=', 'e.side')
    .execute();
  const marks = new Map<string, number[]>();
  for (const { expertId, rating } of rows) marks.set(expertId, [...(marks.get(expertId) ?? []), rating]);
  return marks;
}

/** Mean to one decimal and count. */
function marked(marks: readonly number[] | undefined): { rating: number | null; ratings: number } {
  if (marks === undefined || marks.length === 0) return { rating: null, ratings: 0 };
  return {
    rating: Math.round((marks.reduce((sum, one) => sum + one, 0) / marks.length) * 10) / 10,
    ratings: marks.length,
  };
}

const words = [
  'name',
  'nameEn',
  'title',
  'titleEn',
  'occupations',
  'tags',
  'languages',
  'monthlyHours',
] as const;
const sortable = { name: 'name', title: 'title', monthlyHours: 'monthly_hours', changedAt: 'changed_at' };
type Asked = { q?: string | undefined; occupation?: string | undefined; language?: string | undefined };

/** Conditions of a search on cards and listings alike, as SQL on their equal columns. */
function conditionsOf(input: Asked) {
  return [
    ...(input.occupation === undefined
      ? []
      : [sql<boolean>`occupations @> ${JSON.stringify([input.occupation])}::jsonb`]),
    ...(input.language === undefined
      ? []
      : [sql<boolean>`languages @> ${JSON.stringify([input.language])}::jsonb`]),
  ];
}

/** Where words may stand in a card of the own side, as SQL on its columns: names, titles, tags, names of skills. */
function inOwnCard(words: string) {
  const pattern = likePattern(words.toLowerCase());
  return [
    ...['name', 'name_en', 'title', 'title_en', 'tags::text'].map(
      (column) => sql<boolean>`${sql.raw(column)} ilike ${pattern}`,
    ),
    ...occupationsNamed(words).map((code) => sql<boolean>`occupations @> ${JSON.stringify([code])}::jsonb`),
  ];
}

export const listExperts = operation(contract.experts.list, async (ctx, input) => {
  const mine = await ownExpertIds(ctx);
  const conditions = conditionsOf(input);
  const own = input.scope === 'own';
  const pattern = input.q ? likePattern(input.q.toLowerCase()) : null;
  const finish = async <Row extends { id: string; homeId: string }>(items: readonly Row[]) => {
    const marks = await ratingsOf(
      ctx,
      items.map((row) => row.id),
    );
    const names = await organisationNames(
      ctx,
      items.map((row) => row.homeId),
    );
    return items.map((row) => ({
      ...row,
      ...marked(marks.get(row.id)),
      organisation: names.get(row.homeId)?.name ?? '',
      organisationEn: names.get(row.homeId)?.nameEn ?? '',
      isMine: mine.includes(row.id),
    }));
  };
  if (own) {
    let query = ctx.db
      .selectFrom('expert')
      .select(['id', 'tenantId as homeId', 'listedSince', ...words])
      .where('leftOn', 'is', null);
    for (const one of conditions) query = query.where(one);
    if (input.q) {
      const conditionsOfWords = inOwnCard(input.q);
      query = query.where((eb) => eb.or(conditionsOfWords));
    }
    const found = await listPage(query, input, sortable);
    const items = await finish(found.items);
    return {
      ...found,
      items: items.map((row) => ({ ...row, side: sideOf(ctx), isListed: row.listedSince !== null })),
    };
  }
  let query = ctx.db
    .selectFrom('expertListing')
    .select(['expertId as id', 'tenantId', 'enterpriseId', ...words])
    .where('side', '=', otherSide(sideOf(ctx)));
  for (const one of conditions) query = query.where(one);
  if (pattern !== null) query = query.where('searchText', 'like', pattern);
  const found = await listPage(query, input, sortable);
  const items = await finish(
    found.items.map((row) => ({
      ...row,
      homeId: sideOf(ctx) === 'school' ? row.enterpriseId : row.tenantId,
    })),
  );
  return { ...found, items: items.map((row) => ({ ...row, side: otherSide(sideOf(ctx)), isListed: true })) };
});

/** One expert as the caller may see it. @throws thing.not-found */
export async function expertView(ctx: TalentContext, expertId: string): Promise<ExpertDetail> {
  const own = await ctx.db.selectFrom('expert').selectAll().where('id', '=', expertId).executeTakeFirst();
  const marks = marked((await ratingsOf(ctx, [expertId])).get(expertId));
  const iso = (busy: readonly { startsAt: Date; endsAt: Date }[]) =>
    busy.map((one) => ({ startsAt: one.startsAt.toISOString(), endsAt: one.endsAt.toISOString() }));
  if (own !== undefined) {
    const names = (await organisationNames(ctx, [ctx.tenant])).get(ctx.tenant);
    const { mine } = await askingOf(ctx);
    const isMine = mine.includes(own.id);
    const mayEdit = own.leftOn === null && (isMine || isLead(ctx.actor.role));
    return {
      ...own,
      ...marks,
      side: sideOf(ctx),
      organisation: names?.name ?? '',
      organisationEn: names?.nameEn ?? '',
      isListed: own.listedSince !== null,
      isMine,
      busy: iso((await promisedOf(ctx, own.id)).busy),
      card: { ...own, listedSince: own.listedSince?.toISOString() ?? null },
      abilities: { edit: mayEdit, list: isMine, leave: mayEdit },
    };
  }
  const row = await ctx.db
    .selectFrom('expertListing')
    .selectAll()
    .where('expertId', '=', expertId)
    .executeTakeFirst();
  if (row === undefined) throw notFound('expert');
  const home = row.side === 'school' ? row.tenantId : row.enterpriseId;
  const names = (await organisationNames(ctx, [home])).get(home);
  return {
    ...row,
    ...marks,
    id: row.expertId,
    organisation: names?.name ?? '',
    organisationEn: names?.nameEn ?? '',
    isListed: true,
    isMine: false,
    card: null,
    abilities: { edit: false, list: false, leave: false },
  };
}

export const getExpert = operation(contract.experts.get, (ctx, input) => expertView(ctx, input.expertId));

export const mineExpert = operation(contract.experts.mine, async (ctx) => ({
  expertId: (await ownExpertIds(ctx))[0] ?? null,
}));

/** What the search box finds here by a part of a word: experts of partners and of the own side, needs and offers. */
export async function searchTalents(context: OperationContext<never>, asked: string): Promise<SearchHit[]> {
  // The composition gives its own context; this room reads its own tables.
  const ctx = context as unknown as TalentContext;
  if (ctx.actor.kind !== 'school' && ctx.actor.kind !== 'enterprise') return [];
  if (['student', 'guardian'].includes(ctx.actor.role)) return [];
  const pattern = likePattern(asked.toLowerCase());
  const people = await ctx.db
    .selectFrom('expertListing')
    .select(['expertId', 'name', 'title'])
    .where('searchText', 'like', pattern)
    .where('side', '=', otherSide(sideOf(ctx)))
    .limit(4)
    .execute();
  const own = await ctx.db
    .selectFrom('expert')
    .select(['id as expertId', 'name', 'title'])
    .where('leftOn', 'is', null)
    .where((eb) => eb.or(inOwnCard(asked)))
    .limit(4)
    .execute();
  const needs = await ctx.db
    .selectFrom('talentNeed')
    .select(['id', 'title', 'description', 'isOffer'])
    .where((eb) =>
      eb.or([
        eb('title', 'ilike', pattern),
        eb('description', 'ilike', pattern),
        sql<boolean>`tags::text ilike ${pattern}`,
      ]),
    )
    .limit(4)
    .execute();
  return [
    ...[...people, ...own].map((row) => ({
      ...{ kind: 'expert', id: row.expertId, title: row.name || row.title, subtitle: row.title },
      path: `/talents/${row.expertId}`,
    })),
    ...needs.map((row) => ({
      ...{ kind: 'talent-need', id: row.id, title: row.title, subtitle: row.description.slice(0, 80) },
      path: `/talent-needs/${row.id}`,
    })),
  ];
}
