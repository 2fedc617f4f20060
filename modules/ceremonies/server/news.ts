import { publicAddress } from '@dualtrack/platform/links';
import { operationsOn } from '@dualtrack/platform/operation';
import { contract, type NewsView } from '../contract.ts';
import { type NewsDraft, namesUnreleased } from '../news.ts';
import { type ActContext, act, ownSide } from './act.ts';
import { draftNews } from './draft-news.ts';
import { namedPeople, newsFacts } from './news-facts.ts';
import { newsRow, newsWork } from './news-view.ts';
import { putReleases } from './put-releases.ts';
import { slugOf } from './slug.ts';
import type { CeremoniesTables } from './tables.ts';

const operation = operationsOn<CeremoniesTables>();

export const getNews = operation(contract.news.get, (ctx, input) => newsWork(ctx, input.ceremonyId));

async function viewOf(inner: ActContext, ceremonyId: string): Promise<NewsView> {
  const { news } = await newsWork(inner, ceremonyId);
  if (news === null) throw new Error('the news page has just been written');
  return news;
}

/** Writes the draft anew from facts. What was edited is lost, so the caller names the revision that they saw. */
export const draftNewsPage = operation(contract.news.draft, (ctx, input) =>
  act(ctx, input.ceremonyId, 'publish', async (inner, ceremony) => {
    const { ceremonyId, revision } = input;
    const row = await newsRow(inner, ceremonyId);
    if ((row?.revision ?? 0) !== revision) throw ctx.refuse('news.changed', { by: row?.editedBy ?? '' });
    const facts = await newsFacts(inner, ceremonyId);
    const written = {
      draft: JSON.stringify(draftNews(facts)),
      revision: revision + 1,
      ...{ editedBy: ctx.actor.name, editedAt: ctx.now },
    };
    if (row !== undefined) {
      await inner.db.updateTable('newsPage').set(written).where('ceremonyId', '=', ceremonyId).execute();
      return viewOf(inner, ceremonyId);
    }
    const slug = slugOf(ceremony.heldOn, [facts.parties.schoolEn, facts.parties.enterpriseEn], ceremonyId);
    const { enterpriseId } = ceremony;
    await inner.db
      .insertInto('newsPage')
      .values({
        ...{ tenantId: inner.tenant, enterpriseId, ceremonyId, slug, ...written },
        ...{ schoolReleased: null, enterpriseReleased: null, shown: null, shownAt: null },
        ...{ withdrawnSide: null, withdrawnAt: null },
      })
      .execute();
    // The address book is public and written by the home alone; it says nothing of the page.
    await ctx.within({ tenant: inner.tenant, enterprise: null }, ({ db }) =>
      db.insertInto('newsAddress').values({ tenantId: inner.tenant, slug, ceremonyId }).execute(),
    );
    return viewOf(inner, ceremonyId);
  }),
);

/** Changes the wording. On what a passage rests is not the editor's to say: it stays as it was drafted. */
export const editNews = operation(contract.news.edit, (ctx, input) =>
  act(ctx, input.ceremonyId, 'publish', async (inner) => {
    const { ceremonyId, revision } = input;
    const row = await newsRow(inner, ceremonyId);
    if (row === undefined) throw ctx.refuse('news.no-draft');
    if (row.revision !== revision) throw ctx.refuse('news.changed', { by: row.editedBy });
    const facts = await newsFacts(inner, ceremonyId);
    const known = new Map(row.draft.blocks.map((one) => [one.id, one]));
    const draft: NewsDraft = {
      title: input.draft.title,
      blocks: input.draft.blocks.map((one) => ({
        ...one,
        needs: known.get(one.id)?.needs ?? [],
        kind: known.get(one.id)?.kind ?? 'text',
      })),
    };
    const words = [draft.title.zh, draft.title.en, ...draft.blocks.flatMap((one) => [one.zh, one.en])];
    const name = namesUnreleased(words.join('\n'), namedPeople(facts), facts.released);
    if (name !== null) throw ctx.refuse('news.names-unreleased', { name });
    await inner.db
      .updateTable('newsPage')
      .set({
        ...{ draft: JSON.stringify(draft), revision: revision + 1 },
        ...{ editedBy: ctx.actor.name, editedAt: ctx.now },
      })
      .where('ceremonyId', '=', ceremonyId)
      .execute();
    return viewOf(inner, ceremonyId);
  }),
);

/** Releases things for the own side, or takes that back; a public page changes with it at once. */
export const releaseNewsItems = operation(contract.news.releaseItems, (ctx, input) =>
  act(ctx, input.ceremonyId, 'publish', async (inner, ceremony) => {
    const { ceremonyId, keys, isReleased } = input;
    const { items } = await newsWork(inner, ceremonyId);
    const known = new Set(items.map((item) => item.key));
    const strange = keys.find((key) => !known.has(key));
    if (strange !== undefined) throw ctx.refuse('news.no-such-item', { key: strange });
    const side = ownSide(ctx);
    if (isReleased) {
      await putReleases(inner, ceremony, { side, keys, by: ctx.actor.name });
    } else {
      await inner.db
        .deleteFrom('ceremonyRelease')
        .where('ceremonyId', '=', ceremonyId)
        .where('side', '=', side)
        .where('item', 'in', keys)
        .execute();
    }
    return newsWork(inner, ceremonyId);
  }),
);

/** Releases the page in the revision that was seen. With the yes of both sides to one revision, that one is public. */
export const releaseNews = operation(contract.news.release, (ctx, input) =>
  act(ctx, input.ceremonyId, 'publish', async (inner) => {
    const { ceremonyId, revision } = input;
    const row = await newsRow(inner, ceremonyId);
    if (row === undefined) throw ctx.refuse('news.no-draft');
    if (row.revision !== revision) throw ctx.refuse('news.changed', { by: row.editedBy });
    const side = ownSide(ctx);
    const other = side === 'school' ? row.enterpriseReleased : row.schoolReleased;
    const isWhole = other === revision;
    await inner.db
      .updateTable('newsPage')
      .set({
        ...(side === 'school' ? { schoolReleased: revision } : { enterpriseReleased: revision }),
        ...(isWhole ? { shown: JSON.stringify({ ...row.draft, revision }), shownAt: ctx.now } : {}),
        ...{ withdrawnSide: null, withdrawnAt: null },
      })
      .where('ceremonyId', '=', ceremonyId)
      .execute();
    return viewOf(inner, ceremonyId);
  }),
);

/** Takes the page from the public. Either side alone may; nobody is asked. */
export const withdrawNews = operation(contract.news.withdraw, (ctx, input) =>
  act(ctx, input.ceremonyId, 'publish', async (inner) => {
    const { ceremonyId } = input;
    const changed = await inner.db
      .updateTable('newsPage')
      .set({
        ...{ shown: null, shownAt: null, schoolReleased: null, enterpriseReleased: null },
        ...{ withdrawnSide: ownSide(ctx), withdrawnAt: ctx.now },
      })
      .where('ceremonyId', '=', ceremonyId)
      .executeTakeFirst();
    if (changed.numUpdatedRows !== 1n) throw ctx.refuse('news.no-draft');
    return viewOf(inner, ceremonyId);
  }),
);

export const newsAddress = operation(contract.news.shareLink, async (ctx, input) => {
  const row = await newsRow(ctx, input.ceremonyId);
  if (row === undefined) throw ctx.refuse('news.no-draft');
  return { address: `${publicAddress(ctx.kernel)}/news/${row.slug}`, isShown: row.shownAt !== null };
});
