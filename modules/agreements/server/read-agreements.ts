import {
  countRows,
  likePattern,
  listPage,
  type OperationContext,
  operationsOn,
  type SearchHit,
} from '@dualtrack/platform/operation';
import { sql } from 'kysely';
import { sideOfRole } from '../agreement.ts';
import { contract } from '../contract.ts';
import { addDays } from '../due.ts';
import { agreementRows, agreementView, headColumns } from './agreement-view.ts';
import { ownDb } from './own-db.ts';
import type { AgreementsTables } from './tables.ts';

const operation = operationsOn<AgreementsTables>();

const sortable = {
  changedAt: 'changedAt',
  title: 'title',
  number: 'number',
  state: 'state',
  validFrom: 'validFrom',
  validTo: 'validTo',
};

/** Whose turn it is follows from confirmations and signatures, so these few are looked at one by one. */
const mostWaiting = 200;

export const listAgreements = operation(contract.list, async (ctx, input) => {
  let query = ctx.db.selectFrom('agreement').select([...headColumns]);
  // An amendment is shown with its agreement, and tripartite ones with their class: they stand in the register only when
  // asked for (tripartite ones also when searched for by name), an amendment also when it waits.
  if (input.kind !== undefined) query = query.where('kind', '=', input.kind);
  else if (input.scope !== undefined) query = query.where('kind', '!=', 'tripartite');
  else query = query.where('kind', 'not in', input.q ? ['amendment'] : ['amendment', 'tripartite']);
  if (input.partner !== undefined) {
    query = query.where(ctx.actor.kind === 'school' ? 'enterpriseId' : 'tenantId', '=', input.partner);
  }
  if (input.endsWithin !== undefined) {
    query = query
      .where('state', 'in', ['in-force', 'suspended', 'registered'])
      .where('validTo', '>=', ctx.today)
      .where('validTo', '<=', addDays(ctx.today, input.endsWithin));
  }
  if (input.state !== undefined) query = query.where('state', '=', input.state);
  if (input.scope !== undefined) query = query.where('state', 'in', ['negotiating', 'confirmed', 'signing']);
  if (input.q) {
    query = query.where(sql<boolean>`search_text like ${likePattern(input.q.toLowerCase())}`);
  }
  const isWaiting = input.scope === 'waiting';
  const paging = {
    ...{ ...input, ...(isWaiting ? { page: 1, size: mostWaiting } : {}) },
    sort: input.sort ?? '-changedAt',
  };
  const found = input.q
    ? // No index knows what stands inside a title: the texts are looked through once, and counted on the way.
      await listPage(
        query.select(sql<number>`count(*) over ()::int`.as('whole')),
        paging,
        sortable,
        (items) => (items[0] === undefined ? countRows(query) : Promise.resolve(items[0].whole)),
      )
    : await listPage(query, paging, sortable);
  const items = await agreementRows(ctx, found.items);
  if (!isWaiting) return { ...found, items };
  const side = sideOfRole(ctx.actor.role);
  const waiting = items.filter((row) => side !== null && row.waitingFor.includes(side));
  return { items: waiting, total: waiting.length, page: 1, size: mostWaiting };
});

export const getAgreement = operation(contract.get, (ctx, input) => agreementView(ctx, input.agreementId));

export const sectionHistory = operation(contract.sectionHistory, async (ctx, input) => {
  // Also tells a caller from elsewhere that there is no such agreement.
  await agreementView(ctx, input.agreementId);
  const rows = await ctx.db
    .selectFrom('agreementSectionRevision')
    .select(['revision', 'body', 'bodyEn', 'changedSide', 'changedName', 'changedAt'])
    .where('agreementId', '=', input.agreementId)
    .where('clause', '=', input.clause)
    .orderBy('revision', 'desc')
    .execute();
  return {
    items: rows.map(({ changedSide, changedName, changedAt, ...row }) => ({
      ...row,
      side: changedSide,
      name: changedName,
      at: changedAt.toISOString(),
    })),
  };
});

/** What the search box finds here: agreements by title or number. */
export async function searchAgreements(
  context: OperationContext<never>,
  words: string,
): Promise<SearchHit[]> {
  const { role } = context.actor;
  if (!['school-office', 'programme-head', 'enterprise-hr', 'project-lead'].includes(role)) return [];
  const pattern = likePattern(words);
  const rows = await ownDb(context)
    .selectFrom('agreement')
    .select(['id', 'title', 'titleEn', 'number'])
    .where((eb) =>
      eb.or([eb('title', 'ilike', pattern), eb('titleEn', 'ilike', pattern), eb('number', 'ilike', pattern)]),
    )
    .orderBy('changedAt', 'desc')
    .limit(5)
    .execute();
  return rows.map((row) => ({
    kind: 'agreement',
    id: row.id,
    title: (context.locale === 'en' ? row.titleEn || row.title : row.title || row.titleEn) || row.number,
    subtitle: row.number,
    path: `/agreements/${row.id}`,
  }));
}
