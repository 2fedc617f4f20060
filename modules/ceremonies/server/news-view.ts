import type { TransactionContext } from '@dualtrack/platform/operation';
import type { NewsView } from '../contract.ts';
import { namesUnreleased } from '../news.ts';
import { type NewsFacts, namedPeople, newsFacts } from './news-facts.ts';
import { ownDb } from './own-db.ts';
import { releaseItems } from './release-items.ts';

/** The row of a ceremony's news page; undefined before the first draft. */
export async function newsRow<Tables>(context: TransactionContext<Tables>, ceremonyId: string) {
  return ownDb(context)
    .selectFrom('newsPage')
    .selectAll()
    .where('ceremonyId', '=', ceremonyId)
    .executeTakeFirst();
}

function hiddenIn(draft: NewsView['draft'], facts: NewsFacts): NewsView['hidden'] {
  const people = namedPeople(facts);
  return draft.blocks.flatMap((block): NewsView['hidden'] => {
    const missing = block.needs.find((key) => !facts.released.has(key));
    if (missing !== undefined) return [{ id: block.id, reason: 'not-released', what: missing }];
    const name = namesUnreleased(`${block.zh}\n${block.en}`, people, facts.released);
    return name === null ? [] : [{ id: block.id, reason: 'names-unreleased', what: name }];
  });
}

/** The news of a ceremony as the two sides work on it: the draft or null, and what can be released. */
export async function newsWork<Tables>(
  context: TransactionContext<Tables>,
  ceremonyId: string,
): Promise<{ news: NewsView | null; items: NewsView['items'] }> {
  const facts = await newsFacts(context, ceremonyId);
  const items = releaseItems(facts);
  const row = await newsRow(context, ceremonyId);
  if (row === undefined) return { news: null, items };
  const { slug, revision, draft, editedBy, schoolReleased, enterpriseReleased, withdrawnSide } = row;
  const news: NewsView = {
    ...{ ceremonyId, slug, revision, draft, editedBy, withdrawnSide, items },
    editedAt: row.editedAt.toISOString(),
    hidden: hiddenIn(draft, facts),
    released: { school: schoolReleased === revision, enterprise: enterpriseReleased === revision },
    isShown: row.shownAt !== null,
    shownRevision: row.shown?.revision ?? null,
  };
  return { news, items };
}
