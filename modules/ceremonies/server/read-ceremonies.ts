import {
  likePattern,
  listPage,
  type OperationContext,
  operationsOn,
  type SearchHit,
} from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { ceremonyView } from './ceremony-view.ts';
import { ownDb } from './own-db.ts';
import { partyNames } from './parties.ts';
import type { CeremoniesTables } from './tables.ts';

const operation = operationsOn<CeremoniesTables>();

export const getCeremony = operation(contract.ceremonies.get, (ctx, input) =>
  ceremonyView(ctx, input.ceremonyId),
);

export const listCeremonies = operation(contract.ceremonies.list, async (ctx, input) => {
  let query = ctx.db
    .selectFrom('ceremony')
    .select([
      ...(['id', 'tenantId', 'enterpriseId', 'agreementId', 'baseId', 'origin', 'state'] as const),
      ...(['title', 'titleEn', 'heldOn', 'timeOfDay', 'beginsAt', 'place', 'placeEn', 'hostSide'] as const),
    ]);
  if (input.state !== undefined) query = query.where('state', '=', input.state);
  if (input.scope === 'coming') query = query.where('state', 'in', ['planned', 'live']);
  if (input.agreementId !== undefined) query = query.where('agreementId', '=', input.agreementId);
  if (input.q) {
    const pattern = likePattern(input.q);
    query = query.where((eb) =>
      eb.or(
        (['title', 'titleEn', 'place', 'placeEn', 'paper', 'paperEn'] as const).map((column) =>
          eb(column, 'ilike', pattern),
        ),
      ),
    );
  }
  const found = await listPage(
    query,
    { ...input, sort: input.sort ?? (input.scope === 'coming' ? 'heldOn' : '-heldOn') },
    { heldOn: 'heldOn', title: 'title', place: 'place', state: 'state' },
  );
  const namesOf = await partyNames(ctx, found.items);
  return {
    ...found,
    items: found.items.map(({ tenantId, ...row }) => ({
      ...row,
      home: tenantId,
      ...namesOf(tenantId, row.enterpriseId),
    })),
  };
});

const readers = new Set(['school-office', 'programme-head', 'enterprise-hr', 'project-lead']);

/** What the search box finds here: ceremonies and meetings by title or place. */
export async function searchCeremonies(
  context: OperationContext<never>,
  words: string,
): Promise<SearchHit[]> {
  if (!readers.has(context.actor.role)) return [];
  const pattern = likePattern(words);
  const db = ownDb(context);
  const ceremonies = await db
    .selectFrom('ceremony')
    .select(['id', 'title', 'titleEn', 'paper', 'paperEn', 'heldOn'])
    .where((eb) =>
      eb.or(
        (['title', 'titleEn', 'place', 'paper', 'paperEn'] as const).map((column) =>
          eb(column, 'ilike', pattern),
        ),
      ),
    )
    .orderBy('heldOn', 'desc')
    .limit(5)
    .execute();
  const meetings = await db
    .selectFrom('meeting')
    .select(['id', 'title', 'startsAt'])
    .where('title', 'ilike', pattern)
    .orderBy('startsAt', 'desc')
    .limit(5)
    .execute();
  const isEnglish = context.locale === 'en';
  return [
    ...ceremonies.map((row) => ({
      kind: 'ceremony',
      id: row.id,
      title:
        (isEnglish ? row.titleEn || row.paperEn || row.title : row.title || row.paper || row.titleEn) ||
        row.heldOn,
      subtitle: row.heldOn,
      path: `/ceremonies/${row.id}`,
    })),
    ...meetings.map((row) => ({
      kind: 'meeting',
      id: row.id,
      title: row.title,
      subtitle: row.startsAt.toISOString().slice(0, 10),
      path: `/meetings/${row.id}`,
    })),
  ];
}
