import { phrase } from '@dualtrack/locales';
import type { Actor } from '@dualtrack/platform/access';
import {
  likePattern,
  listPage,
  type OperationContext,
  operationsOn,
  type SearchHit,
} from '@dualtrack/platform/operation';
import type { Kysely } from 'kysely';
import { contract } from '../contract.ts';
import { staff } from '../side.ts';
import { challengeRows, challengeView } from './challenge-view.ts';
import { ownDb } from './own-db.ts';
import { ownSide } from './parties.ts';
import type { InnovationTables } from './tables.ts';

const operation = operationsOn<InnovationTables>();
type Context = { db: Kysely<InnovationTables>; actor: Actor };

/** Challenges that the caller's side may see: own ones, and published ones of the other side. */
function seen(ctx: Context) {
  const side = ownSide(ctx.actor);
  return ctx.db
    .selectFrom('challenge')
    .where((eb) => eb.or([eb('ownerSide', '=', side), eb('publishedAt', 'is not', null)]));
}

/** Part of a word is enough, in Chinese and in English; the details are never searched. */
function matching(query: ReturnType<typeof seen>, words: string) {
  const pattern = likePattern(words);
  return query.where((eb) =>
    eb.or([
      eb('title', 'ilike', pattern),
      eb('titleEn', 'ilike', pattern),
      eb('keywords', 'ilike', pattern),
      eb('summary', 'ilike', pattern),
    ]),
  );
}

export const listChallenges = operation(contract.challenges.list, async (ctx, input) => {
  let query = seen(ctx);
  if (input.q) query = matching(query, input.q);
  if (input.state !== undefined) query = query.where('state', '=', input.state);
  if (input.side !== undefined) query = query.where('ownerSide', '=', input.side);
  if (input.readiness !== undefined) query = query.where('readinessFrom', '<=', input.readiness);
  if (input.origin !== undefined)
    query = query.where('originId', '=', input.origin).where('ownerSide', '=', ownSide(ctx.actor));
  const found = await listPage(
    query.select('id').selectAll('challenge'),
    { ...input, sort: input.sort ?? '-changedAt' },
    {
      changedAt: 'changedAt',
      title: 'title',
      deadline: 'deadline',
      budgetMax: 'budgetMax',
      readinessFrom: 'readinessFrom',
      state: 'state',
    },
  );
  return { ...found, items: await challengeRows(ctx, found.items) };
});

export const getChallenge = operation(contract.challenges.get, (ctx, { challengeId }) =>
  challengeView(ctx, challengeId, ctx.actor),
);

/** What the search box finds here: challenges, projects and outputs, by a part of a word in Chinese or English. */
export async function searchInnovation(
  context: OperationContext<never>,
  words: string,
): Promise<SearchHit[]> {
  if (!staff.some((role) => role === context.actor.role)) return [];
  const rows = await matching(seen({ db: ownDb(context), actor: context.actor }), words)
    .select(['id', 'title', 'titleEn', 'authorName'])
    .orderBy('changedAt', 'desc')
    .limit(4)
    .execute();
  const pattern = likePattern(words);
  const projects = await ownDb(context)
    .selectFrom('innovationProject')
    .select(['id', 'title', 'titleEn', 'state'])
    .where((eb) => eb.or([eb('title', 'ilike', pattern), eb('titleEn', 'ilike', pattern)]))
    .orderBy('changedAt', 'desc')
    .limit(4)
    .execute();
  const outputs = await ownDb(context)
    .selectFrom('innovationOutput')
    .select(['id', 'title', 'titleEn', 'reference'])
    .where((eb) =>
      eb.or([
        eb('title', 'ilike', pattern),
        eb('titleEn', 'ilike', pattern),
        eb('reference', 'ilike', pattern),
      ]),
    )
    .orderBy('achievedOn', 'desc')
    .limit(4)
    .execute();
  const title = (row: { title: string; titleEn: string }) =>
    context.locale === 'en' ? row.titleEn || row.title : row.title;
  const locale = context.locale === 'en' ? 'en' : 'zh-CN';
  return [
    ...rows.map((row) => ({
      ...{ kind: 'challenge', id: row.id, title: title(row), subtitle: row.authorName },
      path: `/challenges/${row.id}`,
    })),
    ...projects.map((row) => ({
      ...{ kind: 'innovation-project', id: row.id, title: title(row) },
      subtitle: phrase(locale, 'innovation-projects', `state.${row.state}`),
      path: `/innovation-projects/${row.id}`,
    })),
    ...outputs.map((row) => ({
      ...{ kind: 'innovation-output', id: row.id, title: title(row), subtitle: row.reference },
      path: `/innovation-outputs/${row.id}`,
    })),
  ];
}
